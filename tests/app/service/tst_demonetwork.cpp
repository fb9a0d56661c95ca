#include "app/demo/demoaccounts.h"
#include "app/demo/demonetwork.h"

#include "core/account/account.h"
#include "core/chat/conversation.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "core/service/store/memoryaccountstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace App;

/// The network that is built into the messenger, seen by the messenger's own client.
class tst_DemoNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accounts();
    void listsOfAnEarlierStartAreOutOfDate();
    void startsAndStops();
    void robotsArrive();
};

void tst_DemoNetwork::accounts()
{
    Msn::MemoryAccountStore store;
    DemoAccounts::addTo(store);
    QCOMPARE(store.addresses().size(), 6);
    for (const Msn::Address &person : {DemoAccounts::you(), DemoAccounts::friendOfYours()}) {
        QVERIFY(store.passwordHash(person).matches(DemoAccounts::password()));
        const auto contacts = store.contacts(person);
        QCOMPARE(contacts.size(), 5);
        for (const Msn::ContactRecord &contact : contacts) {
            const Msn::Lists mutual = Msn::Lists(Msn::List::Forward) | Msn::List::Allow | Msn::List::Reverse;
            QCOMPARE(contact.lists, mutual);
        }
        QCOMPARE(store.groups(person).size(), 3); // Other Contacts, Friends, Robots
    }
}

/// Contacts and groups have new ids with each start, so a kept list must not pass for this one.
void tst_DemoNetwork::listsOfAnEarlierStartAreOutOfDate()
{
    const auto versionOfNewAccounts = [] {
        Msn::MemoryAccountStore store;
        DemoAccounts::addTo(store);
        return store.account(DemoAccounts::you())->listVersion;
    };
    const qint64 first = versionOfNewAccounts();
    QTRY_VERIFY(versionOfNewAccounts() > first);
}

void tst_DemoNetwork::startsAndStops()
{
    DemoNetwork network;
    for (int round = 0; round < 2; ++round) {
        QVERIFY(network.start());
        QVERIFY(network.isRunning());
        QCOMPARE(network.description().security, Msn::NetworkDescription::Security::Tls);
        QSignalSpy stopped(&network, &DemoNetwork::stopped);
        network.stop();
        QVERIFY(!network.isRunning());
        QVERIFY(stopped.wait());
    }
}

void tst_DemoNetwork::robotsArrive()
{
    DemoNetwork network;
    QVERIFY(network.start());
    Msn::Account you(network.description(), DemoAccounts::you());
    you.signIn(DemoAccounts::password(), Msn::Status::Online);
    QTRY_COMPARE(you.state(), Msn::Account::State::SignedIn);
    QTRY_VERIFY(you.contacts().find(DemoAccounts::echo().address));
    const auto online = [&you](const DemoAccounts::Entry &robot) {
        const auto contact = you.contacts().find(robot.address);
        return contact && contact->status != Msn::Status::Offline;
    };
    const auto robots = DemoAccounts::robots();
    for (const DemoAccounts::Entry &robot : robots)
        QTRY_VERIFY(online(robot));
}

QTEST_GUILESS_MAIN(tst_DemoNetwork)

#include "tst_demonetwork.moc"
