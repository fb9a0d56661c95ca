#include "core/storage/savedaccounts.h"
#include "core/storage/settings.h"

#include <QJsonArray>
#include <QTest>

using namespace Msn;

namespace {

SavedAccount account(const char *address, const QString &network)
{
    return {Address(QLatin1String(address)), network, Status::Away, true, false};
}

} // namespace

class TestSavedAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastUsedComesFirst();
    void sameAddressOnTwoNetworks();
    void changesInsteadOfAddingTwice();
    void forgets();
    void neverHoldsAPassword();
};

void TestSavedAccounts::lastUsedComesFirst()
{
    Settings settings{QString()};
    SavedAccounts accounts(settings);
    accounts.remember(account("ana@example.com", QStringLiteral("Home")));
    accounts.remember(account("ben@example.com", QStringLiteral("Home")));
    QCOMPARE(accounts.all().size(), 2);
    QCOMPARE(accounts.all().first(), account("ben@example.com", QStringLiteral("Home")));
}

void TestSavedAccounts::sameAddressOnTwoNetworks()
{
    Settings settings{QString()};
    SavedAccounts accounts(settings);
    accounts.remember(account("ana@example.com", QStringLiteral("Home")));
    accounts.remember(account("ana@example.com", QStringLiteral("Work")));
    QCOMPARE(accounts.of(QStringLiteral("Home")).size(), 1);
    QCOMPARE(accounts.of(QStringLiteral("Work")).size(), 1);
    QVERIFY(accounts.find(Address(QStringLiteral("ana@example.com")), QStringLiteral("School"))
                .address.isEmpty());
}

void TestSavedAccounts::changesInsteadOfAddingTwice()
{
    Settings settings{QString()};
    SavedAccounts accounts(settings);
    SavedAccount ana = account("ana@example.com", QStringLiteral("Home"));
    accounts.remember(ana);
    ana.address = Address(QStringLiteral("ANA@example.com"));
    ana.initialStatus = Status::Hidden;
    accounts.remember(ana);
    QCOMPARE(accounts.all(), QList<SavedAccount>{ana});
}

void TestSavedAccounts::forgets()
{
    Settings settings{QString()};
    SavedAccounts accounts(settings);
    accounts.remember(account("ana@example.com", QStringLiteral("Home")));
    accounts.forget(Address(QStringLiteral("ana@example.com")), QStringLiteral("Work"));
    QCOMPARE(accounts.all().size(), 1);
    accounts.forget(Address(QStringLiteral("Ana@example.com")), QStringLiteral("Home"));
    QVERIFY(accounts.all().isEmpty());
}

void TestSavedAccounts::neverHoldsAPassword()
{
    Settings settings{QString()};
    SavedAccounts(settings).remember(account("ana@example.com", QStringLiteral("Home")));
    const QStringList keys = settings.json(QStringLiteral("accounts")).toArray().first().toObject().keys();
    QCOMPARE(keys,
        (QStringList{QStringLiteral("address"), QStringLiteral("network"), QStringLiteral("passwordSaved"),
            QStringLiteral("signInAutomatically"), QStringLiteral("status"),
            QStringLiteral("throughGateway")}));
}

QTEST_GUILESS_MAIN(TestSavedAccounts)
#include "tst_savedaccounts.moc"
