#include "tests/core/service/bareservice.h"

#include <QTcpSocket>

namespace Test {

namespace {

/// Nobody is challenged, and nobody is too fast.
Msn::ServiceOptions patientOptions(const Msn::ServiceTimings &timings)
{
    Msn::ServiceOptions options;
    options.limits.calls = {100'000, std::chrono::milliseconds(1)};
    options.limits.switchboards = options.limits.calls;
    options.timings = timings;
    options.timings.challengeDelay = std::chrono::hours(1);
    return options;
}

} // namespace

BareService::BareService(const Msn::ServiceTimings &timings)
    : core(patientOptions(timings), store)
    , m_notifier(core)
    , m_notification(core)
    , m_switchboards(core)
    , m_count(core.options.limits)
    , m_door(core, m_count, m_notification, m_switchboards)
    , m_listener(m_count, std::nullopt)
{
    Msn::AccountAdministration administration(store);
    for (const char *name : {"Alice", "Bob", "Carol", "Dave"}) {
        const Msn::FriendlyName friendlyName(QString::fromLatin1(name));
        if (!administration.create(address(QByteArray(name).toLower()), friendlyName,
                QStringLiteral("secret"), Msn::PasswordCost::least()))
            qFatal("the account cannot be made");
    }
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("the service does not listen");
    core.plainPort = m_listener.serverPort();
    QObject::connect(
        &m_listener, &Msn::Listener::accepted, &m_door, [this](QTcpSocket *socket) { m_door.take(socket); });
    dialogue.setPlainServer(QStringLiteral("127.0.0.1"), core.plainPort);
}

Msn::Address BareService::address(const QByteArray &localPart)
{
    return Msn::Address::fromUtf8(localPart + "@example.com");
}

void BareService::befriend(const QByteArray &one, const QByteArray &other)
{
    Msn::AccountAdministration administration(store);
    administration.befriend(address(one), address(other));
    administration.befriend(address(other), address(one));
}

QString BareService::askPolicy(const QByteArray &who, int protocol)
{
    QByteArray hello = R"(
        WHO connect
        WHO > VER 1 VERSION CVR0
        WHO < VER 1 VERSION CVR0
        WHO > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS WHO@example.com
        WHO < CVR 2 ..
        WHO > USR 3 TWN I WHO@example.com
    )";
    QByteArray script = hello + "WHO < XFR 3 NS ..\n" + hello + "WHO < USR 3 TWN S <policy-WHO>";
    script.replace("WHO", who);
    script.replace("VERSION", "MSNP" + QByteArray::number(protocol));
    dialogue.forget("<policy-" + who + '>');
    const QString failure = dialogue.play(script);
    if (failure.isEmpty()) {
        const auto ticket = core.tickets.issueTicket(dialogue.value("<policy-" + who + '>'), address(who));
        dialogue.setValue("<ticket-" + who + '>', ticket ? *ticket : QByteArray());
    }
    return failure;
}

QString BareService::signIn(const QByteArray &who, int protocol)
{
    const QString failure = askPolicy(who, protocol);
    if (!failure.isEmpty())
        return failure;
    return dialogue.play(who + " > USR 4 TWN S <ticket-" + who + ">\n" + who + " < USR 4 OK ..\n" + who
        + " < MSG Hotmail Hotmail ..");
}

QString BareService::signInOnline(const QByteArray &who, int protocol)
{
    const QString failure = signIn(who, protocol);
    if (!failure.isEmpty())
        return failure;
    dialogue.client(who).sendBytes(
        protocol < 10 ? "SYN 5 0\r\nCHG 6 NLN 0\r\n" : "SYN 5 0 0\r\nCHG 6 NLN 0\r\n");
    return readUntil(who, "CHG 6 ") ? QString() : QStringLiteral("no answer to CHG");
}

bool BareService::readUntil(const QByteArray &who, const QByteArray &start)
{
    for (auto command = dialogue.client(who).nextCommand(); command;
         command = dialogue.client(who).nextCommand()) {
        if (command->startsWith(start))
            return true;
    }
    return false;
}

} // namespace Test
