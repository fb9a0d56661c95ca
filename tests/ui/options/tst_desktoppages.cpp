#include "core/storage/settings.h"
#include "ui/alerts/alertsettings.h"
#include "ui/options/alertspage.h"
#include "ui/options/generalpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Ui;
using Msn::Settings;
namespace Setting = Msn::Setting;

/// "General" and "Alerts and sounds".
class TestDesktopPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint18_everyCellIsASetting();
    void followsChangesFromElsewhere();
    void restoresTheDefaults();
    void complaint19_everySoundCanBeHeard();
    void complaint19_saysThatThereAreNoSounds();
    void everyCellIsNamed();
    void startsAtLogOn();
    void complaint20_minutesUntilAway();
    void closing();
};

void TestDesktopPages::complaint18_everyCellIsASetting()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const AlertsPage page(alerts, settings, true);
    for (const AlertEvent event : alertEvents()) {
        for (const AlertWay way : {AlertWay::Popup, AlertWay::Sound, AlertWay::Flash}) {
            QCheckBox *box = page.box(event, way);
            QCOMPARE(box != nullptr, way != AlertWay::Flash || isOfConversation(event));
            if (!box)
                continue;
            QCOMPARE(box->isChecked(), alerts.ways(event).testFlag(way));
            const AlertWays before = alerts.ways(event);
            box->click();
            QCOMPARE(alerts.ways(event), before ^ AlertWays(way));
        }
    }
}

void TestDesktopPages::followsChangesFromElsewhere()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const AlertsPage page(alerts, settings, true);
    alerts.setWays(AlertEvent::Mail, AlertWay::Sound);
    QVERIFY(!page.box(AlertEvent::Mail, AlertWay::Popup)->isChecked());
    QVERIFY(page.box(AlertEvent::Mail, AlertWay::Sound)->isChecked());
}

void TestDesktopPages::restoresTheDefaults()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const AlertsPage page(alerts, settings, true);
    page.box(AlertEvent::Message, AlertWay::Popup)->click();
    QVERIFY(!page.box(AlertEvent::Message, AlertWay::Popup)->isChecked());
    page.findChild<QPushButton *>()->click();
    QVERIFY(page.box(AlertEvent::Message, AlertWay::Popup)->isChecked());
}

void TestDesktopPages::complaint19_everySoundCanBeHeard()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const AlertsPage page(alerts, settings, true);
    QSignalSpy preview(&page, &AlertsPage::previewRequested);
    for (const AlertEvent event : alertEvents()) {
        page.playButton(event)->click();
        QCOMPARE(preview.takeFirst().constFirst().value<Sound>(), soundOf(event));
    }
}

void TestDesktopPages::complaint19_saysThatThereAreNoSounds()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const AlertsPage page(alerts, settings, false);
    QVERIFY(!page.box(AlertEvent::Message, AlertWay::Sound)->isEnabled());
    QVERIFY(!page.playButton(AlertEvent::Message)->isEnabled());
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().startsWith(QLatin1String("Sounds are not available"));
    }));
}

void TestDesktopPages::everyCellIsNamed()
{
    Settings settings{QString()};
    AlertSettings alerts(settings);
    const AlertsPage page(alerts, settings, true);
    QSet<QString> names;
    const QList<QCheckBox *> boxes = page.findChildren<QCheckBox *>();
    for (const QCheckBox *box : boxes) {
        const QString name = box->accessibleName().isEmpty() ? box->text() : box->accessibleName();
        QVERIFY(!name.isEmpty());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
}

void TestDesktopPages::startsAtLogOn()
{
    Settings settings{QString()};
    bool enabled = false;
    bool works = true;
    const GeneralPage page(settings,
        {[&] { return enabled; },
            [&](bool on) {
                if (works)
                    enabled = on;
                return works;
            }});
    QVERIFY(!page.startBox()->isChecked());
    page.startBox()->click();
    QVERIFY(enabled);
    works = false;
    page.startBox()->click();
    QVERIFY(page.startBox()->isChecked());
    QVERIFY(enabled);
}

void TestDesktopPages::complaint20_minutesUntilAway()
{
    Settings settings{QString()};
    const GeneralPage page(settings, {});
    QVERIFY(page.awayBox()->isChecked());
    QCOMPARE(page.minutesBox()->value(), 5);
    QCOMPARE(page.minutesBox()->minimum(), 1);
    QCOMPARE(page.minutesBox()->maximum(), 60);
    page.minutesBox()->setValue(12);
    QCOMPARE(settings.value(Setting::idleMinutes), 12);
    page.awayBox()->click();
    QCOMPARE(settings.value(Setting::idleMinutes), 0);
    QVERIFY(!page.minutesBox()->isEnabled());
    page.awayBox()->click();
    QCOMPARE(settings.value(Setting::idleMinutes), 12);
}

void TestDesktopPages::closing()
{
    Settings settings{QString()};
    const GeneralPage page(settings, {});
    QCOMPARE(page.closeBox()->currentData().toString(), QStringLiteral("ask"));
    settings.setValue(Setting::closeAction, QStringLiteral("tray"));
    QCOMPARE(page.closeBox()->currentData().toString(), QStringLiteral("tray"));
    page.closeBox()->setCurrentIndex(2);
    Q_EMIT page.closeBox()->activated(2);
    QCOMPARE(settings.value(Setting::closeAction), QStringLiteral("quit"));
}

QTEST_MAIN(TestDesktopPages)
#include "tst_desktoppages.moc"
