#include "core/protocol/alert.h"

#include <QTest>

using namespace Msn;

namespace {

QByteArray alertXml(const QByteArray &attributes, const QByteArray &message)
{
    return "<NOTIFICATION ver=\"1\" " + attributes
        + "><TO pid=\"0x1:0x2\" email=\"alice@example.com\" name=\"Alice\"/>" + message + "</NOTIFICATION>";
}

QByteArray body(const QByteArray &text)
{
    return "<BODY lang=\"1033\" icon=\"\"><TEXT>" + text + "</TEXT></BODY>";
}

} // namespace

class TestAlert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alertOfTheNetwork();
    void pageFromAPhone();
    void discarded_data();
    void discarded();
    void addresses_data();
    void addresses();
    void longTextIsCut();
};

void TestAlert::alertOfTheNetwork()
{
    // P5
    const auto alert = parseAlert(alertXml("id=\"7\" siteid=\"1\" siteurl=\"http://alerts.example.com\"",
        "<MSG pri=\"1\" id=\"9\"><ACTION url=\"/a.htm\"/><SUBSCR url=\"/s.htm?x=1\"/><CAT id=\"1\"/>"
            + body("Tea at 5 &amp; cake") + "</MSG>"));
    QVERIFY(alert);
    QCOMPARE(alert->id, QByteArray("7"));
    QCOMPARE(alert->text, QStringLiteral("Tea at 5 & cake"));
    QVERIFY(alert->sender.isEmpty());
    QCOMPARE(alert->action.toString(),
        QStringLiteral("http://alerts.example.com/a.htm?notification_id=7&message_id=9&agent=messenger"));
    QCOMPARE(alert->subscription.toString(),
        QStringLiteral("http://alerts.example.com/s.htm?x=1&notification_id=7&message_id=9&agent=messenger"));
}

void TestAlert::pageFromAPhone()
{
    const auto page
        = parseAlert(alertXml("id=\"0\" siteid=\"111100400\" siteurl=\"http://mobile.example.com\"",
            "<FROM pid=\"0x0:0x0\" name=\"tel:+15550100\"/><MSG pri=\"1\" id=\"1\">" + body("On my way")
                + "</MSG>"));
    QVERIFY(page);
    QCOMPARE(page->sender, QStringLiteral("tel:+15550100"));
    QCOMPARE(page->text, QStringLiteral("On my way"));
    QVERIFY(page->action.isEmpty());
    const auto tooLong = parseAlert(alertXml("id=\"0\" siteid=\"111100400\"",
        "<FROM name=\"tel:+15550100\"/><MSG id=\"407\">" + body("") + "</MSG>"));
    QVERIFY(tooLong && tooLong->isPageTooLong);
}

void TestAlert::discarded_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no XML") << QByteArray("hello");
    QTest::newRow("cut off") << QByteArray("<NOTIFICATION id=\"7\"><MSG><BODY><TEXT>x</TEXT>");
    QTest::newRow("no text") << alertXml("id=\"7\" siteid=\"1\"", "<MSG id=\"1\"></MSG>");
    QTest::newRow("address book") << alertXml("id=\"7\" siteid=\"45705\"", "<MSG>" + body("x") + "</MSG>");
    QTest::newRow("entities") << QByteArray(
        "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a><MSG><BODY><TEXT>&b;&b;</TEXT></BODY></MSG></a>");
    QTest::newRow("something else") << QByteArray("<a/>");
    QTest::newRow("bytes") << QByteArray("\xFF\x00\xFE", 3);
}

void TestAlert::discarded()
{
    QFETCH(QByteArray, xml);
    QVERIFY(!parseAlert(xml));
}

void TestAlert::addresses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("host");
    QTest::newRow("bare ampersand") << QByteArray("http://a.example.com/?x=1&y=2")
                                    << QStringLiteral("a.example.com");
    QTest::newRow("https") << QByteArray("https://b.example.com/") << QStringLiteral("b.example.com");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << QString();
    QTest::newRow("script") << QByteArray("javascript:alert(1)") << QString();
    QTest::newRow("share") << QByteArray("smb://c.example.com/x") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestAlert::addresses()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, host);
    const auto alert = parseAlert(alertXml(
        "id=\"7\" siteid=\"1\"", "<MSG id=\"1\"><ACTION url=\"" + url + "\"/>" + body("x") + "</MSG>"));
    QVERIFY(alert);
    QCOMPARE(alert->action.host(), host);
}

void TestAlert::longTextIsCut()
{
    const auto alert = parseAlert(alertXml(
        "id=\"7\" siteid=\"1\"", "<MSG id=\"1\">" + body(QByteArray("\xC3\xA9").repeated(3000)) + "</MSG>"));
    QVERIFY(alert);
    QCOMPARE(alert->text.size(), 512);
}

QTEST_GUILESS_MAIN(TestAlert)
#include "tst_alert.moc"
