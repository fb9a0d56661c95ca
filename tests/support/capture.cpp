#include "tests/support/capture.h"

#include "tests/support/testdata.h"
#include "tests/support/transcript.h"

#include <QRegularExpression>

namespace Test {

namespace {

/// b'...' or b"..."
QByteArray parseBytesLiteral(const QByteArray &literal)
{
    if (literal.size() < 3 || literal.front() != 'b' || literal.at(1) != literal.back())
        qFatal("not a bytes literal: %s", literal.constData());
    return unescaped(literal.mid(2, literal.size() - 3));
}

} // namespace

QStringList Capture::names()
{
    return dataNames(QStringLiteral("dialects"));
}

Capture Capture::load(const QString &name)
{
    Capture capture;
    static const QRegularExpression number(QStringLiteral("\\d+"));
    capture.m_protocolVersion = number.match(name).captured().toInt();
    const QByteArrayList lines = readData(QStringLiteral("dialects/%1.txt").arg(name)).split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray content = line.trimmed().mid(line.trimmed().indexOf(' ') + 1); // behind the time
        const qsizetype arrow = std::max(content.indexOf(" >>> "), content.indexOf(" <<< "));
        if (content.startsWith("## "))
            capture.appendEvent(content.mid(3));
        else if (arrow > 0)
            capture.appendLine(content.first(arrow).trimmed(),
                {content.at(arrow + 1) == '>' ? Sender::Client : Sender::Server,
                    parseBytesLiteral(content.mid(arrow + 5))});
    }
    return capture;
}

void Capture::appendEvent(const QByteArray &text)
{
    const QByteArray who = text.left(text.indexOf(' '));
    if (text.contains(" HTTPS "))
        openConnection(who, true);
    else if (text.contains(" connects to "))
        openConnection(who, false);
}

void Capture::appendLine(const QByteArray &who, const Line &line)
{
    // The youngest connection of that name; an HTTP exchange is over with the empty line of its answer,
    // and what follows belongs to the connection it interrupted.
    for (qsizetype i = m_connections.size() - 1; i >= 0; --i) {
        Connection &connection = m_connections[i];
        if (connection.who != who)
            continue;
        const bool answered = !connection.lines.isEmpty()
            && connection.lines.constLast().sender == Sender::Server
            && connection.lines.constLast().bytes == "\r\n";
        if (connection.isHttp && answered)
            continue;
        connection.lines.append(line);
        return;
    }
    m_connections[openConnection(who, false)].lines.append(line);
}

qsizetype Capture::openConnection(const QByteArray &who, bool isHttp)
{
    m_connections.append(Connection{who, isHttp, {}});
    return m_connections.size() - 1;
}

QByteArray Capture::Connection::sentBy(Sender sender) const
{
    QByteArray bytes;
    for (const Line &line : lines) {
        if (line.sender == sender)
            bytes += line.bytes;
    }
    return bytes;
}

} // namespace Test
