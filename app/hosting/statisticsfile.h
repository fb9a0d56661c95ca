#pragma once

#include "core/base/completion.h"
#include "core/service/servicejournal.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace App {

/// What `stats` shows.
struct StatisticsReport
{
    Msn::ServiceStatistics counts;
    QDateTime startedAt;
    double messagesPerSecond = 0;
};

/// Shape: one object, see docs or packaging/swallowtail-service.1 for its keys.
QByteArray encodeStatistics(const StatisticsReport &report);
std::optional<StatisticsReport> parseStatistics(const QByteArray &json);

/// The file by which a running service tells other processes how it is doing: written anew, whole, every
/// few seconds if something has changed. A lock beside it says whether the service is running still.
class StatisticsFile : public QObject
{
    Q_OBJECT
public:
    using Source = std::function<Msn::ServiceStatistics()>;

    /// Does nothing if another process writes here already.
    StatisticsFile(const QString &path, Source source, QObject *parent = nullptr);
    ~StatisticsFile() override;

    /// What the service that is running now has written last; nothing if there is none.
    static std::optional<StatisticsReport> read(const QString &path);

private:
    void write();

    QString m_path;
    QLockFile m_lock;
    Source m_source;
    QTimer m_timer;
    StatisticsReport m_report;
};

} // namespace App
