#include "core/storage/networkcatalog.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using Source = KnownNetwork::Source;

namespace {

QByteArray networkFile(const QByteArray &name)
{
    const QJsonObject dispatch{
        {QStringLiteral("host"), QStringLiteral("msn.example.com")}, {QStringLiteral("port"), 1863}};
    const QJsonObject passport{
        {QStringLiteral("nexus"), QStringLiteral("https://msn.example.com/rdr/pprdr.asp")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
                             {QStringLiteral("operator"), QStringLiteral("Ana")},
                             {QStringLiteral("website"), QStringLiteral("https://example.com")},
                             {QStringLiteral("dispatch"), dispatch}, {QStringLiteral("passport"), passport}})
        .toJson();
}

} // namespace

class TestNetworkCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void demoIsAlwaysThere();
    void readsWhoRunsANetwork();
    void brokenFilesAreSkipped();
    void importKeepsACopy();
    void importNamesTheKeyAtFault();
    void importOfAMissingFile();
    void ownHidesBuiltIn();
    void useOnceKeepsNothing();
    void removesOnlyOwn();
    void pinSurvivesARestart();
    void forgottenCertificateStaysForgotten();
    void removingShowsTheBuiltInAgain();
    void aFileToPassOnIsTakenElsewhere();
    void demoIsNeverPinned();
    void demoIsNeverReplaced();

private:
    QString write(const QString &name, const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_builtIn;
    QString m_own;
};

void TestNetworkCatalog::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_builtIn = m_directory->filePath(QStringLiteral("builtin"));
    m_own = m_directory->filePath(QStringLiteral("own"));
    QDir().mkpath(m_builtIn);
}

QString TestNetworkCatalog::write(const QString &name, const QByteArray &content)
{
    QFile file(m_directory->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test file");
    return file.fileName();
}

void TestNetworkCatalog::demoIsAlwaysThere()
{
    const NetworkCatalog catalog(m_builtIn, m_own);
    QCOMPARE(catalog.networks().size(), 1);
    QCOMPARE(catalog.find(QStringLiteral("DEMO"))->source, Source::Demo);
}

void TestNetworkCatalog::readsWhoRunsANetwork()
{
    write(QStringLiteral("builtin/home.json"), networkFile("Home"));
    const NetworkCatalog catalog(m_builtIn, m_own);
    const KnownNetwork *home = catalog.find(QStringLiteral("home"));
    QVERIFY(home);
    QCOMPARE(home->source, Source::BuiltIn);
    QCOMPARE(home->operatedBy, QStringLiteral("Ana"));
    QCOMPARE(home->website, QUrl(QStringLiteral("https://example.com")));
}

void TestNetworkCatalog::brokenFilesAreSkipped()
{
    write(QStringLiteral("builtin/a.json"), "{");
    write(QStringLiteral("builtin/b.json"), networkFile("Home"));
    write(QStringLiteral("builtin/readme.txt"), networkFile("Text"));
    const NetworkCatalog catalog(m_builtIn, m_own);
    QCOMPARE(catalog.networks().size(), 2);
}

void TestNetworkCatalog::importKeepsACopy()
{
    const QString file = write(QStringLiteral("given.json"), networkFile("Home"));
    {
        NetworkCatalog catalog(m_builtIn, m_own);
        QSignalSpy changed(&catalog, &NetworkCatalog::changed);
        QVERIFY(catalog.import(file));
        QCOMPARE(changed.count(), 1);
    }
    QFile::remove(file);
    const NetworkCatalog catalog(m_builtIn, m_own);
    const KnownNetwork *home = catalog.find(QStringLiteral("Home"));
    QVERIFY(home);
    QCOMPARE(home->source, Source::Own);
    QCOMPARE(home->operatedBy, QStringLiteral("Ana"));
}

void TestNetworkCatalog::importNamesTheKeyAtFault()
{
    QByteArray content = networkFile("Home");
    content.replace("1863", "\"high\"");
    NetworkCatalog catalog(m_builtIn, m_own);
    const auto imported = catalog.import(write(QStringLiteral("bad.json"), content));
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, NetworkImportError::Code::Invalid);
    QCOMPARE(imported.error().parse.key, QStringLiteral("dispatch.port"));
    QCOMPARE(catalog.networks().size(), 1);
}

void TestNetworkCatalog::importOfAMissingFile()
{
    NetworkCatalog catalog(m_builtIn, m_own);
    const auto imported = catalog.import(m_directory->filePath(QStringLiteral("nothing.json")));
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, NetworkImportError::Code::CannotRead);
    QVERIFY(!imported.error().detail.isEmpty());
}

void TestNetworkCatalog::ownHidesBuiltIn()
{
    write(QStringLiteral("builtin/home.json"), networkFile("Home"));
    QByteArray content = networkFile("Home");
    content.replace("msn.example.com", "other.example.net");
    NetworkCatalog catalog(m_builtIn, m_own);
    QVERIFY(catalog.import(write(QStringLiteral("given.json"), content)));
    QCOMPARE(catalog.networks().size(), 2);
    QCOMPARE(
        catalog.find(QStringLiteral("Home"))->description.dispatch.host, QStringLiteral("other.example.net"));
}

void TestNetworkCatalog::useOnceKeepsNothing()
{
    {
        NetworkCatalog catalog(m_builtIn, m_own);
        QVERIFY(catalog.useOnce(write(QStringLiteral("given.json"), networkFile("Home"))));
        QCOMPARE(catalog.find(QStringLiteral("Home"))->source, Source::Given);
    }
    QVERIFY(!NetworkCatalog(m_builtIn, m_own).find(QStringLiteral("Home")));
}

void TestNetworkCatalog::removesOnlyOwn()
{
    write(QStringLiteral("builtin/work.json"), networkFile("Work"));
    NetworkCatalog catalog(m_builtIn, m_own);
    QVERIFY(catalog.import(write(QStringLiteral("given.json"), networkFile("Home"))));
    catalog.remove(QStringLiteral("Home"));
    catalog.remove(QStringLiteral("Work"));
    QVERIFY(!catalog.find(QStringLiteral("Home")));
    QVERIFY(catalog.find(QStringLiteral("Work")));
    QVERIFY(!NetworkCatalog(m_builtIn, m_own).find(QStringLiteral("Home")));
}

void TestNetworkCatalog::pinSurvivesARestart()
{
    const QByteArray digest(32, '\x5a');
    {
        NetworkCatalog catalog(m_builtIn, m_own);
        QVERIFY(catalog.import(write(QStringLiteral("given.json"), networkFile("Home"))));
        catalog.pinCertificate(QStringLiteral("Home"), digest);
        QCOMPARE(catalog.find(QStringLiteral("Home"))->description.certificateSha256, digest);
    }
    QCOMPARE(
        NetworkCatalog(m_builtIn, m_own).find(QStringLiteral("Home"))->description.certificateSha256, digest);
}

void TestNetworkCatalog::demoIsNeverPinned()
{
    NetworkCatalog catalog(m_builtIn, m_own);
    catalog.pinCertificate(NetworkCatalog::demoName(), QByteArray(32, '\x5a'));
    QVERIFY(catalog.find(NetworkCatalog::demoName())->description.certificateSha256.isEmpty());
}

void TestNetworkCatalog::forgottenCertificateStaysForgotten()
{
    {
        NetworkCatalog catalog(m_builtIn, m_own);
        QVERIFY(catalog.import(write(QStringLiteral("given.json"), networkFile("Home"))));
        catalog.pinCertificate(QStringLiteral("Home"), QByteArray(32, '\x5a'));
        catalog.forgetCertificate(QStringLiteral("Home"));
    }
    const NetworkCatalog catalog(m_builtIn, m_own);
    QVERIFY(catalog.find(QStringLiteral("Home"))->description.certificateSha256.isEmpty());
}

void TestNetworkCatalog::removingShowsTheBuiltInAgain()
{
    write(QStringLiteral("builtin/home.json"), networkFile("Home"));
    NetworkCatalog catalog(m_builtIn, m_own);
    catalog.pinCertificate(QStringLiteral("Home"), QByteArray(32, '\x5a'));
    QCOMPARE(catalog.find(QStringLiteral("Home"))->source, Source::Own);
    catalog.remove(QStringLiteral("Home"));
    QVERIFY(catalog.find(QStringLiteral("Home")));
    QCOMPARE(catalog.find(QStringLiteral("Home"))->source, Source::BuiltIn);
}

void TestNetworkCatalog::aFileToPassOnIsTakenElsewhere()
{
    NetworkCatalog catalog(m_builtIn, m_own);
    QVERIFY(catalog.import(write(QStringLiteral("given.json"), networkFile("Home"))));
    const QByteArray file = catalog.fileOf(QStringLiteral("Home"));
    NetworkCatalog elsewhere(m_builtIn, QString());
    QVERIFY(elsewhere.importBytes(file, QStringLiteral("a friend's")));
    QCOMPARE(elsewhere.find(QStringLiteral("Home"))->description,
        catalog.find(QStringLiteral("Home"))->description);
    QCOMPARE(elsewhere.find(QStringLiteral("Home"))->operatedBy, QStringLiteral("Ana"));
    QVERIFY(catalog.fileOf(NetworkCatalog::demoName()).isEmpty());
    QVERIFY(catalog.fileOf(QStringLiteral("Nowhere")).isEmpty());
}

void TestNetworkCatalog::demoIsNeverReplaced()
{
    NetworkCatalog catalog(m_builtIn, m_own);
    const auto taken = catalog.importBytes(networkFile("Demo"), QStringLiteral("somewhere"));
    QVERIFY(!taken);
    QCOMPARE(taken.error().parse.key, QStringLiteral("name"));
    QCOMPARE(catalog.find(NetworkCatalog::demoName())->source, Source::Demo);
}

QTEST_GUILESS_MAIN(TestNetworkCatalog)
#include "tst_networkcatalog.moc"
