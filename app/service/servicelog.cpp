#include "app/service/servicelog.h"

#include <cstdio>
#include <utility>

namespace App {

namespace {

constexpr std::array<const char *, Msn::ServiceEvent::kinds> kindNames{"signed-in", "signed-out",
    "wrong-password", "login-postponed", "connection-refused", "slow-reader", "request-refused", "not-kept"};

/// Addresses are chosen by strangers: none may pretend to be a line or a field of its own.
QByteArray quoted(const QString &text)
{
    QByteArray value;
    bool isPlain = true;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes) {
        const bool isControl = static_cast<uchar>(byte) < 0x20 || byte == 0x7F;
        isPlain = isPlain && !isControl && byte != ' ' && byte != '=' && byte != '"' && byte != '\\';
        if (byte == '"' || byte == '\\')
            value += '\\';
        value += isControl ? '?' : byte;
    }
    return isPlain ? value : '"' + value + '"';
}

} // namespace

QByteArray logLine(const Msn::ServiceEvent &event, const QDateTime &time, int leftOut)
{
    QByteArray line = "time=" + time.toUTC().toString(Qt::ISODate).toLatin1()
        + " event=" + kindNames[static_cast<std::size_t>(event.kind)];
    if (!event.account.isEmpty())
        line += " account=" + quoted(event.account.toString());
    if (!event.peer.isNull())
        line += " peer=" + event.peer.toString().toLatin1();
    if (leftOut > 0)
        line += " left-out=" + QByteArray::number(leftOut);
    return line;
}

void ServiceLog::write(const Msn::ServiceEvent &event)
{
    Kind &kind = m_kinds[static_cast<std::size_t>(event.kind)];
    if (!kind.gate.admits()) {
        ++kind.leftOut;
        return;
    }
    const QByteArray line
        = logLine(event, QDateTime::currentDateTimeUtc(), std::exchange(kind.leftOut, 0)) + '\n';
    std::fputs(line.constData(), stderr);
}

} // namespace App
