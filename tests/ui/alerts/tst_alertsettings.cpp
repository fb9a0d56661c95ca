#include "core/storage/settings.h"
#include "ui/alerts/alertsettings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Ui;
using Msn::Address;
using Msn::Settings;

class TestAlertSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults_data();
    void defaults();
    void complaint18_everyEventByItself();
    void survivesARestart();
    void restoresDefaults();
    void exceptionsBelongToAnAccount();
    void toleratesABrokenFile();
    void tellsOfChanges();
};

void TestAlertSettings::defaults_data()
{
    QTest::addColumn<AlertEvent>("event");
    QTest::addColumn<bool>("pops");
    QTest::newRow("online") << AlertEvent::ContactOnline << true;
    QTest::newRow("message") << AlertEvent::Message << true;
    QTest::newRow("mail") << AlertEvent::Mail << true;
    QTest::newRow("added") << AlertEvent::AddedMe << true;
    QTest::newRow("nudge") << AlertEvent::Nudge << true;
    QTest::newRow("invitation") << AlertEvent::Invitation << true;
    QTest::newRow("connection") << AlertEvent::ConnectionLost << true;
    QTest::newRow("offline") << AlertEvent::ContactOffline << false;
    QTest::newRow("status") << AlertEvent::StatusChanged << false;
}

void TestAlertSettings::defaults()
{
    QFETCH(AlertEvent, event);
    QFETCH(bool, pops);
    Settings settings{QString()};
    const AlertSettings alerts(settings);
    QCOMPARE(alerts.ways(event).testFlag(AlertWay::Popup), pops);
    QVERIFY(!alerts.ways(event).testFlag(AlertWay::Flash) || isOfConversation(event));
    QVERIFY(alerts.firstOnly() && alerts.quietWhenBusy() && alerts.quietInFullScreen());
    QVERIFY(!alerts.isMuted() && !alerts.prefersOwnToasts() && alerts.showsText());
}

void TestAlertSettings::complaint18_everyEventByItself()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    for (const AlertEvent event : alertEvents()) {
        for (int ways = 0; ways < 8; ++ways) {
            alerts.setWays(event, AlertWays::fromInt(ways));
            QCOMPARE(alerts.ways(event).toInt(), ways);
            for (const AlertEvent other : alertEvents())
                QVERIFY(other == event || alerts.ways(other) == defaultWays(other));
        }
        alerts.setWays(event, defaultWays(event));
    }
}

void TestAlertSettings::survivesARestart()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("settings.json"));
    const Address ana(QStringLiteral("Ana@example.com"));
    const QString account
        = alertAccountKey(Address(QStringLiteral("Me@example.com")), QStringLiteral("Home"));
    const ContactAlerts special{
        ContactAlerts::Wish::Always, ContactAlerts::Wish::Never, true, Sound::Invitation};
    {
        Settings settings(file);
        AlertSettings alerts(settings);
        alerts.setWays(AlertEvent::ContactOffline, AlertWay::Sound);
        alerts.setMuted(true);
        alerts.setFirstOnly(false);
        alerts.setContact(account, ana, special);
    }
    Settings settings(file);
    const AlertSettings alerts(settings);
    QCOMPARE(alerts.ways(AlertEvent::ContactOffline), AlertWays(AlertWay::Sound));
    QVERIFY(alerts.isMuted());
    QVERIFY(!alerts.choicesFor(AlertEvent::Message).firstOnly);
    QCOMPARE(account, QStringLiteral("me@example.com@home"));
    QCOMPARE(alerts.contact(account, Address(QStringLiteral("ana@EXAMPLE.com"))), special);
}

void TestAlertSettings::restoresDefaults()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const ContactAlerts special{ContactAlerts::Wish::Never, ContactAlerts::Wish::Never, false, {}};
    alerts.setWays(AlertEvent::Message, {});
    alerts.setMuted(true);
    alerts.setContact(QStringLiteral("me@home"), Address(QStringLiteral("ana@example.com")), special);
    alerts.restoreDefaults();
    QCOMPARE(alerts.ways(AlertEvent::Message), defaultWays(AlertEvent::Message));
    QVERIFY(!alerts.isMuted());
    // What was chosen for one person was not a choice for all.
    QCOMPARE(alerts.contact(QStringLiteral("me@home"), Address(QStringLiteral("ana@example.com"))), special);
}

void TestAlertSettings::exceptionsBelongToAnAccount()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const Address ana(QStringLiteral("ana@example.com"));
    ContactAlerts silent;
    silent.isSilent = true;
    alerts.setContact(QStringLiteral("me@home"), ana, silent);
    QCOMPARE(alerts.contact(QStringLiteral("me@home"), ana), silent);
    QVERIFY(alerts.contact(QStringLiteral("me@elsewhere"), ana).isAsUsual());
    alerts.setContact(QStringLiteral("me@home"), ana, {});
    QVERIFY(settings.json(QStringLiteral("alerts.contacts")).toObject().isEmpty());
}

void TestAlertSettings::toleratesABrokenFile()
{
    Settings settings{QString()};
    settings.setJson(QStringLiteral("alerts.events"),
        QJsonObject{{QStringLiteral("message"), QStringLiteral("loud")}, {QStringLiteral("mail"), 4711}});
    settings.setJson(QStringLiteral("alerts.contacts"),
        QJsonObject{{QStringLiteral("me@home"),
            QJsonObject{{QStringLiteral("ana@example.com"),
                QJsonObject{
                    {QStringLiteral("sound"), QStringLiteral("gong")}, {QStringLiteral("writes"), 7}}}}}});
    const AlertSettings alerts(settings);
    QCOMPARE(alerts.ways(AlertEvent::Message), defaultWays(AlertEvent::Message));
    QVERIFY(alerts.ways(AlertEvent::Mail).toInt() < 8);
    QVERIFY(
        alerts.contact(QStringLiteral("me@home"), Address(QStringLiteral("ana@example.com"))).isAsUsual());
}

void TestAlertSettings::tellsOfChanges()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    AlertSettings elsewhere(settings);
    const QSignalSpy changed(&elsewhere, &AlertSettings::changed);
    const QSignalSpy muted(&elsewhere, &AlertSettings::mutedChanged);
    alerts.setMuted(true);
    QCOMPARE(muted.count(), 1);
    alerts.setWays(AlertEvent::Mail, {});
    QCOMPARE(changed.count(), 2);
    QCOMPARE(muted.count(), 1);
}

QTEST_GUILESS_MAIN(TestAlertSettings)
#include "tst_alertsettings.moc"
