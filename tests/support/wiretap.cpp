#include "tests/support/wiretap.h"

#include "core/protocol/verb.h"
#include "core/wire/mimemessage.h"
#include "tests/support/commands.h"

#include <QRegularExpression>

namespace Test {

namespace {

/// What an address has signed in with: a switchboard is not told.
QHash<QByteArray, int> &versionsOfAddresses()
{
    static QHash<QByteArray, int> versions;
    return versions;
}

int versionNumber(const QByteArray &token)
{
    return token.startsWith("MSNP") ? token.mid(4).toInt() : 0;
}

/// `FL` stays, `N=rosa@example.com` becomes `N=`, anything else `*`.
QByteArray shapeOfToken(const QByteArray &token)
{
    static const QRegularExpression word(QStringLiteral("^[A-Z][A-Z0-9]{0,9}$"));
    if (token.size() > 1 && token[0] >= 'A' && token[0] <= 'Z' && token[1] == '=')
        return token.first(2);
    return word.match(QString::fromLatin1(token)).hasMatch() ? token : QByteArrayLiteral("*");
}

QByteArray shapeOfTokens(const QByteArrayList &tokens)
{
    QByteArray shape;
    for (const QByteArray &token : tokens)
        shape += ' ' + shapeOfToken(token);
    return shape;
}

/// The header that tells the kinds of a content type apart, for those that have one.
QByteArray kindOf(const Msn::MimeMessage &message)
{
    if (message.hasHeader("Chunks") || message.hasHeader("Chunk"))
        return " chunk";
    const Msn::MimeMessage body = Msn::MimeMessage::parse(message.body());
    for (const char *name : {"ID", "Invitation-Command", "Type"}) {
        if (message.contentType() != "text/plain" && body.hasHeader(name))
            return ' ' + QByteArray(name) + '=' + body.header(name);
    }
    return {};
}

QByteArray shapeOfMessage(Sender sender, const Msn::Command &command)
{
    const Msn::MimeMessage message = Msn::MimeMessage::parse(*command.payload);
    const QByteArray mode = sender == Sender::Client ? command.argument(0) + ' ' : QByteArray();
    return "MSG " + mode + message.contentType() + kindOf(message);
}

} // namespace

Wiretap::Wiretap(Ours ours)
    : m_ours(ours)
    , m_fromClient{Msn::CommandReader(Msn::framingFromClient)}
    , m_fromServer{Msn::CommandReader(Msn::framingFromServer)}
{
}

void Wiretap::hear(Sender sender, const QByteArray &bytes)
{
    if (!isEvidenceWanted())
        return;
    Ear &ear = sender == Sender::Client ? m_fromClient : m_fromServer;
    ear.reader.feed(bytes);
    while (!ear.isOutOfStep) {
        const auto command = ear.reader.next();
        ear.isOutOfStep = !command;
        if (!command || !*command)
            return;
        take(sender, **command);
    }
}

void Wiretap::take(Sender sender, const Msn::Command &command)
{
    if (sender == Sender::Client)
        learnFromClient(command);
    // A server that refuses VER says no version.
    if (sender == Sender::Server && command.isError() && m_version == 0 && m_offered > 0)
        learnVersion(m_offered, "NS");
    const Heard heard{sender, shapeOf(sender, command)};
    if (m_version > 0)
        note(heard);
    else
        m_early.append(heard);
    if (sender == Sender::Server && command.verb == "VER" && versionNumber(command.argument(0)) > 0)
        learnVersion(versionNumber(command.argument(0)), "NS");
}

void Wiretap::learnFromClient(const Msn::Command &command)
{
    if (command.transactionId)
        m_requests.insert(*command.transactionId, command.verb);
    if (command.verb == "VER")
        m_offered = versionNumber(command.argument(0));
    const QByteArray address = command.argument(0).toLower();
    const bool enters = command.verb == "USR" || command.verb == "ANS";
    if (command.verb == "USR" && address == "twn")
        versionsOfAddresses().insert(command.argument(2).toLower(), m_version);
    else if (enters && m_version == 0 && versionsOfAddresses().contains(address))
        learnVersion(versionsOfAddresses().value(address), "SB");
}

void Wiretap::learnVersion(int version, const char *server)
{
    m_version = version;
    m_server = server;
    const QList<Heard> early = std::exchange(m_early, {});
    for (const Heard &heard : early)
        note(heard);
}

QByteArray Wiretap::shapeOf(Sender sender, const Msn::Command &command) const
{
    if (command.isError()) {
        const QByteArray request
            = command.transactionId ? m_requests.value(*command.transactionId) : QByteArray();
        return command.verb + ' ' + (request.isEmpty() ? QByteArrayLiteral("-") : request);
    }
    if (command.verb == "MSG" && command.payload)
        return shapeOfMessage(sender, command);
    return command.verb + shapeOfTokens(command.args);
}

void Wiretap::note(const Heard &heard) const
{
    const char *direction = heard.sender == Sender::Client ? "> " : "< ";
    noteEvidence(m_ours, direction + m_server + ' ' + QByteArray::number(m_version) + ' ' + heard.shape);
}

} // namespace Test
