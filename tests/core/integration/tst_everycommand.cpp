#include "core/roster/rostereditor.h"
#include "tests/core/integration/homenetwork.h"
#include "tests/support/eventually.h"

#include <QTest>

using namespace Msn;
using Test::HomeNetwork;

namespace {

using Version = ProtocolVersion;

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");

} // namespace

/// What a person can do, done by our client at our service in every protocol version, and seen by
/// somebody with the same version.
class TestEveryCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void privacy_data();
    void privacy();
    void telephoneNumbers_data();
    void telephoneNumbers();
    void names_data();
    void names();
    void services_data();
    void services();

private:
    static void versions();
    /// Alice and Bob, friends, both online with the version of the row.
    void start();
    const Contact *aliceAtBob() const { return m_bob->contacts().find(HomeNetwork::address(alice)); }
    /// For one request after another: true once the last one has succeeded.
    template <typename Value = std::monostate>
    Completion<Value> done()
    {
        m_succeeded.reset();
        return {this, [this](const Expected<Value, Error> &result) { m_succeeded = result.has_value(); }};
    }
    bool succeeds() const
    {
        return Test::eventually([this] { return m_succeeded.has_value(); }) && *m_succeeded;
    }

    std::unique_ptr<HomeNetwork> m_home;
    std::unique_ptr<Account> m_alice;
    std::unique_ptr<Account> m_bob;
    std::optional<bool> m_succeeded;
};

void TestEveryCommand::versions()
{
    QTest::addColumn<Version>("version");
    QTest::newRow("MSNP8") << Version::Msnp8;
    QTest::newRow("MSNP9") << Version::Msnp9;
    QTest::newRow("MSNP10") << Version::Msnp10;
}

void TestEveryCommand::start()
{
    QFETCH(Version, version);
    m_alice.reset();
    m_bob.reset();
    m_home = std::make_unique<HomeNetwork>();
    m_home->addAccount(alice, QStringLiteral("Alice"));
    m_home->addAccount(bob, QStringLiteral("Bob"));
    m_home->befriend(alice, bob);
    m_alice = m_home->client(alice, version);
    m_bob = m_home->client(bob, version);
    QVERIFY(HomeNetwork::signIn(*m_alice));
    QVERIFY(HomeNetwork::signIn(*m_bob));
    EVENTUALLY(aliceAtBob()->isOnline());
}

void TestEveryCommand::statuses_data()
{
    versions();
}

void TestEveryCommand::statuses()
{
    start();
    for (const Status status : {Status::Busy, Status::Idle, Status::BeRightBack, Status::Away,
             Status::OnThePhone, Status::OutToLunch, Status::Hidden, Status::Online}) {
        m_alice->setStatus(status);
        EVENTUALLY(m_alice->status() == status);
        const Status seen = status == Status::Hidden ? Status::Offline : status;
        EVENTUALLY(aliceAtBob()->status == seen);
    }
}

void TestEveryCommand::privacy_data()
{
    versions();
}

void TestEveryCommand::privacy()
{
    start();
    const ContactList &list = m_alice->contacts();
    for (const DefaultPrivacy privacy : {DefaultPrivacy::BlockOthers, DefaultPrivacy::AllowOthers}) {
        m_alice->editor().setDefaultPrivacy(privacy, done());
        QVERIFY(succeeds());
        QCOMPARE(list.defaultPrivacy(), privacy);
    }
    for (const AddPrompt prompt : {AddPrompt::DoNotAsk, AddPrompt::Ask}) {
        m_alice->editor().setAddPrompt(prompt, done());
        QVERIFY(succeeds());
        QCOMPARE(list.addPrompt(), prompt);
    }
}

void TestEveryCommand::telephoneNumbers_data()
{
    versions();
}

void TestEveryCommand::telephoneNumbers()
{
    QFETCH(Version, version);
    start();
    const auto set = [this](const char *key, const char *value) {
        m_alice->editor().setOwnProperty(key, QString::fromUtf8(value), done());
        return succeeds();
    };
    QVERIFY(set("PHH", "555 0100") && set("PHW", "555 0101") && set("PHM", "555 0102"));
    QVERIFY(set("MBE", "Y") && set("MOB", "Y"));
    EVENTUALLY(aliceAtBob()->phones.acceptsPages);
    QCOMPARE(aliceAtBob()->phones.home, QStringLiteral("555 0100"));
    QCOMPARE(aliceAtBob()->phones.mobile, QStringLiteral("555 0102"));
    // Who comes later reads the same in the list.
    for (const QString &who : {alice, bob}) {
        const auto again = m_home->client(who, version);
        QVERIFY(HomeNetwork::signIn(*again));
        const PhoneNumbers numbers = who == alice
            ? again->contacts().ownPhones()
            : again->contacts().find(HomeNetwork::address(alice))->phones;
        QCOMPARE(numbers.work, QStringLiteral("555 0101"));
        QVERIFY(who == alice || numbers.acceptsPages);
    }
    m_alice = m_home->client(alice, version);
    QVERIFY(HomeNetwork::signIn(*m_alice));
    m_bob = m_home->client(bob, version);
    QVERIFY(HomeNetwork::signIn(*m_bob));
    QVERIFY(set("PHH", "") && set("MOB", "N"));
    EVENTUALLY(!aliceAtBob()->phones.acceptsPages);
    QVERIFY(aliceAtBob()->phones.home.isEmpty());
}

void TestEveryCommand::names_data()
{
    versions();
}

void TestEveryCommand::names()
{
    start();
    m_alice->editor().renameContact(HomeNetwork::address(bob), FriendlyName(QStringLiteral("Bobby")), done());
    QVERIFY(succeeds());
    QCOMPARE(
        m_alice->contacts().find(HomeNetwork::address(bob))->friendlyName.text(), QStringLiteral("Bobby"));
    m_alice->setOwnName(FriendlyName(QStringLiteral("Alice \u2665 100%")), done());
    QVERIFY(succeeds());
    EVENTUALLY(aliceAtBob()->friendlyName.text() == QStringLiteral("Alice \u2665 100%"));
}

void TestEveryCommand::services_data()
{
    versions();
}

void TestEveryCommand::services()
{
    start();
    m_alice->requestServiceUrl({"PROFILE", "0x0409"}, done<ServiceUrl>());
    QVERIFY(succeeds());
    m_alice->sendEmailInvitation(
        HomeNetwork::address(QStringLiteral("mike")), QStringLiteral("Hi Mike!"), done());
    QVERIFY(succeeds());
    QCOMPARE(m_home->store.invitations().size(), 1);
}

QTEST_GUILESS_MAIN(TestEveryCommand)

#include "tst_everycommand.moc"
