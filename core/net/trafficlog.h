#pragma once

#include "core/base/expected.h"
#include "core/wire/command.h"

#include <QFile>
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
    using QObject::QObject;

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
    /// As written to the file, without the line end; for a protocol console.
    void lineWritten(const QByteArray &line);

private:
    bool isWatched() const;
    void write(const char *arrow, const QByteArray &text);

    QFile m_file;
};

} // namespace Msn
