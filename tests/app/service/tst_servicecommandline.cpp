#include "app/service/commandline.h"

#include <QTest>

using namespace App;

namespace {

CommandLine parse(const QStringList &words)
{
    return parseCommandLine(QStringList{QStringLiteral("swallowtail-service")} + words);
}

QStringList split(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class tst_ServiceCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void serveByDefault();
    void serveWithEverything();
    void demoListensOnLoopback();
    void account();
    void care();
    void picture();
    void network();
    void group();
    void backupAndStats();
    void help_data();
    void help();
    void wrongUsage_data();
    void wrongUsage();
};

void tst_ServiceCommandLine::serveByDefault()
{
    const CommandLine line = parse({QStringLiteral("serve")});
    const auto *serve = std::get_if<ServeArguments>(&line);
    QVERIFY(serve);
    QVERIFY(!serve->port && !serve->tlsPort && !serve->httpsPort);
    QVERIFY(!serve->takesOldClients);
    QVERIFY(!serve->announces);
    QCOMPARE(serve->effectiveListenAddress(), QHostAddress(QHostAddress::Any));
    QVERIFY(serve->dataPath.isEmpty());
    QVERIFY(serve->networkFile.isEmpty());
    QVERIFY(!serve->demo);
}

void tst_ServiceCommandLine::serveWithEverything()
{
    const CommandLine line
        = parse(split("serve --data d --listen 192.0.2.1 --port 0 --tls-port 2 --https-port=3 --name n "
                      "--network-file f --announce --old-clients --demo"));
    const auto *serve = std::get_if<ServeArguments>(&line);
    QVERIFY(serve);
    QCOMPARE(serve->dataPath, QStringLiteral("d"));
    QCOMPARE(serve->effectiveListenAddress(), QHostAddress(QStringLiteral("192.0.2.1")));
    QCOMPARE(serve->port, std::optional<quint16>(0));
    QCOMPARE(serve->tlsPort, std::optional<quint16>(2));
    QCOMPARE(serve->httpsPort, std::optional<quint16>(3));
    QCOMPARE(serve->name, QStringLiteral("n"));
    QCOMPARE(serve->networkFile, QStringLiteral("f"));
    QVERIFY(serve->takesOldClients);
    QVERIFY(serve->announces);
    QVERIFY(serve->demo);
}

/// Everybody knows the password of the demo accounts.
void tst_ServiceCommandLine::demoListensOnLoopback()
{
    const CommandLine line = parse(split("serve --demo"));
    QCOMPARE(std::get<ServeArguments>(line).effectiveListenAddress(), QHostAddress(QHostAddress::LocalHost));
}

void tst_ServiceCommandLine::account()
{
    const CommandLine add = parse(split("account add rosa@example.com --name Rosa --data d"));
    const auto *arguments = std::get_if<AccountArguments>(&add);
    QVERIFY(arguments);
    QCOMPARE(arguments->action, AccountArguments::Action::Add);
    QCOMPARE(arguments->address, Msn::Address(QStringLiteral("rosa@example.com")));
    QCOMPARE(arguments->name, QStringLiteral("Rosa"));
    QCOMPARE(arguments->dataPath, QStringLiteral("d"));
    const CommandLine list = parse(split("account list"));
    QCOMPARE(std::get<AccountArguments>(list).action, AccountArguments::Action::List);
}

void tst_ServiceCommandLine::care()
{
    const auto all = std::get<CareArguments>(
        parse(split("account care rosa@example.com --ask yes --quiet 21:00-07:30 --files no "
                    "--approve a@example.com --approve b@example.com --refuse c@example.com --data d")));
    QCOMPARE(all.address, Msn::Address(QStringLiteral("rosa@example.com")));
    QCOMPARE(all.asks, std::optional(true));
    QCOMPARE(all.takesFiles, std::optional(false));
    QVERIFY(all.setsQuiet);
    QCOMPARE(all.quiet, (std::optional(Msn::QuietHours{QTime(21, 0), QTime(7, 30)})));
    QCOMPARE(all.approved.size(), 2);
    QCOMPARE(all.refused.size(), 1);
    QCOMPARE(all.dataPath, QStringLiteral("d"));
    const auto none = std::get<CareArguments>(parse(split("account care rosa@example.com --quiet no")));
    QVERIFY(none.setsQuiet && !none.quiet && !none.asks && !none.takesFiles);
}

void tst_ServiceCommandLine::picture()
{
    const auto given
        = std::get<PictureArguments>(parse(split("account picture rosa@example.com cat.png --data d")));
    QCOMPARE(given.address, Msn::Address(QStringLiteral("rosa@example.com")));
    QCOMPARE(given.file, QStringLiteral("cat.png"));
    QCOMPARE(given.dataPath, QStringLiteral("d"));
    QVERIFY(std::get<PictureArguments>(parse(split("account picture rosa@example.com none"))).file.isEmpty());
    QCOMPARE(std::get<PictureArguments>(parse(split("account picture rosa@example.com ./none"))).file,
        QStringLiteral("./none"));
}

void tst_ServiceCommandLine::network()
{
    const CommandLine line = parse(split("network --data d"));
    QCOMPARE(std::get<NetworkArguments>(line).dataPath, QStringLiteral("d"));
}

void tst_ServiceCommandLine::group()
{
    const CommandLine add = parse({QStringLiteral("group"), QStringLiteral("add"),
        QStringLiteral("Our family"), QStringLiteral("a@example.com"), QStringLiteral("b@example.com"),
        QStringLiteral("--data"), QStringLiteral("d")});
    const auto *arguments = std::get_if<GroupArguments>(&add);
    QVERIFY(arguments);
    QCOMPARE(arguments->action, GroupArguments::Action::Add);
    QCOMPARE(arguments->name, QStringLiteral("Our family"));
    QCOMPARE(arguments->people.size(), 2);
    QCOMPARE(arguments->dataPath, QStringLiteral("d"));
    QCOMPARE(std::get<GroupArguments>(parse(split("group everybody Office"))).action,
        GroupArguments::Action::Everybody);
    QVERIFY(std::get<GroupArguments>(parse(split("group remove Office"))).people.isEmpty());
    QCOMPARE(std::get<GroupArguments>(parse(split("group list"))).action, GroupArguments::Action::List);
}

void tst_ServiceCommandLine::backupAndStats()
{
    const auto backup = std::get<BackupArguments>(parse(split("backup f --data d")));
    QCOMPARE(backup.file, QStringLiteral("f"));
    QCOMPARE(backup.dataPath, QStringLiteral("d"));
    QVERIFY(!std::get<StatsArguments>(parse(split("stats"))).json);
    QVERIFY(std::get<StatsArguments>(parse(split("stats --json --data d"))).json);
}

void tst_ServiceCommandLine::help_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("--help") << split("--help");
    QTest::newRow("-h") << split("-h");
    QTest::newRow("serve --help") << split("serve --help");
    QTest::newRow("--version") << split("--version");
}

void tst_ServiceCommandLine::help()
{
    QFETCH(QStringList, words);
    const CommandLine line = parse(words);
    const auto *text = std::get_if<HelpText>(&line);
    QVERIFY(text);
    QVERIFY(!text->text.isEmpty());
}

void tst_ServiceCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << split("dance");
    QTest::newRow("unknown option") << split("serve --loud");
    QTest::newRow("port too large") << split("serve --port 65536");
    QTest::newRow("port is no number") << split("serve --tls-port x");
    QTest::newRow("negative port") << split("serve --https-port=-1");
    QTest::newRow("listen is no address") << split("serve --listen home");
    QTest::newRow("care of nobody") << split("account care --ask yes");
    QTest::newRow("care of two") << split("account care a@example.com b@example.com");
    QTest::newRow("no switch") << split("account care a@example.com --ask maybe");
    QTest::newRow("no hours") << split("account care a@example.com --quiet 25:00-07:00");
    QTest::newRow("half of the hours") << split("account care a@example.com --quiet 21:00");
    QTest::newRow("approves no address") << split("account care a@example.com --approve b");
    QTest::newRow("picture of nobody") << split("account picture");
    QTest::newRow("picture of nonsense") << split("account picture rosa cat.png");
    QTest::newRow("picture of what") << split("account picture a@example.com");
    QTest::newRow("two pictures") << split("account picture a@example.com cat.png dog.png");
    QTest::newRow("value missing") << split("serve --port");
    QTest::newRow("serve what") << split("serve now");
    QTest::newRow("account what") << split("account");
    QTest::newRow("account do what") << split("account paint");
    QTest::newRow("account add whom") << split("account add");
    QTest::newRow("account add nonsense") << split("account add rosa");
    QTest::newRow("account list too much") << split("account list rosa@example.com");
    QTest::newRow("account add two") << split("account add a@example.com b@example.com");
    QTest::newRow("network what") << split("network card");
    QTest::newRow("group what") << split("group");
    QTest::newRow("group do what") << split("group paint Family");
    QTest::newRow("group add to what") << split("group add");
    QTest::newRow("group add nonsense") << split("group add Family rosa");
    QTest::newRow("group everybody and somebody") << split("group everybody Family rosa@example.com");
    QTest::newRow("group list too much") << split("group list Family");
    QTest::newRow("backup where") << split("backup");
    QTest::newRow("backup twice") << split("backup a b");
    QTest::newRow("stats of what") << split("stats now");
    QTest::newRow("stats unknown option") << split("stats --xml");
}

void tst_ServiceCommandLine::wrongUsage()
{
    QFETCH(QStringList, words);
    const CommandLine line = parse(words);
    const auto *error = std::get_if<UsageError>(&line);
    QVERIFY(error);
    QVERIFY(!error->message.isEmpty());
}

QTEST_GUILESS_MAIN(tst_ServiceCommandLine)

#include "tst_servicecommandline.moc"
