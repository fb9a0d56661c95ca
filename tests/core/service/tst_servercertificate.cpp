#include "core/service/security/servercertificate.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

using namespace Msn;

class tst_ServerCertificate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void made();
    void names();
    void eachIsAnother();
    void unusable();
};

void tst_ServerCertificate::made()
{
    const auto made = makeServerCertificate({});
    QVERIFY(made);
    QVERIFY(made->isUsable());
    const QSslCertificate certificate(made->certificatePem);
    QVERIFY(!certificate.isNull());
    QVERIFY(certificate.isSelfSigned());
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    QVERIFY(certificate.effectiveDate() < QDateTime::currentDateTimeUtc());
    QVERIFY(certificate.expiryDate() > QDateTime::currentDateTimeUtc().addYears(9));
    QCOMPARE(made->sha256(), certificate.digest(QCryptographicHash::Sha256));
    QVERIFY(!QSslKey(made->privateKeyPem, QSsl::Ec).isNull());
}

void tst_ServerCertificate::names()
{
    const auto made = makeServerCertificate({QStringLiteral("chat.example.com"), QStringLiteral("192.0.2.7"),
        QStringLiteral("2001:db8::7"), QStringLiteral("bad,name"), QStringLiteral("localhost"), QString()});
    QVERIFY(made);
    const auto alternatives = QSslCertificate(made->certificatePem).subjectAlternativeNames();
    const QStringList hosts = alternatives.values(QSsl::DnsEntry);
    QCOMPARE(hosts.size(), 2);
    QVERIFY(hosts.contains(QStringLiteral("localhost")));
    QVERIFY(hosts.contains(QStringLiteral("chat.example.com")));
    const QStringList addresses = alternatives.values(QSsl::IpAddressEntry);
    QCOMPARE(addresses.size(), 4);
    QVERIFY(addresses.contains(QStringLiteral("127.0.0.1")));
    QVERIFY(addresses.contains(QStringLiteral("192.0.2.7")));
    QVERIFY(made->names().contains(QStringLiteral("chat.example.com")));
}

void tst_ServerCertificate::eachIsAnother()
{
    const auto one = makeServerCertificate({});
    const auto other = makeServerCertificate({});
    QVERIFY(one && other);
    QVERIFY(one->sha256() != other->sha256());
    QVERIFY(QSslCertificate(one->certificatePem).serialNumber()
        != QSslCertificate(other->certificatePem).serialNumber());
}

void tst_ServerCertificate::unusable()
{
    QVERIFY(!ServerCertificate().isUsable());
    QVERIFY(ServerCertificate().sha256().isEmpty());
    const auto made = makeServerCertificate({});
    QVERIFY(made);
    QVERIFY(!(ServerCertificate{made->certificatePem, {}}.isUsable()));
    QVERIFY(!(ServerCertificate{"nonsense", made->privateKeyPem}.isUsable()));
}

QTEST_GUILESS_MAIN(tst_ServerCertificate)

#include "tst_servercertificate.moc"
