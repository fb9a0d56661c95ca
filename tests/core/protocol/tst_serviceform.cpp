#include "core/protocol/serviceform.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Msn;

namespace {

ServiceFormAccount account()
{
    ServiceFormAccount account;
    account.address = Address(QStringLiteral("alice@example.com"));
    account.password = QStringLiteral("s\u00E9cret");
    for (const auto &[name, value] :
        {std::pair("sid", "507"), std::pair("kv", "5"), std::pair("MSPAuth", "4aB$$")})
        account.profile.fields.addHeader(name, value);
    account.sessionAge = std::chrono::seconds(77);
    account.trustedHost = QStringLiteral("login.example.net");
    return account;
}

const ServiceUrl inbox{"/cgi-bin/HoTMaiL", "https://login.example.net/ppsecure/md5auth.srf?lc=1033", "2"};

} // namespace

class TestServiceForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields();
    void absoluteReturnAddress();
    void nobodyElseGetsCredentials_data();
    void nobodyElseGetsCredentials();
    void notOpened_data();
    void notOpened();
};

void TestServiceForm::fields()
{
    const auto form = makeServiceForm(inbox, account());
    QVERIFY(form);
    QCOMPARE(form->url.toString(), QStringLiteral("https://login.example.net/ppsecure/md5auth.srf?lc=1033"));
    QHash<QByteArray, QString> fields;
    for (const auto &[name, value] : form->fields)
        fields.insert(name, value);
    QCOMPARE(fields.size(), 12);
    QCOMPARE(fields.value("mode"), QStringLiteral("ttl"));
    QCOMPARE(fields.value("login"), QStringLiteral("alice"));
    QCOMPARE(fields.value("username"), QStringLiteral("alice@example.com"));
    QCOMPARE(fields.value("sid"), QStringLiteral("507"));
    QCOMPARE(fields.value("kv"), QStringLiteral("5"));
    QCOMPARE(fields.value("id"), QStringLiteral("2"));
    QCOMPARE(fields.value("sl"), QStringLiteral("77"));
    QCOMPARE(fields.value("rru"), QStringLiteral("/cgi-bin/HoTMaiL"));
    QCOMPARE(fields.value("auth"), QStringLiteral("4aB$$"));
    QCOMPARE(fields.value("svc"), QStringLiteral("mail"));
    QCOMPARE(fields.value("js"), QStringLiteral("yes"));
    const QByteArray digest = QCryptographicHash::hash("4aB$$77s\xC3\xA9"
                                                       "cret",
        QCryptographicHash::Md5)
                                  .toHex();
    QCOMPARE(fields.value("creds"), QString::fromLatin1(digest));
}

void TestServiceForm::absoluteReturnAddress()
{
    ServiceUrl url = inbox;
    url.returnUrl = "https://mail.example.net/inbox";
    const auto form = makeServiceForm(url, account());
    QVERIFY(form);
    QVERIFY(form->fields.contains({"ru", QStringLiteral("https://mail.example.net/inbox")}));
}

void TestServiceForm::nobodyElseGetsCredentials_data()
{
    QTest::addColumn<QByteArray>("postUrl");
    QTest::newRow("another host") << QByteArray("https://mail.example.net/md5auth.srf");
    QTest::newRow("host in the user part") << QByteArray("https://login.example.net@evil.example.com/");
    QTest::newRow("host as a prefix") << QByteArray("https://login.example.net.evil.example.com/");
}

void TestServiceForm::nobodyElseGetsCredentials()
{
    QFETCH(QByteArray, postUrl);
    const auto form = makeServiceForm({"/x", postUrl, "2"}, account());
    QVERIFY(form);
    QVERIFY(form->fields.isEmpty());
    ServiceFormAccount unknown = account();
    unknown.trustedHost.clear();
    QVERIFY(makeServiceForm(inbox, unknown)->fields.isEmpty());
}

void TestServiceForm::notOpened_data()
{
    QTest::addColumn<QByteArray>("postUrl");
    QTest::newRow("Escargot") << QByteArray("/unused2");
    QTest::newRow("not encrypted") << QByteArray("http://login.example.net/md5auth.srf");
    QTest::newRow("file") << QByteArray("file:///etc/passwd");
    QTest::newRow("script") << QByteArray("javascript:alert(1)");
    QTest::newRow("no host") << QByteArray("https:///x");
    QTest::newRow("nothing") << QByteArray();
}

void TestServiceForm::notOpened()
{
    QFETCH(QByteArray, postUrl);
    QVERIFY(!makeServiceForm({"/x", postUrl, "2"}, account()));
}

QTEST_GUILESS_MAIN(TestServiceForm)
#include "tst_serviceform.moc"
