#include "core/protocol/verb.h"
#include "tests/core/service/bareservice.h"
#include "tests/support/eventually.h"

#include <QTest>

using namespace Test;

namespace {

/// Fixed, so that a script can name them.
const QUuid chess(QStringLiteral("11111111-1111-4111-8111-111111111111"));
const QUuid bobsId(QStringLiteral("22222222-2222-4222-8222-222222222222"));

/// The accounts of everybody, without what is made at random.
struct Lists
{
    QList<Msn::AccountRecord> accounts;
    QList<QList<Msn::ContactRecord>> contacts;
    QList<QList<Msn::GroupRecord>> groups;
    qsizetype invitations = 0;

    friend bool operator==(const Lists &, const Lists &) = default;
};

Lists listsOf(const Msn::AccountStore &store)
{
    Lists lists;
    const auto addresses = store.addresses();
    for (const Msn::Address &address : addresses) {
        Msn::AccountRecord account = *store.account(address);
        account.memberId = 0; // random, as are the ids below
        lists.accounts.append(account);
        auto contacts = store.contacts(address);
        for (Msn::ContactRecord &contact : contacts)
            contact.id = {};
        lists.contacts.append(contacts);
        auto groups = store.groups(address);
        for (Msn::GroupRecord &group : groups)
            group.id = {};
        lists.groups.append(groups);
    }
    lists.invitations = store.invitations().size();
    return lists;
}

int wholeCommands(const QByteArray &bytes)
{
    Msn::CommandReader reader(Msn::framingFromClient);
    reader.feed(bytes);
    int count = 0;
    for (auto command = reader.next(); command && *command; command = reader.next())
        ++count;
    return count;
}

} // namespace

/// A client that is gone after any number of bytes: nobody is stuck, nobody is left in the dark, and
/// a change of the lists has happened whole or not at all.
class tst_ServiceCuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void signIn_data();
    void signIn();
    void lists_data();
    void lists();
    void conversation_data();
    void conversation();

private:
    /// Alice sends \p bytes, is gone, and the service has noticed.
    bool isGoneAfter(const QByteArray &client, const QByteArray &bytes);

    std::unique_ptr<BareService> m_service;
};

void tst_ServiceCuts::init()
{
    m_service = std::make_unique<BareService>();
    BareService &service = *m_service;
    const Msn::Address alice = BareService::address("alice");
    service.befriend("alice", "bob");
    service.store.saveGroup(alice, {1, chess, Msn::FriendlyName(QStringLiteral("Chess"))});
    Msn::ContactRecord bob = *service.store.contact(alice, BareService::address("bob"));
    bob.id = bobsId;
    bob.groups = {1};
    service.store.saveContact(alice, bob);
    service.store.commit();
}

void tst_ServiceCuts::cleanup()
{
    m_service.reset();
}

bool tst_ServiceCuts::isGoneAfter(const QByteArray &client, const QByteArray &bytes)
{
    ScriptedClient &alice = m_service->dialogue.client(client);
    alice.sendBytes(bytes);
    alice.hangUp();
    return eventually([this] { return !m_service->core.presence.find(BareService::address("alice")); });
}

void tst_ServiceCuts::signIn_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MSNP8") << 8;
    QTest::newRow("MSNP10") << 10;
}

void tst_ServiceCuts::signIn()
{
    QFETCH(int, protocol);
    Dialogue &dialogue = m_service->dialogue;
    const QByteArray hello = "VER 1 MSNP" + QByteArray::number(protocol)
        + " CVR0\r\nCVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1 MSMSGS alice@example.com\r\nUSR 3 TWN I "
          "alice@example.com\r\n";
    for (qsizetype length = 0; length < hello.size(); ++length) {
        PLAY(dialogue, "alice connect");
        QVERIFY(isGoneAfter("alice", hello.first(length)));
    }
    QCOMPARE(m_service->signInOnline("bob", 9), QString());
    const auto rest = [&dialogue] {
        return "USR 4 TWN S " + dialogue.value("<ticket-alice>") + "\r\nSYN 5 0 0\r\nCHG 6 NLN 0\r\n";
    };
    QCOMPARE(m_service->askPolicy("alice", protocol), QString());
    const qsizetype size = rest().size();
    for (qsizetype length = 0; length <= size; ++length) {
        QVERIFY(isGoneAfter("alice", rest().first(length)));
        QCOMPARE(m_service->askPolicy("alice", protocol), QString()); // in again at once
        if (length < size)
            continue;
        PLAY(dialogue, "bob < NLN NLN alice@example.com Alice 0\nbob < FLN alice@example.com");
    }
    PLAY(dialogue, "bob silent");
}

void tst_ServiceCuts::lists_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("session");

    QTest::newRow("MSNP9") << 9
                           << QByteArray("ADG 11 Go%20club 0\r\n"
                                         "ADD 12 FL carol@example.com Carol 2\r\n"
                                         "ADD 13 BL dave@example.com Dave\r\n"
                                         "REM 14 FL bob@example.com 1\r\n"
                                         "REA 15 alice@example.com Alison\r\n"
                                         "REG 16 1 Checkers 0\r\n"
                                         "PRP 17 PHH 555%200100\r\n"
                                         "SDC 18 mike@example.com 0x0409 MSNMSGR MSMSGS X X A 8\r\nHi Mike!"
                                         "RMG 19 2\r\n"
                                         "OUT\r\n");
    QTest::newRow("MSNP10") << 10
                            << QByteArray("ADC 11 FL N=carol@example.com F=Carol\r\n"
                                          "REM 12 FL 22222222-2222-4222-8222-222222222222 "
                                          "11111111-1111-4111-8111-111111111111\r\n"
                                          "REM 13 AL bob@example.com\r\n"
                                          "ADC 14 BL N=bob@example.com\r\n"
                                          "SBP 15 22222222-2222-4222-8222-222222222222 MFN Bobby\r\n"
                                          "PRP 16 MFN Alison\r\n"
                                          "REM 17 FL 22222222-2222-4222-8222-222222222222\r\n"
                                          "BLP 18 BL\r\n");
}

void tst_ServiceCuts::lists()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, session);
    QList<Lists> expected; // after each number of whole commands
    for (qsizetype length = 0; length <= session.size(); ++length) {
        init(); // lists as they were
        QCOMPARE(m_service->signIn("alice", protocol), QString());
        const QByteArray bytes = session.first(length);
        QVERIFY(isGoneAfter("alice", bytes));
        const Lists lists = listsOf(m_service->store);
        const int commands = wholeCommands(bytes);
        if (expected.size() == commands)
            expected.append(lists);
        QCOMPARE(expected.size(), commands + 1);
        QVERIFY2(lists == expected.constLast(), bytes.constData());
    }
    // Every command but OUT has changed something.
    for (qsizetype i = 1; i < expected.size() - (session.endsWith("OUT\r\n") ? 1 : 0); ++i)
        QVERIFY2(!(expected[i] == expected[i - 1]), qPrintable(QString::number(i)));
}

void tst_ServiceCuts::conversation_data()
{
    QTest::addColumn<int>("alices");
    QTest::addColumn<int>("bobs");
    QTest::newRow("MSNP8 and MSNP10") << 8 << 10;
    QTest::newRow("MSNP10 and MSNP9") << 10 << 9;
}

void tst_ServiceCuts::conversation()
{
    QFETCH(int, alices);
    QFETCH(int, bobs);
    Dialogue &dialogue = m_service->dialogue;
    QCOMPARE(m_service->signInOnline("alice", alices), QString());
    QCOMPARE(m_service->signInOnline("bob", bobs), QString());
    QCOMPARE(m_service->signInOnline("carol", 9), QString());
    QVERIFY(m_service->readUntil("bob", "ILN"));
    QVERIFY(m_service->readUntil("alice", "NLN"));
    const QByteArray hello = "MIME-Version: 1.0\r\n\r\nHello";
    const QByteArray session = "MSG 3 A " + QByteArray::number(hello.size()) + "\r\n" + hello
        + "CAL 4 carol@example.com\r\nOUT\r\n";
    for (qsizetype length = 0; length <= session.size(); ++length) {
        for (const QByteArray name : {"<cookie>", "<ring>", "<session>"})
            dialogue.forget(name);
        PLAY(dialogue, R"(
            alice > XFR 10 SB
            alice < XFR 10 SB * CKI <cookie>
            alice-sb connect
            alice-sb > USR 1 alice@example.com <cookie>
            alice-sb < USR 1 OK alice@example.com Alice
            alice-sb > CAL 2 bob@example.com
            alice-sb < CAL 2 RINGING <session>
            bob < RNG <session> * CKI <ring> alice@example.com Alice
            bob-sb connect
            bob-sb > ANS 1 bob@example.com <ring> <session>
            bob-sb < IRO 1 1 1 alice@example.com Alice
            bob-sb < ANS 1 OK
            alice-sb < JOI bob@example.com Bob)");
        const QByteArray bytes = session.first(length);
        dialogue.client("alice-sb").sendBytes(bytes);
        dialogue.client("alice-sb").hangUp();
        const int commands = wholeCommands(bytes);
        if (commands >= 1)
            PLAY(dialogue, "bob-sb < MSG alice@example.com Alice ..");
        if (commands >= 2)
            PLAY(dialogue, "carol < RNG <session> ..");
        PLAY(dialogue, "bob-sb < BYE alice@example.com\nbob-sb > OUT\nbob-sb closed");
        QCOMPARE(m_service->core.switchboards, 0);
    }
    PLAY(dialogue, "alice silent\nbob silent\ncarol silent");
}

QTEST_GUILESS_MAIN(tst_ServiceCuts)

#include "tst_servicecuts.moc"
