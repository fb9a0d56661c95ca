#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "tests/support/commands.h"
#include "tests/support/eventually.h"
#include "tests/support/instanttickets.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using State = Account::State;
using Test::FakeConnection;
using Test::plainText;
using Test::serverMessage;
using Test::Session;
using Delivery = ChatMessage::Delivery;
using Version = Msn::ProtocolVersion;

namespace {

enum class Direction { ToClient, ToServer };

const QByteArray garbage = "\x01";

/// Where a session is cut: at a byte of what the servers say, or of what the client says.
class Cut
{
public:
    Cut(Test::FakeNetwork &network, Direction direction, qsizetype limit, bool withGarbage)
        : m_network(network)
        , m_toClient(direction == Direction::ToClient)
        , m_left(limit)
        , m_lastWords(withGarbage ? garbage : QByteArray())
    {
        if (!m_toClient)
            m_network.breakAfterSent(limit, m_lastWords);
    }
    ~Cut() { m_network.doNotBreak(); }

    bool hasHappened() const { return m_toClient ? m_isCut : m_network.hasBroken(); }
    void say(FakeConnection &connection, const QByteArray &bytes)
    {
        const bool cutsHere = m_toClient && !m_isCut && bytes.size() > m_left;
        connection.say(cutsHere ? bytes.first(m_left) : bytes);
        m_left -= bytes.size();
        if (!cutsHere)
            return;
        m_isCut = true;
        if (!m_lastWords.isEmpty())
            connection.say(m_lastWords);
        connection.hangUp(ErrorCode::ConnectionClosed);
    }

private:
    Test::FakeNetwork &m_network;
    const bool m_toClient;
    qsizetype m_left;
    const QByteArray m_lastWords;
    bool m_isCut = false;
};

/// The server's end of one connection.
class Peer
{
public:
    Peer(FakeConnection &connection, Cut &cut)
        : m_connection(connection)
        , m_cut(cut)
    {
    }

    /// The next command of the client, if it is a \p verb; nothing if none comes any more.
    std::optional<Command> await(const QByteArray &verb)
    {
        const auto hasNext = [this] { return all().size() > m_seen; };
        Test::eventually([this] { return m_connection.hasBegun(); }, 5000);
        if (!Test::eventually([&] { return hasNext() || !m_connection.isOpen(); }, 5000) || !hasNext())
            return std::nullopt;
        const Command command = all().at(m_seen);
        if (command.verb != verb)
            return std::nullopt;
        ++m_seen;
        return command;
    }
    bool hasMore() const { return all().size() > m_seen; }
    bool isOpen() const { return m_connection.isOpen(); }
    void say(const QByteArray &bytes) { m_cut.say(m_connection, bytes); }
    QList<Command> all() const
    {
        return Test::readCommands(m_connection.sent(), Test::Sender::Client).commands;
    }

private:
    FakeConnection &m_connection;
    Cut &m_cut;
    qsizetype m_seen = 0;
};

QByteArray idOf(const std::optional<Command> &command)
{
    return ' ' + QByteArray::number(command->transactionId.value_or(0));
}

} // namespace

/// A whole session cut at every byte, in either direction.
class TestCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByte_data();
    void everyByte();

private:
    bool signIn(Session &session, Peer &ns);
    bool talk(Session &session, Peer &ns, Cut &cut);
    bool serveSwitchboard(Session &session, Peer &ns, Cut &cut);
    QByteArrayList list(Version version) const;
    void checkMessages(Session &session, const QByteArray &where);
    void checkState(Session &session, const QSignalSpy &errors, const QByteArray &where);
};

void TestCut::everyByte_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<bool>("withGarbage");
    for (const Version version : {Version::Msnp8, Version::Msnp9, Version::Msnp10}) {
        const int number = static_cast<int>(version);
        QTest::addRow("MSNP%d to client, closed", number) << version << Direction::ToClient << false;
        QTest::addRow("MSNP%d to client, garbage", number) << version << Direction::ToClient << true;
        QTest::addRow("MSNP%d to server, closed", number) << version << Direction::ToServer << false;
        QTest::addRow("MSNP%d to server, garbage", number) << version << Direction::ToServer << true;
    }
}

QByteArrayList TestCut::list(Version version) const
{
    if (dialectOf(version).prefixedContacts)
        return {"SYN 5 1 1 2 1\r\n", "GTC A\r\n", "BLP AL\r\n", "PRP MFN Alice\r\n", "LSG Friends 1\r\n",
            "LST N=bob@example.com F=Bob C=bob@example.com 11 1\r\n", "BPR PHH 555%200102\r\n",
            "LST N=frank@example.com F=Fr%20ank 16\r\n"};
    return {"SYN 5 139 2 1\r\n", "GTC A\r\n", "BLP AL\r\n", "PRP PHH 555\r\n", "LSG 0 Other 0\r\n",
        "LST bob@example.com Bob 11 0\r\n", "BPR PHH 555%200102\r\n", "LST frank@example.com Fr%20ank 8\r\n"};
}

bool TestCut::signIn(Session &session, Peer &ns)
{
    const Version version = session.description.protocols.constFirst();
    if (!ns.await("VER"))
        return false;
    ns.say("VER 1 " + session.versionToken() + " CVR0\r\n");
    if (!ns.await("CVR"))
        return false;
    ns.say("CVR 2 1 1 1 http://a http://b\r\n");
    if (!ns.await("USR"))
        return false;
    ns.say("USR 3 TWN S lc=1033,tpf=00ff\r\n");
    if (!ns.await("USR"))
        return false;
    const QByteArray name = dialectOf(version).nameInSignInReply ? "Alice " : "";
    ns.say("USR 4 OK alice@example.com " + name + "1 0\r\n");
    if (!ns.await("SYN"))
        return false;
    ns.say(serverMessage("Hotmail", "Hotmail", "Content-Type: text/x-msmsgsprofile\r\nsid: 507\r\n"));
    for (const QByteArray &line : list(version))
        ns.say(line);
    if (!ns.await("CHG"))
        return false;
    ns.say("CHG 6 NLN 268435488\r\nILN 6 AWY bob@example.com Bob 0\r\nCHL 0 15570131571988941333\r\n");
    if (!ns.await("QRY"))
        return false;
    ns.say("QRY 7\r\n");
    return true;
}

bool TestCut::serveSwitchboard(Session &session, Peer &ns, Cut &cut)
{
    const qsizetype next = session.network.count();
    const auto asked = ns.await("XFR");
    if (!asked)
        return false;
    ns.say("XFR" + idOf(asked) + " SB 192.0.2.20:1863 CKI 1.2\r\n");
    if (!ns.isOpen())
        return false;
    FakeConnection *connection = session.network.await(next);
    if (!connection)
        return false;
    Peer sb(*connection, cut);
    const auto entered = sb.await("USR");
    if (!entered)
        return true;
    sb.say("USR" + idOf(entered) + " OK alice@example.com Alice\r\n");
    const auto called = sb.await("CAL");
    if (!called)
        return true;
    sb.say("CAL" + idOf(called) + " RINGING 1\r\nJOI bob@example.com Bob\r\n");
    while (const auto message = sb.await("MSG")) {
        sb.say("ACK" + idOf(message) + "\r\n");
        if (!sb.hasMore())
            break;
    }
    sb.say(serverMessage("bob@example.com", "Bob", plainText("hi")));
    sb.say("BYE bob@example.com\r\n");
    return true;
}

bool TestCut::talk(Session &session, Peer &ns, Cut &cut)
{
    Conversation *conversation = session.account().conversations().with(Test::address(Test::bob));
    conversation->sendText(QStringLiteral("one"), {});
    conversation->sendText(QStringLiteral("two"), {});
    const auto isPending = [conversation] {
        return std::any_of(conversation->messages().cbegin(), conversation->messages().cend(),
            [](const ChatMessage &m) { return m.delivery == Delivery::Pending; });
    };
    // As often as the client asks: what was still waiting when one broke off goes out on the next.
    for (int switchboards = 0; switchboards < 3 && isPending(); ++switchboards) {
        if (!serveSwitchboard(session, ns, cut))
            return false;
        Test::eventually([&] { return !isPending() || ns.hasMore() || !ns.isOpen(); }, 5000);
    }
    return true;
}

/// Every message of ours has ended, reached the server once at most, and is delivered only if it did.
void TestCut::checkMessages(Session &session, const QByteArray &where)
{
    QHash<QByteArray, int> copies;
    for (qsizetype i = 0; i < session.network.count(); ++i) {
        const auto sent = Test::readCommands(session.network.at(i).sent(), Test::Sender::Client).commands;
        for (const Command &command : sent) {
            if (command.verb == "MSG")
                ++copies[command.payload->mid(command.payload->lastIndexOf('\n') + 1)];
        }
    }
    for (Conversation *conversation : session.account().conversations().all()) {
        int received = 0;
        for (const ChatMessage &message : conversation->messages()) {
            QVERIFY2(message.delivery != Delivery::Pending, where.constData());
            received += message.outgoing ? 0 : 1;
            const int count = copies.value(message.text.toUtf8());
            if (message.outgoing)
                QVERIFY2(
                    count == 1 || (count == 0 && message.delivery == Delivery::Failed), where.constData());
        }
        QVERIFY2(received <= 1, where.constData());
    }
}

void TestCut::checkState(Session &session, const QSignalSpy &errors, const QByteArray &where)
{
    Account &account = session.account();
    if (account.state() == State::SignedIn) { // it was a switchboard that was cut
        QVERIFY2(errors.isEmpty(), where.constData());
        return;
    }
    QVERIFY2(Test::eventually([&] { return account.state() == State::SignedOut; }, 5000), where.constData());
    QVERIFY2(errors.size() == 1, where.constData());
    QVERIFY2(account.lastError().code != ErrorCode::None, where.constData());
}

void TestCut::everyByte()
{
    QFETCH(Version, version);
    QFETCH(Direction, direction);
    QFETCH(bool, withGarbage);
    Session session(version);
    session.options.reconnects = false;
    session.options.tickets = Test::InstantTickets::factory();
    qsizetype limit = 0;
    for (bool isWhole = false; !isWhole; ++limit) {
        const QByteArray where = "cut at byte " + QByteArray::number(limit);
        Account &account = session.account();
        QSignalSpy errors(&account, &Account::errorOccurred);
        Cut cut(session.network, direction, limit, withGarbage);
        account.signIn(QStringLiteral("pa,ss%"), Status::Online); // each after the failure before
        QVERIFY2(session.network.await(0), where.constData());
        Peer ns(session.network.at(0), cut);
        const bool talked = signIn(session, ns) && talk(session, ns, cut);
        if (cut.hasHappened() || QTest::currentTestFailed()) {
            checkState(session, errors, where);
        } else {
            QVERIFY2(talked && account.state() == State::SignedIn, where.constData());
            isWhole = true; // nothing left to cut
        }
        session.network.doNotBreak(); // OUT is not part of it
        account.signOut();
        checkMessages(session, where);
        if (QTest::currentTestFailed())
            return;
        for (qsizetype i = 0; i < session.network.count(); ++i)
            QVERIFY2(!session.network.at(i).isOpen(), where.constData());
        const QList<Conversation *> conversations = account.conversations().all();
        for (Conversation *conversation : conversations)
            account.conversations().close(conversation);
        Test::turnEventLoop();
        session.network.forget();
    }
    QVERIFY2(limit > 500, QByteArray::number(limit).constData());
}

QTEST_GUILESS_MAIN(TestCut)
#include "tst_cut.moc"
