#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/support/eventually.h"
#include "tests/support/instanttickets.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using State = Account::State;
using Test::plainText;
using Test::serverMessage;
using Test::Session;

namespace {

const Address bob = Test::address(Test::bob);
const Address carol = Test::address(Test::carol);

/// \p script with LF alone behind every line of the server.
QByteArray withoutReturns(const QByteArray &script)
{
    QByteArrayList lines = script.split('\n');
    for (QByteArray &line : lines) {
        if (line.trimmed().startsWith("S "))
            line.replace("\\r\\n", "\\n");
    }
    return lines.join('\n');
}

QStringList textsOf(const Conversation &conversation)
{
    QStringList texts;
    for (const ChatMessage &message : conversation.messages())
        texts.append(message.text);
    return texts;
}

} // namespace

/// Servers that say what is right in a way of their own: everything here has been seen, or may be.
class TestOddServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void openings_data();
    void openings();
    void linesEndWithLfAlone();
    void lists_data();
    void lists();
    void newsDuringTheList();
    void fewerContactsThanAnnounced();
    void moreContactsThanAnnounced();
    void notifications_data();
    void notifications();
    void challengedTwice();
    void rings_data();
    void rings();
    void switchboards_data();
    void switchboards();
    void wordsBeforeTheAnswer();
    void wordsOfSomebodyWhoIsNotThere();
    void joinsBeforeTheRinging();
    void switchboardAddresses_data();
    void switchboardAddresses();

private:
    bool ring(const QByteArray &entry);
    Test::FakeConnection &switchboard() { return m_session->network.at(1); }
    Conversation &withBob() { return *m_session->account().conversations().with(bob); }

    std::unique_ptr<Session> m_session;
};

void TestOddServers::init()
{
    m_session = std::make_unique<Session>();
    m_session->options.tickets = Test::InstantTickets::factory();
    m_session->options.reconnects = false;
}

bool TestOddServers::ring(const QByteArray &entry)
{
    if (!m_session->signIn())
        return false;
    m_session->ns().say("RNG 20481 192.0.2.20:1863 CKI 1.2 bob@example.com Bob\r\n");
    return m_session->network.await(1)
        && Test::ServerScript(switchboard()).play("C ANS 1 alice@example.com 1.2 20481\\r\\n\n" + entry);
}

void TestOddServers::openings_data()
{
    QTest::addColumn<QByteArray>("usual");
    QTest::addColumn<QByteArray>("odd");
    const auto row = [](const char *name, const char *usual, const char *odd) {
        QTest::newRow(name) << QByteArray(usual) << QByteArray(odd);
    };
    row("VER with more", "S VER 1 MSNP9 CVR0\\r\\n", "S VER 1 MSNP9 CVR0 X\\r\\n");
    row("VER with all that it knows", "S VER 1 MSNP9 CVR0\\r\\n", "S VER 1 MSNP9 MSNP8 CVR0\\r\\n");
    row("VER without CVR0", "S VER 1 MSNP9 CVR0\\r\\n", "S VER 1 MSNP9\\r\\n");
    row("blanks in a row", "S USR 3 TWN S ", "S USR  3  TWN  S  ");
    row("CVR with more", "http://im.example.net\\r\\n", "http://im.example.net X Y\\r\\n");
    row("CVR without anything",
        "S CVR 2 6.0.0602 6.0.0602 5.0.0527 http://dl.example.net/s.exe "
        "http://im.example.net\\r\\n",
        "S CVR 2\\r\\n");
    row("policy with more", "tpf=00ff\\r\\n", "tpf=00ff X\\r\\n");
    row("USR OK with more", "Alice%20A. 1 0\\r\\n", "Alice%20A. 1 0 X Y\\r\\n");
    row("USR OK without the flags", "Alice%20A. 1 0\\r\\n", "Alice%20A.\\r\\n");
    row("USR OK with the address alone", "alice@example.com Alice%20A. 1 0\\r\\n", "alice@example.com\\r\\n");
    row("USR OK in other case", "OK alice@example.com", "OK Alice@Example.COM");
    row("a profile before the answer", "S USR 4 OK",
        "S MSG Hotmail Hotmail 59\\r\\n\n. MIME-Version: 1.0\\r\\nContent-Type: "
        "text/x-msmsgsprofile\\r\\n\\r\\n1\\n\nS USR 4 OK");
    row("a blank line between", "S USR 4 OK", "S \\r\\n\nS USR 4 OK");
    row("a verb of tomorrow", "S USR 4 OK", "S GCF 0 5\\r\\n\n. <a/>\\n\nS SBS 0 null\\r\\n\nS USR 4 OK");
}

void TestOddServers::openings()
{
    QFETCH(QByteArray, usual);
    QFETCH(QByteArray, odd);
    QVERIFY2(m_session->opening().contains(usual), "the row is about nothing");
    m_session->account().signIn(QStringLiteral("secret"), Status::Online);
    QVERIFY(m_session->followTo(0));
    QVERIFY(m_session->play(m_session->opening().replace(usual, odd)));
    QVERIFY(m_session->play(m_session->defaultList()));
    QVERIFY(m_session->play(m_session->firstStatus()));
    QCOMPARE(m_session->account().state(), State::SignedIn);
}

void TestOddServers::linesEndWithLfAlone()
{
    m_session->account().signIn(QStringLiteral("secret"), Status::Online);
    QVERIFY(m_session->followTo(0));
    QVERIFY(m_session->play(withoutReturns(m_session->opening())));
    QVERIFY(m_session->play(withoutReturns(m_session->defaultList())));
    QVERIFY(m_session->play(withoutReturns(m_session->firstStatus())));
    const QByteArray payload = "MIME-Version: 1.0\nContent-Type: text/x-msmsgsinitialemailnotification\n\n"
                               "Inbox-Unread: 3\n";
    m_session->ns().say("MSG Hotmail Hotmail " + QByteArray::number(payload.size()) + '\n' + payload
        + "NLN AWY bob@example.com Bob 0\n");
    QCOMPARE(m_session->account().inboxUnread(), 3);
    QCOMPARE(m_session->account().contacts().find(bob)->status, Status::Away);
}

void TestOddServers::lists_data()
{
    QTest::addColumn<QByteArray>("usual");
    QTest::addColumn<QByteArray>("odd");
    const auto row = [](const char *name, const char *usual, const char *odd) {
        QTest::newRow(name) << QByteArray(usual) << QByteArray(odd);
    };
    row("SYN with more", "S SYN 5 139 2 2\\r\\n", "S SYN 5 139 2 2 X\\r\\n");
    row("no settings", "S GTC A\\r\\n", "");
    row("settings with more", "S BLP AL\\r\\n", "S BLP AL X\\r\\n");
    row("settings with ids", "S GTC A\\r\\n", "S GTC 5 A\\r\\n");
    row("a setting nobody knows", "S BLP AL\\r\\n", "S BLP XX\\r\\n");
    row("people before groups", "S LSG 0 Other%20Contacts 0\\r\\n",
        "S LST bob@example.com Bob 11 0\\r\\nLSG 0 Other%20Contacts 0\\r\\n");
    row("a group without the last number", "S LSG 1 Friends 0\\r\\n", "S LSG 1 Friends\\r\\n");
    row("a group nobody knows", "S LST bob@example.com Bob 11 0\\r\\n",
        "S LST bob@example.com Bob 11 0,99\\r\\n");
    row("a contact with more", "S LST bob@example.com Bob 11 0\\r\\n",
        "S LST bob@example.com Bob 11 0 X\\r\\n");
    row("an address in other case", "S LST bob@example.com Bob 11 0\\r\\n",
        "S LST Bob@Example.COM Bob 11 0\\r\\n");
    row("a property of nobody", "S LSG 0", "S BPR PHH 555\\r\\nLSG 0");
    row("a property with an address", "S LST carol", "S BPR bob@example.com PHH 555%200100\\r\\nLST carol");
    row("a challenge in between", "S LST carol", "S QNG 50\\r\\nLST carol");
    row("mail in between", "S LST carol",
        "S MSG Hotmail Hotmail 73\\r\\nMIME-Version: 1.0\\r\\nContent-Type: "
        "text/x-msmsgsemailnotification\\r\\n\\r\\n12345\\nLST carol");
}

void TestOddServers::lists()
{
    QFETCH(QByteArray, usual);
    QFETCH(QByteArray, odd);
    QVERIFY2(m_session->defaultList().contains(usual), "the row is about nothing");
    QByteArray list = m_session->defaultList().replace(usual, odd);
    if (odd.contains("LST bob") && !usual.contains("LST bob"))
        list.replace("                  S LST bob@example.com Bob 11 0\\r\\n\n", "");
    QVERIFY(m_session->signIn(list));
    const ContactList &contacts = m_session->account().contacts();
    QCOMPARE(contacts.size(), 2);
    QVERIFY(contacts.find(bob)->isOnForwardList());
    QVERIFY(contacts.find(bob)->groups.contains(GroupId("0")));
    QVERIFY(contacts.find(carol)->groups.contains(GroupId("1")));
}

void TestOddServers::newsDuringTheList()
{
    // Somebody comes online, is added and calls while the list is still on its way.
    const QByteArray news = "S ILN 5 AWY bob@example.com Bob 0\\r\\n\n"
                            "S NLN BSY carol@example.com Carol 0\\r\\n\n"
                            "S ADD 0 RL 140 eve@example.com Eve\\r\\n\n"
                            "S RNG 20481 192.0.2.20:1863 CKI 1.2 bob@example.com Bob\\r\\n\n"
                            "S LSG 1";
    QVERIFY(m_session->signIn(m_session->defaultList().replace("S LSG 1", news)));
    const ContactList &contacts = m_session->account().contacts();
    QCOMPARE(contacts.find(bob)->status, Status::Away);
    QCOMPARE(contacts.find(carol)->status, Status::Busy);
    QCOMPARE(m_session->account().undecided(), QList<Address>{Test::address("eve@example.com")});
    QVERIFY(m_session->network.await(1));
    QVERIFY(Test::ServerScript(switchboard())
                .play("C ANS 1 alice@example.com 1.2 20481\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n\n"
                      "S ANS 1 OK\\r\\n"));
    switchboard().say(serverMessage("bob@example.com", "Bob", plainText("hi")));
    QCOMPARE(textsOf(withBob()), QStringList{QStringLiteral("hi")});
}

void TestOddServers::fewerContactsThanAnnounced()
{
    m_session->options.timing.listStall = 50ms;
    QVERIFY(m_session->signIn(m_session->defaultList().replace("SYN 5 139 2 2", "SYN 5 139 3 2")));
    QCOMPARE(m_session->account().contacts().size(), 2);
}

void TestOddServers::moreContactsThanAnnounced()
{
    m_session->keepCaches();
    QByteArray list = m_session->defaultList().replace("SYN 5 139 2 2", "SYN 5 139 1 2");
    const qsizetype late = list.indexOf("S LST carol");
    QVERIFY(m_session->signIn(list.left(late)));
    QVERIFY(m_session->play(list.mid(late)));
    QCOMPARE(m_session->account().contacts().size(), 2);
    // Nor is the late one missing from what is kept for the next time.
    m_session->account().signOut();
    m_session->restart();
    QVERIFY(m_session->signIn("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n"));
    QCOMPARE(m_session->account().contacts().size(), 2);
}

void TestOddServers::notifications_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QByteArray &line) { QTest::newRow(name) << line; };
    row("NLN of a stranger", "NLN NLN eve@example.com Eve 0\r\n");
    row("NLN of oneself", "NLN BSY alice@example.com Mallory 0\r\n");
    row("NLN with more", "NLN NLN bob@example.com Bob 0 %3Cmsnobj%2F%3E X Y\r\n");
    row("NLN without a client id", "NLN NLN bob@example.com Bob\r\n");
    row("NLN without a name", "NLN NLN bob@example.com\r\n");
    row("NLN with a status of tomorrow", "NLN XYZ bob@example.com Bob 0\r\n");
    row("ILN with id 0", "ILN 0 NLN bob@example.com Bob 0\r\n");
    row("ILN without an id", "ILN NLN bob@example.com Bob 0\r\n");
    row("FLN of a stranger", "FLN eve@example.com\r\n");
    row("FLN twice", "FLN bob@example.com\r\nFLN bob@example.com\r\n");
    row("personal message of tomorrow", "UBX bob@example.com 5\r\n<a/>\n");
    row("payload verb of tomorrow", "FQY 0 4\r\n<a/>");
    row("QNG nobody asked for", "QNG 50\r\nQNG\r\nQNG x\r\n");
    row("error without an id", "713\r\n");
    row("error with more", "201 4294967295 X Y\r\n");
    row("LST behind its list", "LST eve@example.com Eve 11 0\r\n");
    row("SYN nobody asked for", "SYN 99 200 5 5\r\n");
    row("BPR of a stranger", "BPR 140 eve@example.com PHH 555\r\n");
    row("MSG of a stranger", serverMessage("eve@example.com", "Eve", plainText("hi")));
    row("URL nobody asked for", "URL 99 / / 1\r\n");
    row("blank lines", "\r\n\n\r\n");
}

void TestOddServers::notifications()
{
    QFETCH(QByteArray, line);
    QVERIFY(m_session->signIn());
    m_session->ns().say(line);
    QVERIFY(m_session->script().nothingMoreSent());
    m_session->ns().say("NLN AWY carol@example.com Carol 0\r\n");
    const ContactList &contacts = m_session->account().contacts();
    QCOMPARE(contacts.find(carol)->status, Status::Away);
    QVERIFY(contacts.find(bob)->isOnForwardList());
    QVERIFY(!contacts.find(Test::address("eve@example.com"))
        || !contacts.find(Test::address("eve@example.com"))->isOnline());
    QCOMPARE(m_session->account().ownName().text(), QStringLiteral("Alice A."));
    QVERIFY(m_session->account().conversations().all().isEmpty());
}

void TestOddServers::challengedTwice()
{
    QVERIFY(m_session->signIn());
    const QByteArray challenge = "S CHL 0 15570131571988941333\\r\\n\n";
    const QByteArray answer = "C QRY 7 msmsgs@msnmsgr.com 32\\r\\n\n. 8f2f5a91b72102cd28355e9fc9000d6e\n";
    QVERIFY(m_session->play(challenge + challenge + answer + "S QRY 7\\r\\n\n" + answer + "S QRY 7\\r\\n"));
    QVERIFY(m_session->play("S QRY 7\\r\\n")); // once more than it was asked
    QCOMPARE(m_session->account().state(), State::SignedIn);
}

void TestOddServers::rings_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const char *line) { QTest::newRow(name) << QByteArray(line); };
    row("with more", "RNG 20481 192.0.2.20:1863 CKI 1.2 bob@example.com Bob U messenger.example.net 1");
    row("without a name", "RNG 20481 192.0.2.20:1863 CKI 1.2 bob@example.com");
    row("without a port", "RNG 20481 192.0.2.20 CKI 1.2 bob@example.com Bob");
    row("blanks in a row", "RNG  20481  192.0.2.20:1863  CKI  1.2  bob@example.com  Bob ");
    row("address in other case", "RNG 20481 192.0.2.20:1863 CKI 1.2 Bob@Example.COM Bob");
}

void TestOddServers::rings()
{
    QFETCH(QByteArray, line);
    QVERIFY(m_session->signIn());
    m_session->ns().say(line + "\r\n");
    QVERIFY(m_session->network.await(1));
    QCOMPARE(switchboard().endpoint().toString(), QStringLiteral("192.0.2.20:1863"));
    QVERIFY(Test::ServerScript(switchboard())
                .play("C ANS 1 alice@example.com 1.2 20481\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n\n"
                      "S ANS 1 OK\\r\\n"));
    switchboard().say(serverMessage("bob@example.com", "Bob", plainText("hi")));
    QCOMPARE(textsOf(withBob()), QStringList{QStringLiteral("hi")});
}

void TestOddServers::switchboards_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("line");
    const QByteArray usual = "S IRO 1 1 1 bob@example.com Bob\\r\\n\nS ANS 1 OK\\r\\n";
    const auto row = [](const char *name, const QByteArray &entry, const QByteArray &line = {}) {
        QTest::newRow(name) << entry << line;
    };
    row("IRO behind ANS", "S ANS 1 OK\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n");
    row("JOI instead of IRO", "S ANS 1 OK\\r\\n\nS JOI bob@example.com Bob\\r\\n");
    row("nobody is named", "S ANS 1 OK\\r\\n");
    row("wrong counts", "S IRO 1 7 99 bob@example.com Bob\\r\\n\nS ANS 1 OK\\r\\n");
    row("IRO with more", "S IRO 1 1 1 bob@example.com Bob 0 X\\r\\n\nS ANS 1 OK\\r\\n");
    row("ANS with more", "S IRO 1 1 1 bob@example.com Bob\\r\\n\nS ANS 1 OK X\\r\\n");
    row("ANS without OK", "S IRO 1 1 1 bob@example.com Bob\\r\\n\nS ANS 1\\r\\n");
    row("we are in the list",
        "S IRO 1 1 2 alice@example.com A\\r\\n\nS IRO 1 2 2 bob@example.com Bob\\r\\n\n"
        "S ANS 1 OK\\r\\n");
    row("joins twice", usual, "JOI bob@example.com Bob\r\nJOI Bob@Example.com Bob\r\n");
    row("joins with more", usual, "JOI bob@example.com Bob 0 X\r\n");
    row("a stranger goes", usual, "BYE eve@example.com\r\nBYE eve@example.com 1\r\n");
    row("we go", usual, "BYE alice@example.com\r\n");
    row("ACK and NAK for nothing", usual, "ACK 1\r\nACK 99\r\nNAK 99\r\nACK\r\n");
    row("error for nothing", usual, "280 99\r\n715\r\n");
    row("a verb of tomorrow", usual, "XYZ 0 bob@example.com 5 6\r\n");
    row("typing without an end", usual,
        serverMessage("bob@example.com", "Bob",
            "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\nTypingUser: bob@example.com"));
}

void TestOddServers::switchboards()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, line);
    QVERIFY(ring(entry));
    switchboard().say(line + serverMessage("bob@example.com", "Bob", plainText("hi")));
    QCOMPARE(m_session->account().conversations().all().size(), 1);
    QCOMPARE(textsOf(withBob()), QStringList{QStringLiteral("hi")});
    QVERIFY(!withBob().isGroup());
    QVERIFY(switchboard().isOpen());
    QCOMPARE(m_session->account().state(), State::SignedIn);
}

void TestOddServers::wordsBeforeTheAnswer()
{
    // Whoever is there may speak before the server has told us that we are in.
    QVERIFY(ring("S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    switchboard().say(serverMessage("bob@example.com", "Bob", plainText("one")) + "ANS 1 OK\r\n"
        + serverMessage("bob@example.com", "Bob", plainText("two")));
    QCOMPARE(textsOf(withBob()), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
}

void TestOddServers::wordsOfSomebodyWhoIsNotThere()
{
    QVERIFY(ring("S IRO 1 1 1 bob@example.com Bob\\r\\n\nS ANS 1 OK\\r\\n"));
    switchboard().say(serverMessage("eve@example.com", "Bob", plainText("it is me"))
        + serverMessage("bob@example.com", "Bob", plainText("hi")));
    // Under the name that was sent, but never as Bob's.
    const QList<ChatMessage> &lines = withBob().messages();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].sender, Test::address("eve@example.com"));
    QCOMPARE(lines[1].sender, bob);
    QVERIFY(!withBob().isGroup());
}

void TestOddServers::joinsBeforeTheRinging()
{
    QVERIFY(m_session->signIn());
    withBob().sendText(QStringLiteral("hi"), {});
    QVERIFY(m_session->play("C XFR 7 SB\\r\\n\nS XFR 7 SB 192.0.2.20:1863 CKI 1.2\\r\\n"));
    QVERIFY(m_session->network.await(1));
    QVERIFY(Test::ServerScript(switchboard())
                .play("C USR 1 alice@example.com 1.2\\r\\n\nS USR 1 OK alice@example.com\\r\\n\n"
                      "C CAL 2 bob@example.com\\r\\n\nS JOI bob@example.com Bob\\r\\n\n"
                      "S CAL 2 RINGING 20481\\r\\n"));
    EVENTUALLY(switchboard().sent().startsWith("MSG 3 A "));
    switchboard().say("ACK 3\r\nACK 3\r\n");
    QCOMPARE(withBob().messages()[0].delivery, ChatMessage::Delivery::Delivered);
}

void TestOddServers::switchboardAddresses_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const char *line) { QTest::newRow(name) << QByteArray(line); };
    row("with more", "S XFR 7 SB 192.0.2.20:1863 CKI 1.2 U messenger.example.net 1\\r\\n");
    row("without a port", "S XFR 7 SB 192.0.2.20 CKI 1.2\\r\\n");
    row("blanks in a row", "S XFR 7  SB  192.0.2.20:1863  CKI  1.2 \\r\\n");
}

void TestOddServers::switchboardAddresses()
{
    QFETCH(QByteArray, line);
    QVERIFY(m_session->signIn());
    withBob().sendText(QStringLiteral("hi"), {});
    QVERIFY(m_session->play("C XFR 7 SB\\r\\n\n" + line));
    QVERIFY(m_session->network.await(1));
    QCOMPARE(switchboard().endpoint().toString(), QStringLiteral("192.0.2.20:1863"));
    QVERIFY(Test::ServerScript(switchboard()).play("C USR 1 alice@example.com 1.2\\r\\n"));
}

QTEST_GUILESS_MAIN(TestOddServers)
#include "tst_oddservers.moc"
