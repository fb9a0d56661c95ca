#include "core/listcopies/listcopies.h"
#include "core/listcopies/listrestore.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "core/storage/contactannotations.h"
#include "tests/core/integration/homenetwork.h"
#include "tests/support/eventually.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using Test::HomeNetwork;
using Version = ProtocolVersion;

namespace {

const QString alice = QStringLiteral("alice");
const QString friends = QStringLiteral("Friends");
const QString family = QStringLiteral("Family");

ListedPerson person(const QString &localPart, const QStringList &groups = {})
{
    ListedPerson listed;
    listed.address = HomeNetwork::address(localPart);
    listed.groups = groups;
    return listed;
}

} // namespace

class TestListRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bringsBackTheList_data() { versions(); }
    void bringsBackTheList();
    void goesOnAfterARefusal();
    void stopsWhenTheConnectionIsLost();
    void isStopped();
    void doesTheRestTheSecondTime();

private:
    static void versions();
    void signIn(Version version);
    RestoreReport restore(const ListedContacts &copy);
    ListDifference missing(const ListedContacts &copy) const
    {
        return missingFrom(m_alice->contacts(), *m_annotations, copy, m_alice->address());
    }
    const Contact *contact(const QString &localPart) const
    {
        return m_alice->contacts().find(HomeNetwork::address(localPart));
    }

    std::unique_ptr<HomeNetwork> m_home;
    std::unique_ptr<Account> m_alice;
    std::unique_ptr<ContactAnnotations> m_annotations;
    std::unique_ptr<ListRestore> m_restore;
};

void TestListRestore::init()
{
    m_home = std::make_unique<HomeNetwork>();
    for (const QString &name :
        {alice, QStringLiteral("bob"), QStringLiteral("carol"), QStringLiteral("dave")})
        m_home->addAccount(name, name);
    signIn(Version::Msnp10);
}

void TestListRestore::cleanup()
{
    m_restore.reset();
    m_alice.reset();
    m_home.reset();
}

void TestListRestore::versions()
{
    QTest::addColumn<Version>("version");
    QTest::newRow("MSNP8") << Version::Msnp8;
    QTest::newRow("MSNP9") << Version::Msnp9;
    QTest::newRow("MSNP10") << Version::Msnp10;
}

void TestListRestore::signIn(Version version)
{
    m_restore.reset();
    m_alice = m_home->client(alice, version);
    m_annotations = std::make_unique<ContactAnnotations>(QString());
    QVERIFY(HomeNetwork::signIn(*m_alice));
    m_restore = std::make_unique<ListRestore>(m_alice->contacts(), m_alice->editor(), *m_annotations);
}

RestoreReport TestListRestore::restore(const ListedContacts &copy)
{
    QSignalSpy finished(m_restore.get(), &ListRestore::finished);
    m_restore->start(missing(copy));
    if (finished.isEmpty() && !finished.wait())
        return {};
    return finished.constFirst().constFirst().value<RestoreReport>();
}

void TestListRestore::bringsBackTheList()
{
    QFETCH(Version, version);
    signIn(version);
    ListedPerson bob = person(QStringLiteral("bob"), {friends, family});
    bob.nickname = QStringLiteral("Bobby");
    ListedPerson dave = person(QStringLiteral("dave"));
    dave.isContact = false;
    dave.isBlocked = true;
    const ListedContacts copy{{friends, family}, {bob, person(QStringLiteral("carol")), dave}};

    const RestoreReport report = restore(copy);

    QCOMPARE(report.people, 3);
    QCOMPARE(report.groups, 2);
    QVERIFY(report.refusals.isEmpty());
    QCOMPARE(report.stoppedBy.code, ErrorCode::None);
    QVERIFY(contact(QStringLiteral("carol"))->isOnForwardList());
    QVERIFY(contact(QStringLiteral("dave"))->isBlocked());
    QVERIFY(!contact(QStringLiteral("dave"))->isOnForwardList());
    QCOMPARE(m_annotations->of(bob.address).nickname, QStringLiteral("Bobby"));
    QVERIFY(missing(copy).isEmpty());
    // On the server too, not only here.
    signIn(version);
    m_annotations->setNickname(bob.address, QStringLiteral("Bobby"));
    QVERIFY(missing(copy).isEmpty());
}

void TestListRestore::goesOnAfterARefusal()
{
    const ListedContacts copy{
        {}, {person(QStringLiteral("nobody"), {friends}), person(QStringLiteral("bob"))}};
    const RestoreReport report = restore(copy);
    QCOMPARE(report.refusals.size(), 1);
    QCOMPARE(report.refusals.constFirst().subject, HomeNetwork::address(QStringLiteral("nobody")).toString());
    QVERIFY(report.refusals.constFirst().serverNumber > 0);
    QCOMPARE(report.people, 1);
    QVERIFY(contact(QStringLiteral("bob"))->isOnForwardList());
}

void TestListRestore::stopsWhenTheConnectionIsLost()
{
    m_alice->signOut();
    const RestoreReport report = restore({{friends}, {person(QStringLiteral("bob"))}});
    QCOMPARE(report.stoppedBy.code, ErrorCode::NotSignedIn);
    QCOMPARE(report.people, 0);
    QVERIFY(report.refusals.isEmpty());
}

void TestListRestore::isStopped()
{
    QSignalSpy finished(m_restore.get(), &ListRestore::finished);
    m_restore->start(missing({{friends}, {person(QStringLiteral("bob")), person(QStringLiteral("carol"))}}));
    connect(m_restore.get(), &ListRestore::progressed, m_restore.get(), &ListRestore::cancel);
    QVERIFY(finished.wait());
    const auto report = finished.constFirst().constFirst().value<RestoreReport>();
    QVERIFY(report.wasCancelled);
    QCOMPARE(report.groups, 1);
    QCOMPARE(report.people, 0);
    QVERIFY(!m_restore->isRunning());
}

void TestListRestore::doesTheRestTheSecondTime()
{
    const ListedContacts copy{{friends}, {person(QStringLiteral("bob"), {friends})}};
    m_alice->signOut();
    restore(copy);
    QVERIFY(HomeNetwork::signIn(*m_alice));
    QCOMPARE(restore(copy).people, 1);
    QVERIFY(missing(copy).isEmpty());
}

QTEST_GUILESS_MAIN(TestListRestore)

#include "tst_listrestore.moc"
