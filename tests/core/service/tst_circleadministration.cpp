#include "core/service/store/circleadministration.h"
#include "core/service/store/memoryaccountstore.h"

#include <QTest>

using namespace Msn;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const Address carol(QStringLiteral("carol@example.com"));
const Address dave(QStringLiteral("dave@example.com"));
const QString family = QStringLiteral("Family");

bool sees(const AccountStore &store, const Address &one, const Address &other)
{
    const auto contact = store.contact(one, other);
    return contact && contact->lists.testFlag(List::Forward) && contact->lists.testFlag(List::Allow)
        && contact->lists.testFlag(List::Reverse);
}

} // namespace

class tst_CircleAdministration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everybodySeesEverybodyInIt();
    void groupOfThatName();
    void listVersionsGoUp();
    void newcomersJoin();
    void whatPeopleHaveDecidedStays();
    void removing();
    void unknownNames();

private:
    void create(const Address &address)
    {
        QVERIFY(
            AccountAdministration(*m_store).create(address, {}, QStringLiteral("x"), PasswordCost::least()));
    }
    CircleAdministration circles() { return CircleAdministration(*m_store); }

    std::unique_ptr<MemoryAccountStore> m_store;
};

void tst_CircleAdministration::init()
{
    m_store = std::make_unique<MemoryAccountStore>();
    for (const Address &address : {alice, bob, carol})
        create(address);
}

void tst_CircleAdministration::everybodySeesEverybodyInIt()
{
    QVERIFY(circles().add(family, {bob, alice}));
    QVERIFY(sees(*m_store, alice, bob));
    QVERIFY(sees(*m_store, bob, alice));
    QVERIFY(!sees(*m_store, alice, carol));
    QVERIFY(circles().add(family, {carol}));
    QVERIFY(sees(*m_store, alice, carol));
    QVERIFY(sees(*m_store, carol, bob));
    QCOMPARE(m_store->circles(), (QList{CircleRecord{family, false, {alice, bob, carol}}}));
}

void tst_CircleAdministration::groupOfThatName()
{
    QVERIFY(circles().add(family, {alice, bob}));
    const auto groups = m_store->groups(alice);
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[1].name.text(), family);
    QCOMPARE(m_store->contact(alice, bob)->groups, QList{groups[1].number});
}

/// Whoever has a copy of the list must ask for the new one.
void tst_CircleAdministration::listVersionsGoUp()
{
    const qint64 before = m_store->account(alice)->listVersion;
    QVERIFY(circles().add(family, {alice, bob}));
    QVERIFY(m_store->account(alice)->listVersion > before);
    QVERIFY(m_store->account(bob)->listVersion > before);
}

void tst_CircleAdministration::newcomersJoin()
{
    QVERIFY(circles().addEverybody(QStringLiteral("Office")));
    QVERIFY(circles().add(family, {alice}));
    create(dave);
    for (const Address &other : {alice, bob, carol}) {
        QVERIFY(sees(*m_store, dave, other));
        QVERIFY(sees(*m_store, other, dave));
    }
    QVERIFY(m_store->circles()[1].members.contains(dave));
    QVERIFY(!m_store->circles()[0].members.contains(dave));
    QVERIFY(AccountAdministration(*m_store).remove(dave));
    QVERIFY(!m_store->circles()[1].members.contains(dave));
}

void tst_CircleAdministration::whatPeopleHaveDecidedStays()
{
    const ContactRecord blocked{bob, {}, List::Block, {}, QUuid::createUuid()};
    m_store->saveContact(alice, blocked);
    QVERIFY(circles().add(family, {alice, bob}));
    QVERIFY(m_store->contact(alice, bob)->lists.testFlag(List::Block));
    QVERIFY(!m_store->contact(alice, bob)->lists.testFlag(List::Forward));
    QVERIFY(!m_store->contact(alice, bob)->lists.testFlag(List::Allow));
}

void tst_CircleAdministration::removing()
{
    QVERIFY(circles().addEverybody(family));
    QVERIFY(circles().remove(family, {bob}));
    QVERIFY(sees(*m_store, alice, bob));
    QCOMPARE(m_store->circles()[0].members, (QList{alice, carol}));
    QVERIFY(circles().remove(family, {}));
    QVERIFY(m_store->circles().isEmpty());
    create(dave);
    QVERIFY(m_store->contacts(dave).isEmpty());
}

void tst_CircleAdministration::unknownNames()
{
    QCOMPARE(circles().add(family, {alice, dave}).error().subject, dave.toString());
    QVERIFY(m_store->circles().isEmpty());
    QCOMPARE(circles().remove(family, {}).error().subject, family);
    QVERIFY(circles().add(family, {alice}));
    QCOMPARE(circles().remove(family, {bob}).error().subject, bob.toString());
}

QTEST_GUILESS_MAIN(tst_CircleAdministration)

#include "tst_circleadministration.moc"
