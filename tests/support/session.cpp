#include "tests/support/session.h"

#include <QTest>

namespace Test {

using namespace std::chrono_literals;

Msn::Address address(const QByteArray &text)
{
    return Msn::Address::fromUtf8(text);
}

Msn::Timing Session::timing()
{
    Msn::Timing timing;
    timing.connect = timing.signInReply = timing.passportReply = timing.reply = 10s;
    timing.delivery = timing.join = timing.listStall = 10s;
    timing.reconnectFirst = 20ms;
    timing.reconnectLongest = 200ms;
    return timing;
}

Session::Session(Msn::ProtocolVersion version)
    : own(address(alice))
    , m_version(version)
{
    description.name = QStringLiteral("Test");
    description.dispatch = {QStringLiteral("messenger.example.net"), 1863};
    description.nexus = passport.nexusUrl();
    description.certificatePem = TestHttpsServer::certificatePem();
    description.protocols = {version};
    options.timing = timing();
    options.clientId = {268435488};
    options.transports = network.transports();
    passport.servePassport("t=4aBcD$$&p=4eFgH$$");
}

Session::~Session() = default;

Msn::Account &Session::account()
{
    if (!m_account)
        m_account = std::make_unique<Msn::Account>(description, own, options);
    return *m_account;
}

void Session::keepCaches()
{
    options.cacheDirectory = m_caches.emplace().path();
}

void Session::restart()
{
    m_account.reset();
}

bool Session::followTo(qsizetype index)
{
    FakeConnection *connection = network.await(index);
    if (!connection)
        return false;
    m_nsIndex = index;
    m_script = std::make_unique<ServerScript>(*connection, chunkSize);
    return true;
}

QByteArray Session::opening() const
{
    const QByteArray address = own.toUtf8();
    const QByteArray name = Msn::dialectOf(m_version).nameInSignInReply ? " Alice%20A." : "";
    return "C VER 1 " + versionToken() + " CVR0\\r\\n\n" + "S VER 1 " + versionToken() + " CVR0\\r\\n\n"
        + "C CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS " + address
        + "\\r\\n\n"
          "S CVR 2 6.0.0602 6.0.0602 5.0.0527 http://dl.example.net/s.exe http://im.example.net\\r\\n\n"
          "C USR 3 TWN I "
        + address
        + "\\r\\n\n"
          "S USR 3 TWN S lc=1033,tw=40,tpf=00ff\\r\\n\n"
          "C USR 4 TWN S t=4aBcD$$&p=4eFgH$$\\r\\n\n"
          "S USR 4 OK "
        + address + name + " 1 0\\r\\n\n";
}

QByteArray Session::defaultList() const
{
    if (!Msn::dialectOf(m_version).prefixedContacts)
        return R"(C SYN 5 0\r\n
                  S SYN 5 139 2 2\r\n
                  S GTC A\r\n
                  S BLP AL\r\n
                  S LSG 0 Other%20Contacts 0\r\n
                  S LSG 1 Friends 0\r\n
                  S LST bob@example.com Bob 11 0\r\n
                  S LST carol@example.com Carol 11 1\r\n)";
    return R"(C SYN 5 0 0\r\n
              S SYN 5 2004-07-01T18:17:51.4030000-07:00 2004-06-30T09:00:00.0000000-07:00 2 1\r\n
              S GTC A\r\n
              S BLP AL\r\n
              S PRP MFN Alice%20A.\r\n
              S LSG Friends 11111111-1111-4111-8111-111111111111\r\n
              S LST N=bob@example.com F=Bob C=22222222-2222-4222-8222-222222222222 11\r\n
              S LST N=carol@example.com F=Carol C=33333333-2222-4222-8222-222222222222 11 11111111-1111-4111-8111-111111111111\r\n)";
}

QByteArray Session::firstStatus() const
{
    return "C CHG 6 NLN 268435488\\r\\n\nS CHG 6 NLN 268435488\\r\\n\n";
}

bool Session::signInUntilSyn()
{
    const qsizetype index = network.count();
    account().signIn(QStringLiteral("pa,ss%"), Msn::Status::Online);
    return followTo(index) && play(opening());
}

bool Session::signIn(const QByteArray &list)
{
    return signInUntilSyn() && play(list.isEmpty() ? defaultList() : list) && play(firstStatus())
        && account().state() == Msn::Account::State::SignedIn;
}

} // namespace Test
