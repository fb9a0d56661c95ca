#include "tests/core/integration/homenetwork.h"

#include "core/chat/conversations.h"
#include "core/net/networktest.h"
#include "core/net/trafficlog.h"
#include "core/roster/rostereditor.h"
#include "tests/support/eventually.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using Test::HomeNetwork;

namespace {

using Version = ProtocolVersion;

/// The outcome of a request, once there is one.
struct Result
{
    std::optional<Expected<std::monostate, Error>> value;

    Completion<std::monostate> completion(QObject *context)
    {
        return {context, [this](const Expected<std::monostate, Error> &result) { value = result; }};
    }
    bool succeeded() const { return value && value->has_value(); }
    int refusal() const { return value && !value->has_value() ? value->error().serverNumber : 0; }
};

QString lastText(const Conversation *conversation)
{
    return conversation && !conversation->messages().isEmpty() ? conversation->messages().constLast().text
                                                               : QString();
}

bool allDelivered(const Conversation &conversation)
{
    return std::all_of(
        conversation.messages().cbegin(), conversation.messages().cend(), [](const ChatMessage &message) {
            return !message.outgoing || message.delivery == ChatMessage::Delivery::Delivered;
        });
}

} // namespace

class TestClientAndService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeHome(true); }
    void signsIn_data();
    void signsIn();
    void encryptsTheWholeLinkOnTheTlsPort();
    void saysThatThePasswordIsWrong();
    void saysThatTheAccountIsUnknown();
    void testOfTheNetworkChecksThePassword_data();
    void testOfTheNetworkChecksThePassword();
    void seesPresenceOfOthers_data();
    void seesPresenceOfOthers();
    void chatsBothWays_data();
    void chatsBothWays();
    void chatsAmongThree();
    void losesNothingWhenTheOtherLeavesMidSentence();
    void failsATextToSomebodyOffline();
    void keepsATextToSomebodyOffline_data();
    void keepsATextToSomebodyOffline();
    void goesOnWhenSomebodyComes();
    void addsBlocksAndRemoves_data();
    void addsBlocksAndRemoves();
    void managesGroups_data();
    void managesGroups();
    void promptsThePersonWhoWasAdded();
    void refusesAnUnknownAddress_data();
    void refusesAnUnknownAddress();
    void endsTheOlderSignIn();
    void asksForTheListOnlyOnce_data();
    void asksForTheListOnlyOnce();
    void invitesByEmail();
    void waitsToReconnectWhenTheServiceStops();

private:
    void makeHome(bool keepsMessages);
    static void versions();
    static void versionPairs();

    std::unique_ptr<HomeNetwork> m_home;
};

void TestClientAndService::makeHome(bool keepsMessages)
{
    m_home = std::make_unique<HomeNetwork>(keepsMessages);
    m_home->addAccount(QStringLiteral("alice"), QStringLiteral("Alice A."));
    m_home->addAccount(QStringLiteral("bob"), QStringLiteral("Bob \u4F60\u597D 100%"));
    m_home->addAccount(QStringLiteral("carol"), QStringLiteral("Carol"));
    m_home->befriend(QStringLiteral("alice"), QStringLiteral("bob"));
    m_home->befriend(QStringLiteral("bob"), QStringLiteral("carol"));
}

void TestClientAndService::versions()
{
    QTest::addColumn<Version>("version");
    QTest::newRow("MSNP8") << Version::Msnp8;
    QTest::newRow("MSNP9") << Version::Msnp9;
    QTest::newRow("MSNP10") << Version::Msnp10;
}

void TestClientAndService::versionPairs()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<Version>("other");
    for (const Version one : supportedProtocolVersions()) {
        for (const Version other : supportedProtocolVersions())
            QTest::addRow("MSNP%d and MSNP%d", static_cast<int>(one), static_cast<int>(other))
                << one << other;
    }
}

void TestClientAndService::signsIn_data()
{
    versions();
}

void TestClientAndService::signsIn()
{
    QFETCH(Version, version);
    const auto bob = m_home->client(QStringLiteral("bob"), version);
    QVERIFY(HomeNetwork::signIn(*bob));
    QCOMPARE(bob->protocolVersion(), version);
    QCOMPARE(bob->ownName().text(), QStringLiteral("Bob \u4F60\u597D 100%"));
    QVERIFY(bob->contacts().find(HomeNetwork::address(QStringLiteral("alice"))));
    QVERIFY(!bob->profile().clientIp().isEmpty());
}

void TestClientAndService::encryptsTheWholeLinkOnTheTlsPort()
{
    Account alice(m_home->description(Version::Msnp10, NetworkDescription::Security::Tls),
        HomeNetwork::address(QStringLiteral("alice")));
    QVERIFY(HomeNetwork::signIn(alice));
}

void TestClientAndService::saysThatThePasswordIsWrong()
{
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp9);
    QSignalSpy errors(alice.get(), &Account::errorOccurred);
    alice->signIn(QStringLiteral("wrong"), Status::Online);
    QVERIFY(errors.wait());
    QCOMPARE(alice->lastError().code, ErrorCode::WrongPassword);
    QCOMPARE(alice->state(), Account::State::SignedOut);
    QVERIFY(HomeNetwork::signIn(*alice));
}

void TestClientAndService::saysThatTheAccountIsUnknown()
{
    const auto nobody = m_home->client(QStringLiteral("nobody"), Version::Msnp9);
    QSignalSpy errors(nobody.get(), &Account::errorOccurred);
    nobody->signIn(QStringLiteral("secret"), Status::Online);
    QVERIFY(errors.wait());
    QCOMPARE(nobody->lastError().code, ErrorCode::WrongPassword);
}

void TestClientAndService::testOfTheNetworkChecksThePassword_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<NetworkTestStep::State>("state");
    QTest::newRow("right") << QStringLiteral("secret") << NetworkTestStep::State::Passed;
    QTest::newRow("wrong") << QStringLiteral("guess") << NetworkTestStep::State::Failed;
}

/// The service keeps a policy no longer than the connection it was given to.
void TestClientAndService::testOfTheNetworkChecksThePassword()
{
    QFETCH(QString, password);
    NetworkTest test(m_home->description(Version::Msnp10));
    const QSignalSpy finished(&test, &NetworkTest::finished);
    test.start(HomeNetwork::address(QStringLiteral("alice")), password);
    QTRY_COMPARE(finished.count(), 1);
    const NetworkTestStep login = test.steps().at(static_cast<int>(NetworkTestStep::Kind::LogIn));
    QTEST(login.state, "state");
}

void TestClientAndService::seesPresenceOfOthers_data()
{
    versionPairs();
}

void TestClientAndService::seesPresenceOfOthers()
{
    QFETCH(Version, version);
    QFETCH(Version, other);
    const auto alice = m_home->client(QStringLiteral("alice"), version);
    const auto bob = m_home->client(QStringLiteral("bob"), other);
    QVERIFY(HomeNetwork::signIn(*alice));
    QSignalSpy signedIn(alice.get(), &Account::contactSignedIn);
    QVERIFY(HomeNetwork::signIn(*bob, Status::Busy));
    EVENTUALLY(signedIn.size() == 1);
    const Contact *seen = alice->contacts().find(bob->address());
    QCOMPARE(seen->status, Status::Busy);
    QCOMPARE(seen->friendlyName.text(), QStringLiteral("Bob \u4F60\u597D 100%"));
    // Alice was there before: initial presence, not news.
    EVENTUALLY(bob->contacts().find(alice->address())->isOnline());

    bob->setStatus(Status::Hidden);
    EVENTUALLY(alice->contacts().find(bob->address())->status == Status::Offline);
    bob->setStatus(Status::OutToLunch);
    EVENTUALLY(alice->contacts().find(bob->address())->status == Status::OutToLunch);
    bob->signOut();
    EVENTUALLY(alice->contacts().find(bob->address())->status == Status::Offline);
}

void TestClientAndService::chatsBothWays_data()
{
    versionPairs();
}

void TestClientAndService::chatsBothWays()
{
    QFETCH(Version, version);
    QFETCH(Version, other);
    const auto alice = m_home->client(QStringLiteral("alice"), version);
    const auto bob = m_home->client(QStringLiteral("bob"), other);
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(HomeNetwork::signIn(*bob));
    QSignalSpy arrived(&bob->conversations(), &Conversations::conversationAdded);

    TextFormat format;
    format.fontFamily = QStringLiteral("\u5B8B\u4F53");
    format.bold = true;
    format.colour = 0xFF8000;
    Conversation *fromAlice = alice->conversations().with(bob->address());
    fromAlice->sendText(QStringLiteral("H\u00E9llo\nsecond line \U0001F98B"), format);
    fromAlice->sendText(QStringLiteral("and more"), format);
    EVENTUALLY(arrived.size() == 1);
    const auto *atBob = arrived.constFirst().constFirst().value<Conversation *>();
    EVENTUALLY(atBob->messages().size() == 2);
    QCOMPARE(atBob->messages()[0].text, QStringLiteral("H\u00E9llo\nsecond line \U0001F98B"));
    QCOMPARE(atBob->messages()[0].format.colour, 0xFF8000u);
    QVERIFY(atBob->messages()[0].format.bold);
    QCOMPARE(atBob->messages()[0].format.fontFamily, QStringLiteral("\u5B8B\u4F53"));
    QCOMPARE(atBob->messages()[1].text, QStringLiteral("and more"));
    EVENTUALLY(allDelivered(*fromAlice));

    Conversation *back = bob->conversations().with(alice->address());
    QCOMPARE(back, atBob);
    back->noteTyping();
    EVENTUALLY(fromAlice->typing().size() == 1);
    back->sendNudge();
    EVENTUALLY(fromAlice->messages().constLast().kind == ChatMessage::Kind::Nudge);
    back->sendText(QStringLiteral("hi"), {});
    EVENTUALLY(lastText(fromAlice) == QStringLiteral("hi"));
    QCOMPARE(fromAlice->typing().size(), 0);
    EVENTUALLY(allDelivered(*back));
}

void TestClientAndService::chatsAmongThree()
{
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp8);
    const auto bob = m_home->client(QStringLiteral("bob"), Version::Msnp9);
    const auto carol = m_home->client(QStringLiteral("carol"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(HomeNetwork::signIn(*bob));
    QVERIFY(HomeNetwork::signIn(*carol));
    QSignalSpy atAlice(&alice->conversations(), &Conversations::conversationAdded);
    QSignalSpy atCarol(&carol->conversations(), &Conversations::conversationAdded);

    Conversation *bobs = bob->conversations().with(alice->address());
    bobs->sendText(QStringLiteral("wait, I get Carol"), {});
    Result invited;
    bobs->invite(carol->address(), invited.completion(this));
    EVENTUALLY(invited.succeeded());
    EVENTUALLY(bobs->isGroup());
    EVENTUALLY(atCarol.size() == 1);
    EVENTUALLY(atAlice.size() == 1);
    auto *carols = atCarol.constFirst().constFirst().value<Conversation *>();
    const auto *alices = atAlice.constFirst().constFirst().value<Conversation *>();
    QVERIFY(carols->isGroup());
    EVENTUALLY(alices->isGroup());
    EVENTUALLY(carols->participants().size() == 2);

    carols->sendText(QStringLiteral("hi both"), {});
    EVENTUALLY(lastText(bobs) == QStringLiteral("hi both"));
    EVENTUALLY(lastText(alices) == QStringLiteral("hi both"));
    carol->conversations().close(carols);
    EVENTUALLY(bobs->messages().constLast().kind == ChatMessage::Kind::Left);
    EVENTUALLY(bobs->participants().size() == 1);
}

void TestClientAndService::losesNothingWhenTheOtherLeavesMidSentence()
{
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp10);
    const auto bob = m_home->client(QStringLiteral("bob"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(HomeNetwork::signIn(*bob));
    QSignalSpy arrived(&bob->conversations(), &Conversations::conversationAdded);
    Conversation *alices = alice->conversations().with(bob->address());
    alices->sendText(QStringLiteral("0"), {});
    EVENTUALLY(arrived.size() == 1);
    // Bob closes his window; Alice goes on writing into the same conversation.
    bob->conversations().close(arrived.constFirst().constFirst().value<Conversation *>());
    for (int i = 1; i <= 5; ++i)
        alices->sendText(QString::number(i), {});
    EVENTUALLY(arrived.size() == 2);
    const auto *again = arrived.constLast().constFirst().value<Conversation *>();
    EVENTUALLY(again->messages().size() == 5);
    EVENTUALLY(allDelivered(*alices));
    QStringList received;
    for (const ChatMessage &message : again->messages())
        received.append(message.text);
    QCOMPARE(received,
        (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
            QStringLiteral("5")}));
}

void TestClientAndService::keepsATextToSomebodyOffline_data()
{
    versionPairs();
}

void TestClientAndService::keepsATextToSomebodyOffline()
{
    QFETCH(Version, version);
    QFETCH(Version, other);
    const QString longText = QStringLiteral("[2004-01-01 00:00] ") + QString(3000, QChar(0x4F60));
    const QStringList texts{QStringLiteral("are you there"), QStringLiteral("no?"), longText};
    {
        const auto alice = m_home->client(QStringLiteral("alice"), version);
        QVERIFY(HomeNetwork::signIn(*alice));
        Conversation *conversation = alice->conversations().with(HomeNetwork::address(QStringLiteral("bob")));
        for (const QString &text : texts)
            conversation->sendText(text, {});
        EVENTUALLY(allDelivered(*conversation));
    }
    const QDateTime sent = QDateTime::currentDateTime();
    const auto bob = m_home->client(QStringLiteral("bob"), other);
    QVERIFY(HomeNetwork::signIn(*bob));
    const auto heard = [&bob] {
        const auto all = bob->conversations().all();
        return all.isEmpty() ? QList<ChatMessage>() : all.constFirst()->messages();
    };
    EVENTUALLY(heard().size() >= 3);
    QString whole;
    const auto messages = heard();
    for (const ChatMessage &message : messages) {
        whole += message.text;
        QCOMPARE(message.sender, HomeNetwork::address(QStringLiteral("alice")));
        QVERIFY(message.time <= sent && message.time >= sent.addSecs(-60));
    }
    QCOMPARE(whole, texts.join(QString()));
}

/// The conversation in which something was kept goes on with the person.
void TestClientAndService::goesOnWhenSomebodyComes()
{
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*alice));
    Conversation *conversation = alice->conversations().with(HomeNetwork::address(QStringLiteral("bob")));
    conversation->sendText(QStringLiteral("are you there"), {});
    EVENTUALLY(allDelivered(*conversation));
    const auto bob = m_home->client(QStringLiteral("bob"), Version::Msnp9);
    QVERIFY(HomeNetwork::signIn(*bob));
    EVENTUALLY(!bob->conversations().all().isEmpty());
    Conversation *bobs = bob->conversations().all().constFirst();
    EVENTUALLY(lastText(bobs) == QLatin1String("are you there"));
    conversation->sendText(QStringLiteral("there you are"), {});
    EVENTUALLY(lastText(bobs) == QLatin1String("there you are"));
    bobs->sendText(QStringLiteral("here I am"), {});
    EVENTUALLY(lastText(conversation) == QLatin1String("here I am"));
    EVENTUALLY(allDelivered(*conversation) && allDelivered(*bobs));
    QCOMPARE(bobs->messages().size(), 3);
}

/// On a network that keeps nothing.
void TestClientAndService::failsATextToSomebodyOffline()
{
    makeHome(false);
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*alice));
    Conversation *conversation = alice->conversations().with(HomeNetwork::address(QStringLiteral("bob")));
    conversation->sendText(QStringLiteral("are you there"), {});
    EVENTUALLY(conversation->messages().constFirst().delivery == ChatMessage::Delivery::Failed);
    QCOMPARE(conversation->messages().constFirst().error.code, ErrorCode::NobodyThere);

    const auto bob = m_home->client(QStringLiteral("bob"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*bob));
    QSignalSpy arrived(&bob->conversations(), &Conversations::conversationAdded);
    conversation->retry(conversation->messages().constFirst().id);
    EVENTUALLY(conversation->messages().constFirst().delivery == ChatMessage::Delivery::Delivered);
    QCOMPARE(arrived.size(), 1);
}

void TestClientAndService::addsBlocksAndRemoves_data()
{
    versions();
}

void TestClientAndService::addsBlocksAndRemoves()
{
    QFETCH(Version, version);
    const Address carolAddress = HomeNetwork::address(QStringLiteral("carol"));
    const auto alice = m_home->client(QStringLiteral("alice"), version);
    const auto carol = m_home->client(QStringLiteral("carol"), version);
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(HomeNetwork::signIn(*carol));

    Result added;
    alice->editor().addContact(carolAddress, {}, added.completion(this));
    EVENTUALLY(added.succeeded());
    const Contact *contact = alice->contacts().find(carolAddress);
    QVERIFY(contact->isOnForwardList());
    QVERIFY(contact->lists.testFlag(List::Allow));
    EVENTUALLY(alice->contacts().find(carolAddress)->isOnline());

    Result accepted;
    carol->editor().addContact(alice->address(), {}, accepted.completion(this));
    EVENTUALLY(accepted.succeeded());
    EVENTUALLY(carol->contacts().find(alice->address())->isOnline());

    Result blocked;
    alice->editor().block(carolAddress, blocked.completion(this));
    EVENTUALLY(blocked.succeeded());
    QVERIFY(alice->contacts().find(carolAddress)->isBlocked());
    EVENTUALLY(!carol->contacts().find(alice->address())->isOnline());

    Result unblocked;
    alice->editor().unblock(carolAddress, unblocked.completion(this));
    EVENTUALLY(unblocked.succeeded());
    EVENTUALLY(carol->contacts().find(alice->address())->isOnline());

    Result removed;
    alice->editor().removeContact(carolAddress, removed.completion(this));
    EVENTUALLY(removed.succeeded());
    QVERIFY(
        !alice->contacts().find(carolAddress) || !alice->contacts().find(carolAddress)->isOnForwardList());
}

void TestClientAndService::managesGroups_data()
{
    versions();
}

void TestClientAndService::managesGroups()
{
    QFETCH(Version, version);
    const Address bob = HomeNetwork::address(QStringLiteral("bob"));
    const auto alice = m_home->client(QStringLiteral("alice"), version);
    QVERIFY(HomeNetwork::signIn(*alice));
    std::optional<Expected<GroupId, Error>> made;
    alice->editor().addGroup(FriendlyName(QStringLiteral("Caf\u00E9 %")),
        {this, [&made](const Expected<GroupId, Error> &result) { made = result; }});
    EVENTUALLY(made && made->has_value());
    const GroupId group = **made;
    QCOMPARE(alice->contacts().findGroup(group)->name.text(), QStringLiteral("Caf\u00E9 %"));

    const GroupId before = alice->contacts().find(bob)->groups.value(0);
    Result moved;
    alice->editor().moveToGroup(bob, before, group, moved.completion(this));
    EVENTUALLY(moved.succeeded());
    QCOMPARE(alice->contacts().find(bob)->groups, QList<GroupId>{group});

    Result renamed;
    alice->editor().renameGroup(group, FriendlyName(QStringLiteral("Go club")), renamed.completion(this));
    EVENTUALLY(renamed.succeeded());

    Result gone;
    alice->editor().removeGroup(group, gone.completion(this));
    EVENTUALLY(gone.succeeded());
    QVERIFY(!alice->contacts().findGroup(group));
    QVERIFY2(alice->contacts().find(bob)->isOnForwardList(), "nobody is lost with their group");

    // The server has it the same way.
    alice->signOut();
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(alice->contacts().find(bob)->isOnForwardList());
    QVERIFY(std::none_of(alice->contacts().groups().cbegin(), alice->contacts().groups().cend(),
        [](const Group &g) { return g.name.text() == QStringLiteral("Go club"); }));
}

void TestClientAndService::promptsThePersonWhoWasAdded()
{
    const Address carolAddress = HomeNetwork::address(QStringLiteral("carol"));
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp8);
    const auto carol = m_home->client(QStringLiteral("carol"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(HomeNetwork::signIn(*carol));
    QSignalSpy prompts(carol.get(), &Account::addedByOther);
    Result added;
    alice->editor().addContact(carolAddress, {}, added.completion(this));
    EVENTUALLY(prompts.size() == 1);
    QCOMPARE(prompts.constFirst().constFirst().value<Address>(), alice->address());
    QCOMPARE(carol->undecided().size(), 1);
    Result accepted;
    carol->editor().acceptAddedMe(alice->address(), accepted.completion(this));
    EVENTUALLY(accepted.succeeded());
    QCOMPARE(carol->undecided().size(), 0);
}

void TestClientAndService::refusesAnUnknownAddress_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<int>("number");
    QTest::newRow("MSNP8") << Version::Msnp8 << 205;
    QTest::newRow("MSNP9") << Version::Msnp9 << 205;
    QTest::newRow("MSNP10") << Version::Msnp10 << 208;
}

void TestClientAndService::refusesAnUnknownAddress()
{
    QFETCH(Version, version);
    QFETCH(int, number);
    const auto alice = m_home->client(QStringLiteral("alice"), version);
    QVERIFY(HomeNetwork::signIn(*alice));
    Result added;
    alice->editor().addContact(HomeNetwork::address(QStringLiteral("nobody")), {}, added.completion(this));
    EVENTUALLY(added.refusal() == number);
}

void TestClientAndService::endsTheOlderSignIn()
{
    const auto older = m_home->client(QStringLiteral("alice"), Version::Msnp9);
    const auto newer = m_home->client(QStringLiteral("alice"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*older));
    QVERIFY(HomeNetwork::signIn(*newer));
    EVENTUALLY(older->state() == Account::State::SignedOut);
    QCOMPARE(older->lastError().code, ErrorCode::SignedInElsewhere);
}

void TestClientAndService::asksForTheListOnlyOnce_data()
{
    versions();
}

void TestClientAndService::asksForTheListOnlyOnce()
{
    QFETCH(Version, version);
    const QTemporaryDir cache;
    {
        const auto alice = m_home->client(QStringLiteral("alice"), version, cache.path());
        QVERIFY(HomeNetwork::signIn(*alice));
        alice->signOut();
    }
    TrafficLog log;
    QByteArrayList lines;
    connect(&log, &TrafficLog::lineWritten, this, [&lines](const QByteArray &line) { lines.append(line); });
    AccountOptions options;
    options.cacheDirectory = cache.path();
    options.trafficLog = &log;
    Account again(m_home->description(version), HomeNetwork::address(QStringLiteral("alice")), options);
    QVERIFY(HomeNetwork::signIn(again));
    QVERIFY(again.contacts().find(HomeNetwork::address(QStringLiteral("bob"))));
    QVERIFY(std::none_of(
        lines.cbegin(), lines.cend(), [](const QByteArray &line) { return line.contains("<- LST"); }));
}

void TestClientAndService::invitesByEmail()
{
    const auto alice = m_home->client(QStringLiteral("alice"), Version::Msnp10);
    QVERIFY(HomeNetwork::signIn(*alice));
    QSignalSpy stored(&m_home->service, &Service::invitationStored);
    Result invited;
    alice->sendEmailInvitation(
        HomeNetwork::address(QStringLiteral("newbie")), QStringLiteral("Come in"), invited.completion(this));
    EVENTUALLY(invited.succeeded());
    QCOMPARE(stored.size(), 1);
}

void TestClientAndService::waitsToReconnectWhenTheServiceStops()
{
    AccountOptions options;
    options.timing.reconnectFirst = std::chrono::milliseconds(50);
    Account alice(
        m_home->description(Version::Msnp10), HomeNetwork::address(QStringLiteral("alice")), options);
    QVERIFY(HomeNetwork::signIn(alice, Status::Away));
    m_home->service.stop();
    EVENTUALLY(alice.state() == Account::State::WaitingToReconnect);
    QCOMPARE(alice.lastError().code, ErrorCode::ServerShuttingDown);
    QVERIFY(alice.nextAttempt().isValid());
}

QTEST_GUILESS_MAIN(TestClientAndService)
#include "tst_clientandservice.moc"
