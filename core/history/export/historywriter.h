#pragma once

#include "core/history/historyentry.h"

#include <QByteArray>
#include <QString>

class QIODevice;

namespace Msn {

/// Writes lines of a history into a device as they come, oldest first, and keeps none of them.
class HistoryWriter
{
public:
    /// \p device is open and must outlive the writer.
    explicit HistoryWriter(QIODevice &device);
    virtual ~HistoryWriter();
    HistoryWriter(const HistoryWriter &) = delete;
    HistoryWriter &operator=(const HistoryWriter &) = delete;

    virtual void begin() = 0;
    /// What follows is of part \p part of the export, counted from 0. Once for each of them, also for those
    /// without lines.
    virtual void beginPart(int part) = 0;
    virtual void add(const HistoryEntry &entry) = 0;
    /// Without it the file is not whole.
    virtual void end() = 0;

    /// The device did not take all of it; nothing more is written then.
    bool hasFailed() const { return m_hasFailed; }

protected:
    void write(const QByteArray &bytes);

private:
    QIODevice &m_device;
    bool m_hasFailed = false;
};

} // namespace Msn
