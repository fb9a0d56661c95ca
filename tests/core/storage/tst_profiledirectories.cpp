#include "core/storage/profiledirectories.h"

#include <QTest>

using namespace Msn;

class TestProfileDirectories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profileKeepsEverythingInside();
    void standardFollowsXdg();
    void relativeXdgIsIgnored();
    void accountFolders_data();
    void accountFolders();
    void longNamesStayDifferent();
};

void TestProfileDirectories::profileKeepsEverythingInside()
{
    const ProfileDirectories directories = ProfileDirectories::inside(QStringLiteral("/some/profile"));
    for (const QString &path : {directories.config, directories.data, directories.cache, directories.state,
             directories.settingsFile(), directories.networks()})
        QVERIFY2(path.startsWith(QLatin1String("/some/profile")), qPrintable(path));
}

void TestProfileDirectories::standardFollowsXdg()
{
    qputenv("XDG_CONFIG_HOME", "/xdg/config");
    qputenv("XDG_STATE_HOME", "/xdg/state");
    QCOMPARE(ProfileDirectories::standard().config, QStringLiteral("/xdg/config/swallowtail"));
    QCOMPARE(ProfileDirectories::standard().state, QStringLiteral("/xdg/state/swallowtail"));
}

void TestProfileDirectories::relativeXdgIsIgnored()
{
    qputenv("XDG_CACHE_HOME", "cache");
    qputenv("HOME", "/people/ana");
    QCOMPARE(ProfileDirectories::standard().cache, QStringLiteral("/people/ana/.cache/swallowtail"));
}

void TestProfileDirectories::accountFolders_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << QStringLiteral("Ana@Example.com") << QStringLiteral("Home")
                           << QStringLiteral("ana@example.com@home");
    QTest::newRow("path in the network") << QStringLiteral("ana@example.com") << QStringLiteral("../../etc")
                                         << QStringLiteral("ana@example.com@..%2F..%2Fetc");
    QTest::newRow("leading dot") << QStringLiteral(".ana@example.com") << QStringLiteral("h")
                                 << QStringLiteral("%2Eana@example.com@h");
    QTest::newRow("other letters") << QStringLiteral("é@example.com") << QStringLiteral("家")
                                   << QStringLiteral("%C3%A9@example.com@%E5%AE%B6");
}

void TestProfileDirectories::accountFolders()
{
    QFETCH(QString, address);
    QFETCH(QString, network);
    QTEST(accountFolderName(Address(address), network), "folder");
}

void TestProfileDirectories::longNamesStayDifferent()
{
    const Address address(QStringLiteral("ana@example.com"));
    const QString one = accountFolderName(address, QString(300, u'x') + u'1');
    const QString two = accountFolderName(address, QString(300, u'x') + u'2');
    QVERIFY(one != two);
    QVERIFY(one.size() <= 200);
}

QTEST_GUILESS_MAIN(TestProfileDirectories)
#include "tst_profiledirectories.moc"
