#include "core/net/trafficlog.h"

#include <QDateTime>
#include <QMetaMethod>
#include <QRegularExpression>
#include <QStringDecoder>

namespace Msn {

namespace {

constexpr char mask[] = "***";

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

/// One line of text, whatever the bytes are: a log with pictures in it can still be read and searched.
QByteArray escaped(const QByteArray &bytes)
{
    const bool isText = isUtf8(bytes);
    QByteArray out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        if (c == '\r')
            out += "\\r";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\\')
            out += "\\\\";
        else if (static_cast<uchar>(c) < 0x20 || c == 0x7F || (!isText && static_cast<uchar>(c) > 0x7F))
            out += "\\x" + QByteArray(1, c).toHex();
        else
            out += c;
    }
    return out;
}

void maskFrom(QByteArrayList &args, qsizetype index)
{
    if (args.size() > index) {
        args.resize(index);
        args.append(mask);
    }
}

void maskAt(QByteArrayList &args, qsizetype index)
{
    if (args.size() > index)
        args[index] = mask;
}

void maskSignIn(QByteArrayList &args)
{
    if (args.value(0) == "TWN" && args.value(1) == "S")
        maskFrom(args, 2);
    else if (args.value(0) != "OK" && args.value(0).contains('@'))
        maskAt(args, 1); // switchboard: USR address cookie
}

void maskCookieBehindCki(QByteArrayList &args)
{
    const qsizetype cki = args.indexOf("CKI");
    if (cki >= 0)
        maskAt(args, cki + 1);
}

/// `MSPAuth: ticket` and whatever else carries one in a profile message.
QByteArray maskedPayload(const QByteArray &payload)
{
    static const QRegularExpression secrets(QStringLiteral("^(MSPAuth|creds|auth)\\s*:\\s*[^\\r\\n]+"),
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    if (!payload.toLower().contains("mspauth"))
        return payload;
    return QString::fromUtf8(payload).replace(secrets, QStringLiteral("\\1: ***")).toUtf8();
}

} // namespace

TrafficLog::TrafficLog(QObject *parent)
    : QObject(parent)
{
}

TrafficLog *TrafficLog::partOf(const QString &account)
{
    TrafficLog *&part = m_parts[account];
    if (!part) {
        part = new TrafficLog(this);
        part->m_account = account;
        part->m_whole = this;
    }
    return part;
}

Expected<void, QString> TrafficLog::openFile(const QString &fileName)
{
    m_file.setFileName(fileName);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return Unexpected(m_file.errorString());
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

void TrafficLog::sent(const Command &command)
{
    if (isWatched())
        write("->", masked(command));
}

void TrafficLog::received(const Command &command)
{
    if (isWatched())
        write("<-", masked(command));
}

void TrafficLog::sentNote(const QByteArray &note)
{
    if (isWatched())
        write("->", escaped(note));
}

void TrafficLog::receivedNote(const QByteArray &note)
{
    if (isWatched())
        write("<-", escaped(note));
}

QByteArray TrafficLog::masked(const Command &command)
{
    Command shown = command;
    if (command.verb == "USR")
        maskSignIn(shown.args);
    else if (command.verb == "ANS")
        maskAt(shown.args, 1);
    else if (command.verb == "XFR" || command.verb == "RNG")
        maskCookieBehindCki(shown.args);
    QByteArray line = escaped(encodeLine(shown));
    if (command.payload && !command.payload->isEmpty())
        line += "\\r\\n" + escaped(maskedPayload(*command.payload));
    return line;
}

bool TrafficLog::isWatched() const
{
    static const QMetaMethod written = QMetaMethod::fromSignal(&TrafficLog::lineWritten);
    return m_file.isOpen() || isSignalConnected(written) || (m_whole && m_whole->isWatched());
}

void TrafficLog::write(const char *arrow, const QByteArray &text)
{
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    writeLine(time + ' ' + arrow + ' ' + text, m_account);
}

void TrafficLog::writeLine(const QByteArray &line, const QString &account)
{
    if (m_file.isOpen()) {
        m_file.write(line + '\n');
        m_file.flush();
    }
    Q_EMIT lineWritten(line, account);
    if (m_whole)
        m_whole->writeLine(line, account);
}

} // namespace Msn
