#include "core/net/servertrust.h"
#include "tests/support/testhttpsserver.h"

#include <QSslSocket>
#include <QTest>

using namespace Msn;
using Test::TestHttpsServer;

namespace {

QSslCertificate certificate(const QString &name)
{
    return QSslCertificate(TestHttpsServer::certificatePem(name));
}

} // namespace

class TestServerTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemTrust();
    void ownAuthority();
    void pinReplacesTheChain();
    void pinAndAuthority();
    void damagedPemTrustsNobody();
    void errorsCarryTheFingerprint();
    void tellsWhenOnlyTheTimeIsWrong_data();
    void tellsWhenOnlyTheTimeIsWrong();
};

void TestServerTrust::systemTrust()
{
    const ServerTrust trust{NetworkDescription{}};
    QVERIFY(!trust.isPinOnly());
    QCOMPARE(trust.configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QVERIFY(trust.accepts(certificate(QStringLiteral("server"))));
}

void TestServerTrust::ownAuthority()
{
    NetworkDescription network;
    network.certificatePem = TestHttpsServer::certificatePem();
    const ServerTrust trust(network);
    QCOMPARE(trust.configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(trust.configuration().caCertificates(), {certificate(QStringLiteral("server"))});
    QVERIFY(trust.configuration().protocol() == QSsl::TlsV1_2OrLater);
}

void TestServerTrust::pinReplacesTheChain()
{
    NetworkDescription network;
    network.certificateSha256 = TestHttpsServer::certificateDigest();
    const ServerTrust trust(network);
    QVERIFY(trust.isPinOnly());
    QCOMPARE(trust.configuration().peerVerifyMode(), QSslSocket::VerifyNone);
    QVERIFY(trust.accepts(certificate(QStringLiteral("server"))));
    QVERIFY(!trust.accepts(certificate(QStringLiteral("otherhost"))));
    QVERIFY(!trust.accepts(QSslCertificate()));
}

void TestServerTrust::pinAndAuthority()
{
    NetworkDescription network;
    network.certificateSha256 = TestHttpsServer::certificateDigest();
    network.certificatePem = TestHttpsServer::certificatePem();
    const ServerTrust trust(network);
    QVERIFY(!trust.isPinOnly());
    QCOMPARE(trust.configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QVERIFY(!trust.accepts(certificate(QStringLiteral("otherhost"))));
}

void TestServerTrust::damagedPemTrustsNobody()
{
    // Falling back to the system's authorities would trust more than the person asked for.
    NetworkDescription network;
    network.certificatePem = "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n";
    const ServerTrust trust(network);
    QCOMPARE(trust.configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QVERIFY(trust.configuration() != ServerTrust(NetworkDescription{}).configuration());

    network.certificateSha256 = TestHttpsServer::certificateDigest();
    QVERIFY(!ServerTrust(network).isPinOnly());
}

void TestServerTrust::errorsCarryTheFingerprint()
{
    const QSslCertificate shown = certificate(QStringLiteral("server"));
    const Error untrusted = ServerTrust::untrusted(QStringLiteral("h:1"), shown,
        {QSslError(QSslError::SelfSignedCertificate), QSslError(QSslError::SelfSignedCertificate)});
    QCOMPARE(untrusted.code, ErrorCode::CertificateUntrusted);
    QCOMPARE(untrusted.certificateSha256, TestHttpsServer::certificateDigest());
    QVERIFY(!untrusted.detail.isEmpty());
    QVERIFY2(!untrusted.detail.contains(u';'), "the same reason is told once");
    const Error changed = ServerTrust::changed(QStringLiteral("h:1"), shown);
    QCOMPARE(changed.code, ErrorCode::CertificateChanged);
    QCOMPARE(changed.certificateSha256, TestHttpsServer::certificateDigest());
}

void TestServerTrust::tellsWhenOnlyTheTimeIsWrong_data()
{
    QTest::addColumn<QList<QSslError>>("errors");
    QTest::addColumn<bool>("isOutOfDate");
    const QSslError expired(QSslError::CertificateExpired);
    const QSslError tooEarly(QSslError::CertificateNotYetValid);
    const QSslError selfSigned(QSslError::SelfSignedCertificate);
    QTest::newRow("expired") << QList<QSslError>{expired} << true;
    QTest::newRow("not yet valid") << QList<QSslError>{tooEarly} << true;
    QTest::newRow("the whole chain") << QList<QSslError>{tooEarly, tooEarly} << true;
    QTest::newRow("unknown besides") << QList<QSslError>{selfSigned, expired} << false;
    QTest::newRow("something else") << QList<QSslError>{selfSigned} << false;
    QTest::newRow("no reason") << QList<QSslError>() << false;
}

void TestServerTrust::tellsWhenOnlyTheTimeIsWrong()
{
    QFETCH(QList<QSslError>, errors);
    QTEST(
        ServerTrust::untrusted(QStringLiteral("h:1"), QSslCertificate(), errors).isOutOfDate, "isOutOfDate");
}

QTEST_GUILESS_MAIN(TestServerTrust)
#include "tst_servertrust.moc"
