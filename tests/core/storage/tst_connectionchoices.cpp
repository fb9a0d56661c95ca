#include "core/storage/connectionchoices.h"

#include "core/storage/settings.h"
#include "tests/support/eventually.h"
#include "tests/ui/signin/memorysecretstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using Kind = ProxySettings::Kind;

class TestConnectionChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsBetweenAtFirst();
    void remembers_data();
    void remembers();
    void passwordIsInTheKeychainOnly();
    void passwordIsFetchedOnce();
    void missingKeychainIsSaid();
    void passwordOfNobodyIsForgotten();
    void typedIsNewerThanFetched();
    void unknownWordsCountAsTheFirst();
    void changesAreTold();

private:
    void restart();
    bool prepare();
    QByteArray file();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ConnectionChoices> m_choices;
};

namespace {

const ProxySettings office{Kind::Socks5, QStringLiteral("proxy.example.com"), 1081, QStringLiteral("rosa"),
    QStringLiteral("s3cret")};

} // namespace

void TestConnectionChoices::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<MemorySecretStore>();
    restart();
}

void TestConnectionChoices::restart()
{
    m_choices.reset();
    m_settings.reset();
    m_settings = std::make_unique<Settings>(m_directory->filePath(QStringLiteral("settings.json")));
    m_choices = std::make_unique<ConnectionChoices>(*m_settings, *m_secrets);
}

bool TestConnectionChoices::prepare()
{
    bool done = false;
    m_choices->prepare({this, [&done](const Expected<std::monostate, Error> &) { done = true; }});
    return Test::eventually([&done] { return done; });
}

QByteArray TestConnectionChoices::file()
{
    m_settings->flush();
    QFile settings(m_directory->filePath(QStringLiteral("settings.json")));
    return settings.open(QIODevice::ReadOnly) ? settings.readAll() : QByteArray();
}

void TestConnectionChoices::nothingIsBetweenAtFirst()
{
    QCOMPARE(m_choices->proxy(), ProxySettings());
    QCOMPARE(int(m_choices->gatewayUse()), int(GatewayUse::Ask));
    QVERIFY(prepare());
    QCOMPARE(m_secrets->reads, 0);
}

void TestConnectionChoices::remembers_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<GatewayUse>("use");
    QTest::newRow("none, ask") << Kind::None << GatewayUse::Ask;
    QTest::newRow("system, fallback") << Kind::System << GatewayUse::Fallback;
    QTest::newRow("SOCKS5, always") << Kind::Socks5 << GatewayUse::Always;
    QTest::newRow("HTTP, ask") << Kind::Http << GatewayUse::Ask;
}

void TestConnectionChoices::remembers()
{
    QFETCH(Kind, kind);
    QFETCH(GatewayUse, use);
    ProxySettings proxy = office;
    proxy.kind = kind;
    m_choices->setProxy(proxy);
    m_choices->setGatewayUse(use);
    restart();
    QVERIFY(prepare());
    if (kind == Kind::None || kind == Kind::System)
        proxy.password.clear(); // nobody needs it
    QCOMPARE(m_choices->proxy(), proxy);
    QCOMPARE(int(m_choices->gatewayUse()), int(use));
}

void TestConnectionChoices::passwordIsInTheKeychainOnly()
{
    m_choices->setProxy(office);
    QVERIFY(file().contains("proxy.example.com"));
    QVERIFY(!file().contains("s3cret"));
    QCOMPARE(m_secrets->secrets.value(QStringLiteral("proxy")), QStringLiteral("s3cret"));
}

void TestConnectionChoices::passwordIsFetchedOnce()
{
    m_choices->setProxy(office);
    restart();
    QVERIFY(m_choices->needsPassword());
    QVERIFY(m_choices->proxy().password.isEmpty());
    QVERIFY(prepare());
    QCOMPARE(m_choices->proxy(), office);
    QVERIFY(prepare());
    QCOMPARE(m_secrets->reads, 1);
}

void TestConnectionChoices::missingKeychainIsSaid()
{
    m_secrets->isMissing = true;
    const QSignalSpy notKept(m_choices.get(), &ConnectionChoices::passwordNotKept);
    m_choices->setProxy(office);
    QTRY_COMPARE(notKept.count(), 1);
    QCOMPARE(m_choices->proxy(), office); // for this run
    restart();
    QVERIFY(prepare()); // without one: the proxy will say so
    QVERIFY(m_choices->proxy().password.isEmpty());
}

void TestConnectionChoices::passwordOfNobodyIsForgotten()
{
    m_choices->setProxy(office);
    ProxySettings open = office;
    open.user.clear();
    m_choices->setProxy(open);
    QVERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(m_choices->proxy().password.isEmpty());
}

void TestConnectionChoices::typedIsNewerThanFetched()
{
    m_choices->setProxy(office);
    restart();
    bool done = false;
    m_choices->prepare({this, [&done](const Expected<std::monostate, Error> &) { done = true; }});
    ProxySettings changed = office;
    changed.password = QStringLiteral("new");
    m_choices->setProxy(changed);
    QTRY_VERIFY(done);
    QCOMPARE(m_choices->proxy().password, QStringLiteral("new"));
}

void TestConnectionChoices::unknownWordsCountAsTheFirst()
{
    m_settings->setValue(Setting::proxyKind, QStringLiteral("carrier pigeon"));
    m_settings->setValue(Setting::gatewayUse, QStringLiteral("sometimes"));
    m_settings->setValue(Setting::proxyPort, 70000);
    QCOMPARE(int(m_choices->proxy().kind), int(Kind::None));
    QCOMPARE(int(m_choices->proxy().port), 0);
    QCOMPARE(int(m_choices->gatewayUse()), int(GatewayUse::Ask));
}

void TestConnectionChoices::changesAreTold()
{
    const QSignalSpy changed(m_choices.get(), &ConnectionChoices::changed);
    m_choices->setProxy(office);
    m_choices->setProxy(office);
    QCOMPARE(changed.count(), 1);
    m_choices->setGatewayUse(GatewayUse::Always);
    m_choices->setGatewayUse(GatewayUse::Always);
    QCOMPARE(changed.count(), 2);
}

QTEST_GUILESS_MAIN(TestConnectionChoices)

#include "tst_connectionchoices.moc"
