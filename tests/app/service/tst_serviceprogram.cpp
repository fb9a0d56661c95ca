#include "core/protocol/networkdescription.h"
#include "core/service/store/sqliteaccountstore.h"
#include "tests/app/service/serviceprocess.h"
#include "tests/core/service/somepng.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Test;

namespace {

constexpr int timeoutMs = processTimeoutMs;

} // namespace

/// The program as people script it.
class tst_ServiceProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_data = std::make_unique<QTemporaryDir>(); }
    void accounts();
    void care();
    void pictures_data();
    void pictures();
    void pictureOfNobody();
    void servesUntilItIsStopped_data();
    void servesUntilItIsStopped();
    void networkFileLeadsToIt();
    void certificateIsKept();
    void accountsOfEarlierVersions();
    void demoLeavesNothingBehind();
    void portInUse();
    void groups();
    void stats();
    void backup();
    void backupHasTheCertificate();
    void exitCodes();

private:
    QStringList withData(QStringList arguments) const
    {
        return arguments << QStringLiteral("--data") << m_data->path();
    }
    std::unique_ptr<QTemporaryDir> m_data;
};

void tst_ServiceProgram::accounts()
{
    const QString rosa = QStringLiteral("rosa@example.com");
    const auto account = [this](const QStringList &words, const QByteArray &input = {}) {
        return runService(withData(QStringList{QStringLiteral("account")} + words), input);
    };
    QCOMPARE(
        account({QStringLiteral("add"), rosa, QStringLiteral("--name"), QStringLiteral("Rosa R")}, "secret\n")
            .exitCode,
        0);
    QCOMPARE(account({QStringLiteral("list")}).output, QByteArray("rosa@example.com\tRosa R\n"));
    QCOMPARE(account({QStringLiteral("add"), rosa}, "secret\n").exitCode, 1);
    QCOMPARE(account({QStringLiteral("add"), QStringLiteral("b@example.com")}).exitCode, 1); // no password
    QCOMPARE(account({QStringLiteral("password"), rosa}, "other\n").exitCode, 0);
    QCOMPARE(account({QStringLiteral("password"), QStringLiteral("b@example.com")}, "x\n").exitCode, 1);
    QCOMPARE(account({QStringLiteral("remove"), rosa}).exitCode, 0);
    QCOMPARE(account({QStringLiteral("remove"), rosa}).exitCode, 1);
    QCOMPARE(account({QStringLiteral("list")}).output, QByteArray());
}

void tst_ServiceProgram::care()
{
    const QString rosa = QStringLiteral("rosa@example.com");
    const auto settle = [&](const QStringList &options) {
        return runService(
            withData(QStringList{QStringLiteral("account"), QStringLiteral("care"), rosa} + options));
    };
    QCOMPARE(settle({}).exitCode, 1);
    runService(withData({QStringLiteral("account"), QStringLiteral("add"), rosa}), "secret\n");
    QCOMPARE(settle({}).output, QByteArray());
    QCOMPARE(settle({QStringLiteral("--ask"), QStringLiteral("yes"), QStringLiteral("--quiet"),
                        QStringLiteral("21:00-07:00"), QStringLiteral("--approve"),
                        QStringLiteral("ben@example.com")})
                 .output,
        QByteArray("ask\nquiet 21:00-07:00\napproved ben@example.com\n"));
    QCOMPARE(settle({QStringLiteral("--files"), QStringLiteral("no"), QStringLiteral("--refuse"),
                        QStringLiteral("ben@example.com")})
                 .output,
        QByteArray("ask\nquiet 21:00-07:00\nnofiles\n"));
    QCOMPARE(settle({QStringLiteral("--ask"), QStringLiteral("no"), QStringLiteral("--quiet"),
                        QStringLiteral("no"), QStringLiteral("--files"), QStringLiteral("yes")})
                 .output,
        QByteArray());
}

void tst_ServiceProgram::pictures_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("complaint");
    QTest::newRow("usual") << somePng(96, 96) << QByteArray();
    QTest::newRow("no PNG") << QByteArray("GIF89a") << QByteArray(" is not a PNG. Give one.\n");
    QTest::newRow("empty") << QByteArray() << QByteArray(" is not a PNG. Give one.\n");
    QTest::newRow("too wide") << somePng(300, 96)
                              << QByteArray(" is too large. Make it 256 pixels wide and high at most.\n");
    QTest::newRow("too many bytes") << somePng(96, 96, 200'000)
                                    << QByteArray(" is too large. Make it a file of 48 KiB at most.\n");
}

void tst_ServiceProgram::pictures()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, complaint);
    const QString rosa = QStringLiteral("rosa@example.com");
    const QString path = m_data->filePath(QStringLiteral("picture"));
    QFile picture(path);
    QVERIFY(picture.open(QIODevice::WriteOnly));
    picture.write(file);
    picture.close();
    const auto give = [this](const QString &address, const QString &what) {
        return runService(withData({QStringLiteral("account"), QStringLiteral("picture"), address, what}));
    };
    runService(withData({QStringLiteral("account"), QStringLiteral("add"), rosa}), "secret\n");
    const auto given = give(rosa, path);
    QCOMPARE(given.exitCode, complaint.isEmpty() ? 0 : 1);
    QCOMPARE(given.complaint, complaint.isEmpty() ? QByteArray() : path.toUtf8() + complaint);
    const auto kept = [this] {
        const auto store = Msn::SqliteAccountStore::open(m_data->filePath(QStringLiteral("accounts.sqlite")));
        return store ? (*store)->picture(Msn::Address(QStringLiteral("rosa@example.com"))) : QByteArray("?");
    };
    QCOMPARE(kept(), complaint.isEmpty() ? file : QByteArray());
    QCOMPARE(give(rosa, QStringLiteral("none")).exitCode, 0);
    QCOMPARE(kept(), QByteArray());
}

void tst_ServiceProgram::pictureOfNobody()
{
    const auto given = runService(withData({QStringLiteral("account"), QStringLiteral("picture"),
        QStringLiteral("b@example.com"), QStringLiteral("none")}));
    QCOMPARE(given.exitCode, 1);
    QCOMPARE(given.complaint, QByteArray("There is no account b@example.com.\n"));
    const auto missing = runService(withData({QStringLiteral("account"), QStringLiteral("picture"),
        QStringLiteral("b@example.com"), m_data->filePath(QStringLiteral("missing.png"))}));
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.complaint.contains("missing.png cannot be read."), missing.complaint.constData());
}

void tst_ServiceProgram::servesUntilItIsStopped_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void tst_ServiceProgram::servesUntilItIsStopped()
{
    QFETCH(int, signal);
    ServiceProcess server(withData({QStringLiteral("--listen"), QStringLiteral("127.0.0.1")}));
    const QRegularExpression form(QStringLiteral(
        "^ready dispatch=127\\.0\\.0\\.1:(\\d+) tls=127\\.0\\.0\\.1:\\d+ https=127\\.0\\.0\\.1:\\d+\n$"));
    const auto match = form.match(QString::fromLatin1(server.readyLine()));
    QVERIFY2(match.hasMatch(), server.readyLine().constData());
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"), match.captured(1).toUShort());
    client.write("VER 1 MSNP8 CVR0\r\n");
    QVERIFY(client.waitForReadyRead(timeoutMs));
    QCOMPARE(client.readAll(), QByteArray("VER 1 MSNP8 CVR0\r\n"));
    QCOMPARE(server.stop(signal), 0);
}

void tst_ServiceProgram::networkFileLeadsToIt()
{
    const QString path = m_data->filePath(QStringLiteral("n.json"));
    const QStringList arguments{QStringLiteral("--listen"), QStringLiteral("127.0.0.1"),
        QStringLiteral("--name"), QStringLiteral("Our house"), QStringLiteral("--network-file"), path};
    ServiceProcess server(withData(arguments));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    const auto network = Msn::parseNetworkFile(written);
    QVERIFY(network);
    QCOMPARE(network->name, QStringLiteral("Our house"));
    QCOMPARE(network->security, Msn::NetworkDescription::Security::Tls);
    QVERIFY(server.readyLine().contains(" tls=" + encodeEndpoint(network->dispatch) + ' '));
    QVERIFY(!network->certificatePem.isEmpty());
    QVERIFY(!network->certificateSha256.isEmpty());
    QCOMPARE(runService(withData({QStringLiteral("network")})).output, written);
}

void tst_ServiceProgram::certificateIsKept()
{
    const QByteArray before = runService(withData({QStringLiteral("network")})).output;
    const auto first = Msn::parseNetworkFile(before);
    QVERIFY(first);
    QCOMPARE(first->dispatch.port, quint16(1864));
    ServiceProcess server(withData({QStringLiteral("--listen"), QStringLiteral("127.0.0.1")}));
    const auto second = Msn::parseNetworkFile(runService(withData({QStringLiteral("network")})).output);
    QVERIFY(second);
    QCOMPARE(second->certificateSha256, first->certificateSha256);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_data->filePath(QStringLiteral("certificate-key.pem"))) & others));
}

/// Said once, on standard error: standard output is for scripts.
void tst_ServiceProgram::accountsOfEarlierVersions()
{
    const QString old = m_data->filePath(QStringLiteral("accounts.json"));
    QVERIFY(QFile::copy(dataPath(QStringLiteral("service/accounts.json")), old));
    const QStringList list = withData({QStringLiteral("account"), QStringLiteral("list")});
    const ProgramResult first = runService(list);
    QCOMPARE(first.output, QByteArray("alice@example.com\tAlice \xE2\x99\xA5\nBob@example.com\t\n"));
    QVERIFY(first.complaint.contains("accounts.json.imported"));
    QVERIFY(!QFile::exists(old));
    const ProgramResult second = runService(list);
    QCOMPARE(second.output, first.output);
    QVERIFY(second.complaint.isEmpty());
}

void tst_ServiceProgram::demoLeavesNothingBehind()
{
    qputenv("XDG_DATA_HOME", m_data->path().toLocal8Bit());
    ServiceProcess server({QStringLiteral("--demo")});
    QVERIFY(server.readyLine().startsWith("ready dispatch=127.0.0.1:"));
    QCOMPARE(server.stop(SIGTERM), 0);
    QVERIFY(QDir(m_data->path()).isEmpty());
}

void tst_ServiceProgram::portInUse()
{
    ServiceProcess first(withData({QStringLiteral("--listen"), QStringLiteral("127.0.0.1")}));
    const QRegularExpression port(QStringLiteral("dispatch=127\\.0\\.0\\.1:(\\d+)"));
    const QString used = port.match(QString::fromLatin1(first.readyLine())).captured(1);
    const ProgramResult second
        = runService({QStringLiteral("serve"), QStringLiteral("--demo"), QStringLiteral("--port"), used});
    QCOMPARE(second.exitCode, 1);
    QVERIFY(second.output.isEmpty());
    QVERIFY(second.complaint.contains("127.0.0.1:" + used.toLatin1()));
}

void tst_ServiceProgram::groups()
{
    const auto service = [this](const QStringList &words, const QByteArray &input = {}) {
        return runService(withData(words), input);
    };
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QCOMPARE(service(words("account add a@example.com"), "x\n").exitCode, 0);
    QCOMPARE(service(words("group everybody Office")).exitCode, 0);
    QCOMPARE(service(words("account add b@example.com"), "x\n").exitCode, 0);
    QCOMPARE(service(words("group add Chess b@example.com")).exitCode, 0);
    QCOMPARE(service(words("group list")).output,
        QByteArray("Chess\t\tb@example.com\nOffice\teverybody\ta@example.com b@example.com\n"));
    QCOMPARE(service(words("group add Chess c@example.com")).exitCode, 1);
    QCOMPARE(service(words("group remove Chess")).exitCode, 0);
    QCOMPARE(service(words("group remove Chess")).exitCode, 1);
}

void tst_ServiceProgram::stats()
{
    const QStringList json = withData({QStringLiteral("stats"), QStringLiteral("--json")});
    QCOMPARE(runService(json).exitCode, 1);
    {
        ServiceProcess server(withData({QStringLiteral("--listen"), QStringLiteral("127.0.0.1")}));
        QVERIFY(!server.readyLine().isEmpty());
        const ProgramResult result = runService(json);
        QCOMPARE(result.exitCode, 0);
        const QJsonObject object = QJsonDocument::fromJson(result.output).object();
        QCOMPARE(object.value(QStringLiteral("usersOnline")).toInt(-1), 0);
        QVERIFY(object.contains(QStringLiteral("messagesPerSecond")));
        QVERIFY(runService(withData({QStringLiteral("stats")})).output.contains("People online"));
    } // killed: what it left behind is not taken for an answer
    QCOMPARE(runService(json).exitCode, 1);
}

void tst_ServiceProgram::backup()
{
    const QString copy = m_data->filePath(QStringLiteral("copy.sqlite"));
    const QStringList backup = withData({QStringLiteral("backup"), copy});
    QCOMPARE(runService(backup).exitCode, 1); // there is nothing
    QVERIFY(!QFile::exists(copy));
    QCOMPARE(runService(withData({QStringLiteral("account"), QStringLiteral("add"),
                            QStringLiteral("a@example.com")}),
                 "x\n")
                 .exitCode,
        0);
    QCOMPARE(runService(backup).exitCode, 0);
    QCOMPARE(runService(backup).exitCode, 1); // it exists already
    // In the place of the database it is one.
    const QTemporaryDir other;
    QVERIFY(QFile::copy(copy, other.filePath(QStringLiteral("accounts.sqlite"))));
    QCOMPARE(runService(
                 {QStringLiteral("account"), QStringLiteral("list"), QStringLiteral("--data"), other.path()})
                 .output,
        QByteArray("a@example.com\ta\n"));
}

/// Whoever trusts the service goes on trusting the one that is made of the copy.
void tst_ServiceProgram::backupHasTheCertificate()
{
    const QString copy = m_data->filePath(QStringLiteral("copy.sqlite"));
    const QByteArray network = runService(withData({QStringLiteral("network")})).output;
    QVERIFY(network.contains("BEGIN CERTIFICATE"));
    QCOMPARE(runService(withData({QStringLiteral("backup"), copy})).exitCode, 0);
    const QTemporaryDir other;
    QVERIFY(QFile::copy(copy, other.filePath(QStringLiteral("accounts.sqlite"))));
    QCOMPARE(runService({QStringLiteral("network"), QStringLiteral("--data"), other.path()}).output, network);
    for (const char *name : {"certificate.pem", "certificate-key.pem"}) {
        QFile before(m_data->filePath(QLatin1String(name)));
        QFile after(other.filePath(QLatin1String(name)));
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), before.readAll());
    }
}

void tst_ServiceProgram::exitCodes()
{
    QCOMPARE(runService({QStringLiteral("--help")}).exitCode, 0);
    QCOMPARE(runService({QStringLiteral("--version")}).exitCode, 0);
    QCOMPARE(runService({}).exitCode, 2);
    QCOMPARE(
        runService({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("x")}).exitCode, 2);
    QCOMPARE(runService({QStringLiteral("account"), QStringLiteral("list"), QStringLiteral("--data"),
                            QStringLiteral("/proc/no")})
                 .exitCode,
        1);
}

QTEST_GUILESS_MAIN(tst_ServiceProgram)

#include "tst_serviceprogram.moc"
