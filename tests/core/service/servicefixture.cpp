#include "tests/core/service/servicefixture.h"

#include "core/wire/percentencoding.h"
#include "tests/support/socketwait.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace Test {

namespace {

Msn::ServiceOptions quick(Msn::ServiceOptions options)
{
    options.name = QStringLiteral("Test");
    options.passwordCost = Msn::PasswordCost::least();
    if (options.timings.challengeDelay == Msn::ServiceTimings().challengeDelay)
        options.timings.challengeDelay = std::chrono::hours(1);
    return options;
}

QByteArray between(const QByteArray &text, const QByteArray &before, char after)
{
    const qsizetype start = text.indexOf(before);
    if (start < 0)
        return {};
    const qsizetype end = text.indexOf(after, start + before.size());
    return text.sliced(start + before.size(), end - start - before.size());
}

} // namespace

ServiceFixture::ServiceFixture(Msn::ServiceOptions options)
    : service(quick(std::move(options)), store)
{
    addAccount("alice", "Alice");
    addAccount("bob", "Bob");
    addAccount("carol", "Carol");
    addAccount("dave", "Dave");
    if (!service.start())
        qFatal("the service does not start");
    dialogue = newDialogue();
}

Dialogue ServiceFixture::newDialogue() const
{
    const Msn::Endpoint plain = service.endpoint(Msn::NetworkDescription::Security::None);
    const Msn::Endpoint tls = service.endpoint(Msn::NetworkDescription::Security::Tls);
    Dialogue result;
    result.setPlainServer(plain.host, plain.port);
    result.setTlsServer(tls.host, tls.port, tlsConfiguration());
    result.setValue("<plain>", encodeEndpoint(plain));
    result.setValue("<tls>", encodeEndpoint(tls));
    return result;
}

Msn::Address ServiceFixture::address(const char *localPart)
{
    return Msn::Address(QString::fromLatin1(localPart) + QStringLiteral("@example.com"));
}

void ServiceFixture::addAccount(const char *localPart, const char *name)
{
    const Msn::FriendlyName friendlyName(QString::fromUtf8(name));
    if (!administration().create(
            address(localPart), friendlyName, QStringLiteral("secret"), Msn::PasswordCost::least()))
        qFatal("the account cannot be made");
}

void ServiceFixture::befriend(const char *one, const char *other)
{
    administration().befriend(address(one), address(other));
    administration().befriend(address(other), address(one));
}

QSslConfiguration ServiceFixture::tlsConfiguration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(service.certificate().certificatePem)});
    return configuration;
}

QByteArray ServiceFixture::httpsExchange(const QByteArray &request) const
{
    QSslSocket socket;
    socket.setSslConfiguration(tlsConfiguration());
    const Msn::Endpoint https = service.httpsEndpoint();
    socket.connectToHostEncrypted(https.host, https.port);
    if (!waitForSocket(socket, [&socket] { return socket.isEncrypted(); }))
        return {};
    socket.write(request);
    QByteArray answer;
    waitForSocket(socket, [&socket, &answer] {
        answer += socket.readAll();
        return answer.contains("\r\n\r\n") || socket.state() == QAbstractSocket::UnconnectedState;
    });
    return answer;
}

QByteArray ServiceFixture::ticket(
    const QByteArray &address, const QByteArray &policy, const QByteArray &password) const
{
    const QByteArray answer
        = httpsExchange("GET /login2.srf?lc=1033 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Passport1.4 "
                        "OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
            + Msn::percentEncodeStrict(QString::fromUtf8(address))
            + ",pwd=" + Msn::percentEncodeStrict(QString::fromUtf8(password)) + ',' + policy + "\r\n\r\n");
    return between(answer, "from-PP='", '\'');
}

QString ServiceFixture::signIn(const char *localPart, int protocol, const char *connect)
{
    return signInAs(localPart, protocol, "secret", connect);
}

QString ServiceFixture::askPolicy(const char *localPart, int protocol, const char *connect)
{
    QByteArray hello = R"(
        WHO HOW
        WHO > VER 1 VERSION CVR0
        WHO < VER 1 VERSION CVR0
        WHO > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS WHO@example.com
        WHO < CVR 2 6.1.0203 6.1.0203 6.1.0203 * *
        WHO > USR 3 TWN I WHO@example.com
    )";
    QByteArray script = hello + "WHO < XFR 3 NS ..\nWHO closed\n" + hello + "WHO < USR 3 TWN S <policy-WHO>";
    script.replace("WHO", localPart).replace("HOW", connect);
    script.replace("VERSION", "MSNP" + QByteArray::number(protocol));
    dialogue.forget("<policy-" + QByteArray(localPart) + '>');
    return dialogue.play(script);
}

QString ServiceFixture::signInAs(
    const char *localPart, int protocol, const char *password, const char *connect)
{
    const QString failure = askPolicy(localPart, protocol, connect);
    if (!failure.isEmpty())
        return failure;
    const QByteArray who = localPart;
    const QByteArray account = who + "@example.com";
    const QByteArray pass = ticket(account, dialogue.value("<policy-" + who + '>'), password);
    return dialogue.play(who + " > USR 4 TWN S " + pass + '\n' + who + " < USR 4 OK " + account + " ..\n"
        + who + " < MSG Hotmail Hotmail ..\n");
}

QString ServiceFixture::signInOnline(const char *localPart, int protocol)
{
    QString failure = signIn(localPart, protocol);
    if (!failure.isEmpty())
        return failure;
    ScriptedClient &client = dialogue.client(localPart);
    client.sendBytes(protocol < 10 ? "SYN 5 0\r\nCHG 6 NLN 0\r\n" : "SYN 5 0 0\r\nCHG 6 NLN 0\r\n");
    for (auto command = client.nextCommand(); command; command = client.nextCommand()) {
        if (command->startsWith("CHG 6 "))
            return {};
    }
    return QStringLiteral("no answer to CHG");
}

} // namespace Test
