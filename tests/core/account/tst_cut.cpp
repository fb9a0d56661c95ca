#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using State = Account::State;
using Test::plainText;
using Test::serverMessage;
using Test::Session;
using Delivery = ChatMessage::Delivery;
using Version = Msn::ProtocolVersion;

namespace {

/// Lets the server's words through up to a given byte, and then ends the connection it stood on.
class Tap
{
public:
    Tap(qsizetype limit, bool withGarbage)
        : m_left(limit)
        , m_withGarbage(withGarbage)
    {
    }

    bool isCut() const { return m_isCut; }
    void say(Test::FakeConnection &connection, const QByteArray &bytes)
    {
        if (m_isCut)
            return;
        m_isCut = bytes.size() > m_left;
        connection.say(bytes.left(m_left));
        m_left -= bytes.size();
        if (!m_isCut)
            return;
        if (m_withGarbage)
            connection.say("\x01");
        connection.hangUp(ErrorCode::ConnectionClosed);
    }

private:
    qsizetype m_left;
    bool m_withGarbage;
    bool m_isCut = false;
};

} // namespace

/// A whole session cut at every byte of what the servers send.
class TestCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByte_data();
    void everyByte();

private:
    void run(Session &session, Tap &tap);
    void sayList(Session &session, Tap &tap, Test::FakeConnection &ns);
    bool awaitSent(Test::FakeConnection &connection, const QByteArray &verb, const Tap &tap);
};

void TestCut::everyByte_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<bool>("withGarbage");
    QTest::newRow("MSNP9, closed") << Version::Msnp9 << false;
    QTest::newRow("MSNP9, garbage") << Version::Msnp9 << true;
    QTest::newRow("MSNP10, closed") << Version::Msnp10 << false;
}

bool TestCut::awaitSent(Test::FakeConnection &connection, const QByteArray &verb, const Tap &tap)
{
    if (tap.isCut())
        return false;
    const bool sent = Test::eventually([&] { return connection.sent().contains(verb); }, 5000);
    connection.takeSent();
    return sent;
}

void TestCut::sayList(Session &session, Tap &tap, Test::FakeConnection &ns)
{
    const bool prefixed = dialectOf(session.description.protocols.constFirst()).prefixedContacts;
    const QByteArrayList lines = prefixed
        ? QByteArrayList{"SYN 5 1 1 2 1\r\n", "GTC A\r\n", "BLP AL\r\n", "PRP MFN Alice\r\n",
            "LSG Friends 1\r\n", "LST N=bob@example.com F=Bob C=bob@example.com 11 1\r\n",
            "BPR PHH 555%200102\r\n", "LST N=frank@example.com F=Fr%20ank 16\r\n"}
        : QByteArrayList{"SYN 5 139 2 1\r\n", "GTC A\r\n", "BLP AL\r\n", "PRP PHH 555\r\n",
            "LSG 0 Other 0\r\n", "LST bob@example.com Bob 11 0\r\n", "BPR PHH 555%200102\r\n",
            "LST frank@example.com Fr%20ank 8\r\n"};
    for (const QByteArray &line : lines)
        tap.say(ns, line);
}

void TestCut::run(Session &session, Tap &tap)
{
    const bool named = dialectOf(session.description.protocols.constFirst()).nameInSignInReply;
    Account &account = session.account();
    const qsizetype first = session.network.count();
    account.signIn(QStringLiteral("pa,ss%"), Status::Online);
    Test::FakeConnection &ns = *session.network.await(first);
    if (awaitSent(ns, "VER ", tap))
        tap.say(ns, "VER 1 " + session.versionToken() + " CVR0\r\n");
    if (awaitSent(ns, "CVR ", tap))
        tap.say(ns, "CVR 2 1 1 1 http://a http://b\r\n");
    if (awaitSent(ns, "USR ", tap))
        tap.say(ns, "USR 3 TWN S lc=1033,tpf=00ff\r\n");
    if (awaitSent(ns, "USR ", tap))
        tap.say(ns, QByteArray("USR 4 OK alice@example.com ") + (named ? "Alice " : "") + "1 0\r\n");
    if (awaitSent(ns, "SYN ", tap)) {
        tap.say(
            ns, serverMessage("Hotmail", "Hotmail", "Content-Type: text/x-msmsgsprofile\r\nsid: 507\r\n"));
        sayList(session, tap, ns);
    }
    if (awaitSent(ns, "CHG ", tap))
        tap.say(
            ns, "CHG 6 NLN 268435488\r\nILN 6 AWY bob@example.com Bob 0\r\nCHL 0 15570131571988941333\r\n");
    if (awaitSent(ns, "QRY ", tap))
        tap.say(ns, "QRY 7\r\n");
    if (tap.isCut())
        return;
    Conversation *conversation = account.conversations().with(Test::address(Test::bob));
    conversation->sendText(QStringLiteral("one"), {});
    conversation->sendText(QStringLiteral("two"), {});
    if (!awaitSent(ns, "XFR ", tap))
        return;
    tap.say(ns, "XFR 8 SB 192.0.2.20:1863 CKI 1.2\r\n");
    if (tap.isCut())
        return;
    Test::FakeConnection &sb = *session.network.await(first + 1);
    if (awaitSent(sb, "USR ", tap))
        tap.say(sb, "USR 1 OK alice@example.com Alice\r\n");
    if (awaitSent(sb, "CAL ", tap))
        tap.say(sb, "CAL 2 RINGING 1\r\nJOI bob@example.com Bob\r\n");
    if (awaitSent(sb, "MSG 4", tap))
        tap.say(sb, "ACK 3\r\nACK 4\r\n" + serverMessage("bob@example.com", "Bob", plainText("hi")));
    tap.say(sb, "BYE bob@example.com\r\n");
}

void TestCut::everyByte()
{
    QFETCH(Version, version);
    QFETCH(bool, withGarbage);
    Session session(version);
    session.options.reconnects = false;
    qsizetype cuts = 0;
    for (qsizetype limit = 0;; ++limit) {
        Account &account = session.account();
        QSignalSpy errors(&account, &Account::errorOccurred);
        Tap tap(limit, withGarbage);
        run(session, tap);
        if (QTest::currentTestFailed())
            return;
        if (!tap.isCut()) {
            QCOMPARE(account.state(), State::SignedIn);
            break; // nothing left to cut: the whole session has passed
        }
        ++cuts;
        const QByteArray where = "cut at byte " + QByteArray::number(limit);
        if (account.state() == State::SignedIn) {
            // Cut on the switchboard; a new one may have been asked for, and there is none.
            if (session.network.last().sent().isEmpty())
                Test::turnEventLoop();
            account.signOut();
            QVERIFY2(errors.isEmpty(), where.constData());
        } else {
            QVERIFY2(Test::eventually([&] { return account.state() == State::SignedOut; }, 5000),
                where.constData());
            QVERIFY2(errors.size() == 1, where.constData());
            QVERIFY2(account.lastError().code != ErrorCode::None, where.constData());
            account.signOut();
        }
        const QList<Conversation *> conversations = account.conversations().all();
        for (Conversation *conversation : conversations) {
            QStringList received;
            for (const ChatMessage &message : conversation->messages()) {
                QVERIFY2(message.delivery != Delivery::Pending, where.constData());
                if (!message.outgoing)
                    received.append(message.text);
            }
            QVERIFY2(received.size() <= 1, where.constData());
            account.conversations().close(conversation);
        }
        for (qsizetype i = 0; i < session.network.count(); ++i)
            QVERIFY2(!session.network.at(i).isOpen(), where.constData());
        Test::turnEventLoop();
        session.network.forget(); // the next round is the sign-in after the failure
    }
    QVERIFY(cuts > 500);
}

QTEST_GUILESS_MAIN(TestCut)
#include "tst_cut.moc"
