#include "app/demo/demoaccounts.h"

#include "core/service/store/accountadministration.h"

#include <QCoreApplication>
#include <QDateTime>

namespace App {

namespace {

Msn::Address addressOf(const char *localPart)
{
    return Msn::Address(QString::fromLatin1(localPart) + QStringLiteral("@demo.example"));
}

struct DemoAccountsText
{
    Q_DECLARE_TR_FUNCTIONS(App::DemoAccounts)
};

DemoAccounts::Entry entry(const char *localPart, const char *name)
{
    return {addressOf(localPart), Msn::FriendlyName(DemoAccountsText::tr(name))};
}

void create(Msn::AccountAdministration &administration, const DemoAccounts::Entry &account)
{
    // The password is public: there is nothing to protect by slow hashing.
    (void)administration.create(
        account.address, account.name, DemoAccounts::password(), Msn::PasswordCost::least());
}

void connectBoth(Msn::AccountAdministration &administration, const Msn::Address &person,
    const Msn::Address &other, const Msn::FriendlyName &group)
{
    administration.befriend(person, other, group);
    administration.befriend(other, person);
}

/// The ids of contacts and groups are new ones each time. A messenger that has kept the lists of the
/// last time must not take them for these.
void stampLists(Msn::AccountStore &store)
{
    constexpr qint64 tickMs = 10;
    constexpr qint64 most = 2'000'000'000; // old clients count in 32 bits
    const qint64 version = 1 + QDateTime::currentMSecsSinceEpoch() / tickMs % most;
    const QList<Msn::Address> addresses = store.addresses();
    for (const Msn::Address &address : addresses) {
        Msn::AccountRecord account = *store.account(address);
        account.listVersion = version;
        store.saveAccount(account);
    }
}

} // namespace

QString DemoAccounts::password()
{
    return QStringLiteral("demo");
}

Msn::Address DemoAccounts::you()
{
    return addressOf("you");
}

Msn::Address DemoAccounts::friendOfYours()
{
    return addressOf("friend");
}

DemoAccounts::Entry DemoAccounts::echo()
{
    return entry("echo", QT_TRANSLATE_NOOP("App::DemoAccounts", "Echo"));
}

DemoAccounts::Entry DemoAccounts::slow()
{
    return entry("slow", QT_TRANSLATE_NOOP("App::DemoAccounts", "Slow typist"));
}

DemoAccounts::Entry DemoAccounts::moody()
{
    return entry("moody", QT_TRANSLATE_NOOP("App::DemoAccounts", "Moody"));
}

DemoAccounts::Entry DemoAccounts::party()
{
    return entry("party", QT_TRANSLATE_NOOP("App::DemoAccounts", "Party host"));
}

QList<DemoAccounts::Entry> DemoAccounts::robots()
{
    return {echo(), slow(), moody(), party()};
}

void DemoAccounts::addTo(Msn::AccountStore &store)
{
    Msn::AccountAdministration administration(store);
    create(administration, entry("you", QT_TRANSLATE_NOOP("App::DemoAccounts", "You")));
    create(administration, entry("friend", QT_TRANSLATE_NOOP("App::DemoAccounts", "Your friend")));
    const auto all = robots();
    for (const Entry &robot : all)
        create(administration, robot);

    const Msn::FriendlyName friends(DemoAccountsText::tr(QT_TRANSLATE_NOOP("App::DemoAccounts", "Friends")));
    const Msn::FriendlyName robotGroup(
        DemoAccountsText::tr(QT_TRANSLATE_NOOP("App::DemoAccounts", "Robots")));
    administration.befriend(you(), friendOfYours(), friends);
    administration.befriend(friendOfYours(), you(), friends);
    for (const Entry &robot : all) {
        connectBoth(administration, you(), robot.address, robotGroup);
        connectBoth(administration, friendOfYours(), robot.address, robotGroup);
        // The party host calls the others in.
        if (!(robot.address == party().address))
            connectBoth(administration, party().address, robot.address, {});
    }
    stampLists(store);
    (void)store.commit();
}

bool DemoAccounts::contains(const Msn::Address &address)
{
    return address.key().endsWith(QLatin1String("@demo.example"));
}

} // namespace App
