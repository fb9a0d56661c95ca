#include "app/messenger/commandline.h"

#include <QTest>

using namespace App;
using Msn::Address;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything();
    void nothing();
    void refused_data();
    void refused();
    void networkLinks_data();
    void networkLinks();
    void links_data();
    void links();
    void helpNamesEveryOption();
};

void TestCommandLine::everything()
{
    const auto line = CommandLineReader().read(QStringLiteral(
        "swallowtail --profile /p --network Home --account ana@example.com --password-file - --status away "
        "--traffic-log /t --minimized msnim:chat?contact=ben@example.com")
                                                   .split(u' '));
    QVERIFY(line);
    const CommandLine expected{QStringLiteral("/p"), QStringLiteral("Home"),
        Address(QStringLiteral("ana@example.com")), QStringLiteral("-"), Msn::Status::Away,
        QStringLiteral("/t"), true, Address(QStringLiteral("ben@example.com"))};
    QVERIFY(*line == expected);
}

void TestCommandLine::nothing()
{
    const auto line = CommandLineReader().read({QStringLiteral("swallowtail")});
    QVERIFY(line);
    QVERIFY(*line == CommandLine());
}

void TestCommandLine::refused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << QStringLiteral("--colour red") << QStringLiteral("colour");
    QTest::newRow("missing value") << QStringLiteral("--profile") << QStringLiteral("profile");
    QTest::newRow("unknown status") << QStringLiteral("--status asleep") << QStringLiteral("asleep");
    QTest::newRow("not an address") << QStringLiteral("--account ana") << QStringLiteral("ana");
    QTest::newRow("password without account")
        << QStringLiteral("--password-file f") << QStringLiteral("--account");
    QTest::newRow("not a link") << QStringLiteral("http://example.com")
                                << QStringLiteral("http://example.com");
    QTest::newRow("link without a contact") << QStringLiteral("msnim:chat") << QStringLiteral("msnim:chat");
    QTest::newRow("a chat on the other scheme without a contact")
        << QStringLiteral("msnp:chat") << QStringLiteral("msnp:chat");
    QTest::newRow("a bad fingerprint")
        << QStringLiteral("msnp:chat.example.com?sha256=abc") << QStringLiteral("sha256=abc");
    QTest::newRow("two links") << QStringLiteral("msnim:chat?contact=a@b.c msnim:chat?contact=d@e.f")
                               << QStringLiteral("d@e.f");
}

void TestCommandLine::refused()
{
    QFETCH(QString, arguments);
    QFETCH(QString, named);
    CommandLineReader reader;
    QVERIFY(!reader.read(QStringList{QStringLiteral("swallowtail")} + arguments.split(u' ')));
    QVERIFY2(reader.error().contains(named), qPrintable(reader.error()));
}

void TestCommandLine::networkLinks_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("host") << QStringLiteral("msnp:chat.example.com");
    QTest::newRow("everything") << QStringLiteral("msnp:192.0.2.10:1864?name=%E5%AE%B6&tls=1&nexus=https://"
                                                  "192.0.2.10:8443/rdr/pprdr.asp&sha256=")
            + QString(64, u'a');
    QTest::newRow("with slashes") << QStringLiteral("msnp://chat.example.com?name=Home");
}

void TestCommandLine::networkLinks()
{
    QFETCH(QString, link);
    const auto line = CommandLineReader().read({QStringLiteral("swallowtail"), link});
    QVERIFY(line);
    QCOMPARE(line->networkLink, link);
    QVERIFY(line->chatWith.isEmpty());
}

void TestCommandLine::links_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << QStringLiteral("msnim:chat?contact=ana@example.com")
                           << QStringLiteral("ana@example.com");
    QTest::newRow("capitals") << QStringLiteral("MSNIM:chat?contact=Ana@example.com")
                              << QStringLiteral("Ana@example.com");
    QTest::newRow("encoded") << QStringLiteral("msnim:chat?contact=ana%40example.com")
                             << QStringLiteral("ana@example.com");
    QTest::newRow("more") << QStringLiteral("msnim:chat?x=1&contact=ana@example.com")
                          << QStringLiteral("ana@example.com");
    QTest::newRow("msnp") << QStringLiteral("msnp:chat?contact=ana@example.com")
                          << QStringLiteral("ana@example.com");
    QTest::newRow("plus") << QStringLiteral("msnim:chat?contact=ana+work@example.com")
                          << QStringLiteral("ana+work@example.com");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("another deed") << QStringLiteral("msnim:add?contact=ana@example.com") << QString();
    QTest::newRow("no address") << QStringLiteral("msnim:chat?contact=ana") << QString();
    QTest::newRow("line break") << QStringLiteral("msnim:chat?contact=ana%0D%0A@example.com") << QString();
    QTest::newRow("another scheme") << QStringLiteral("file:chat?contact=ana@example.com") << QString();
}

void TestCommandLine::links()
{
    QFETCH(QString, link);
    QTEST(addressOfLink(link).toString(), "address");
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString help = CommandLineReader().helpText();
    for (const char *option : {"--profile", "--network", "--account", "--password-file", "--status",
             "--traffic-log", "--minimized", "--version", "--help", "msnim:chat?contact=ADDRESS"})
        QVERIFY2(help.contains(QLatin1String(option)), option);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
