#pragma once

#include "core/base/expected.h"
#include "core/wire/command.h"

#include <QFile>
#include <QHash>
#include <QObject>
#include <QString>

namespace Msn {

/// Every command of a session, one line each: time, `->` sent or `<-` received, the command, its
/// payload escaped. Passwords, tickets and switchboard cookies are masked here, where they are
/// written, so that no path around it exists. While there is neither a file nor anybody connected
/// to lineWritten() nothing is put into words at all.
class TrafficLog : public QObject
{
    Q_OBJECT

public:
    explicit TrafficLog(QObject *parent = nullptr);

    /// For what one of several says: its lines go where ours go, told as those of \p account. The same
    /// each time; lives as long as this log.
    TrafficLog *partOf(const QString &account);

    /// Appends to \p fileName. On failure the system's words.
    Expected<void, QString> openFile(const QString &fileName);

    void sent(const Command &command);
    void received(const Command &command);
    /// A step outside of MSNP, already free of secrets: `GET https://host/path`, `200`.
    void sentNote(const QByteArray &note);
    void receivedNote(const QByteArray &note);

    /// \p command as one line without secrets.
    static QByteArray masked(const Command &command);

Q_SIGNALS:
    /// As written to the file, without the line end; for a protocol console. \p account: whose line
    /// it is; empty if nobody has said so.
    void lineWritten(const QByteArray &line, const QString &account);

private:
    bool isWatched() const;
    void write(const char *arrow, const QByteArray &text);
    void writeLine(const QByteArray &line, const QString &account);

    QFile m_file;
    QString m_account;
    TrafficLog *m_whole = nullptr;
    QHash<QString, TrafficLog *> m_parts;
};

} // namespace Msn
