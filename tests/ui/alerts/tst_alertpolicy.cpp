#include "ui/alerts/alertpolicy.h"

#include <QTest>

using namespace Ui;
using Msn::Status;
using Wish = ContactAlerts::Wish;

namespace {

const AlertWays everything = AlertWay::Popup | AlertWay::Sound | AlertWay::Flash;

AlertDecision decide(
    AlertEvent event, const AlertSituation &situation = {}, const ContactAlerts &contact = {})
{
    AlertChoices choices;
    choices.ways = everything;
    return decideAlert(event, choices, situation, contact);
}

} // namespace

class TestAlertPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatWasChosen_data();
    void doesWhatWasChosen();
    void complaint18_onlyTheFirstMessage_data();
    void complaint18_onlyTheFirstMessage();
    void complaint18_everyMessageIfChosen();
    void complaint18_quietWhenBusyOrFullScreen_data();
    void complaint18_quietWhenBusyOrFullScreen();
    void busyCanBeOverruled();
    void nothingWhileTheConversationIsInFront_data();
    void nothingWhileTheConversationIsInFront();
    void peopleAreToldOfWhileAConversationIsInFront();
    void mutedOnlySilences();
    void contactExceptions_data();
    void contactExceptions();
    void doNotDisturbIsStrongerThanAContact();
    void contactSound();
};

void TestAlertPolicy::doesWhatWasChosen_data()
{
    QTest::addColumn<AlertWays>("ways");
    QTest::newRow("nothing") << AlertWays();
    QTest::newRow("alert") << AlertWays(AlertWay::Popup);
    QTest::newRow("sound") << AlertWays(AlertWay::Sound);
    QTest::newRow("flash") << AlertWays(AlertWay::Flash);
    QTest::newRow("all") << everything;
}

void TestAlertPolicy::doesWhatWasChosen()
{
    QFETCH(AlertWays, ways);
    for (const AlertEvent event : alertEvents()) {
        AlertChoices choices;
        choices.ways = ways;
        QCOMPARE(decideAlert(event, choices, {}).ways, ways);
    }
}

void TestAlertPolicy::complaint18_onlyTheFirstMessage_data()
{
    QTest::addColumn<AlertEvent>("event");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("message") << AlertEvent::Message << false;
    QTest::newRow("nudge") << AlertEvent::Nudge << false;
    QTest::newRow("invitation") << AlertEvent::Invitation << false;
    QTest::newRow("online") << AlertEvent::ContactOnline << true;
    QTest::newRow("mail") << AlertEvent::Mail << true;
}

void TestAlertPolicy::complaint18_onlyTheFirstMessage()
{
    QFETCH(AlertEvent, event);
    QFETCH(bool, isTold);
    AlertSituation situation;
    QCOMPARE(decide(event, situation).ways, everything);
    situation.isFirst = false;
    QCOMPARE(decide(event, situation).ways, isTold ? everything : AlertWays());
}

void TestAlertPolicy::complaint18_everyMessageIfChosen()
{
    AlertChoices choices;
    choices.ways = everything;
    choices.firstOnly = false;
    AlertSituation situation;
    situation.isFirst = false;
    QCOMPARE(decideAlert(AlertEvent::Message, choices, situation).ways, everything);
}

void TestAlertPolicy::complaint18_quietWhenBusyOrFullScreen_data()
{
    QTest::addColumn<AlertSituation>("situation");
    QTest::addColumn<bool>("isQuiet");
    AlertSituation situation;
    for (const Status status :
        {Status::Online, Status::Away, Status::OnThePhone, Status::Idle, Status::Hidden, Status::Busy}) {
        situation.ownStatus = status;
        QTest::addRow("status %d", int(status)) << situation << (status == Status::Busy);
    }
    situation = {};
    situation.fullScreen = true;
    QTest::newRow("full screen") << situation << true;
    situation = {};
    situation.doNotDisturb = true;
    QTest::newRow("do not disturb") << situation << true;
}

/// The taskbar stays the one quiet place that shows where something waits.
void TestAlertPolicy::complaint18_quietWhenBusyOrFullScreen()
{
    QFETCH(AlertSituation, situation);
    QFETCH(bool, isQuiet);
    for (const AlertEvent event : alertEvents())
        QCOMPARE(decide(event, situation).ways, isQuiet ? AlertWays(AlertWay::Flash) : everything);
}

void TestAlertPolicy::busyCanBeOverruled()
{
    AlertChoices choices;
    choices.ways = everything;
    choices.quietWhenBusy = false;
    choices.quietInFullScreen = false;
    AlertSituation situation;
    situation.ownStatus = Status::Busy;
    situation.fullScreen = true;
    QCOMPARE(decideAlert(AlertEvent::Message, choices, situation).ways, everything);
}

void TestAlertPolicy::nothingWhileTheConversationIsInFront_data()
{
    QTest::addColumn<AlertEvent>("event");
    QTest::newRow("message") << AlertEvent::Message;
    QTest::newRow("nudge") << AlertEvent::Nudge;
    QTest::newRow("invitation") << AlertEvent::Invitation;
}

void TestAlertPolicy::nothingWhileTheConversationIsInFront()
{
    QFETCH(AlertEvent, event);
    AlertSituation situation;
    situation.conversationInFront = true;
    QCOMPARE(decide(event, situation).ways, AlertWays());
    ContactAlerts always;
    always.writes = Wish::Always;
    QCOMPARE(decide(event, situation, always).ways, AlertWays());
}

void TestAlertPolicy::peopleAreToldOfWhileAConversationIsInFront()
{
    AlertSituation situation;
    situation.conversationInFront = true;
    QCOMPARE(decide(AlertEvent::ContactOnline, situation).ways, everything);
}

void TestAlertPolicy::mutedOnlySilences()
{
    AlertSituation situation;
    situation.muted = true;
    QCOMPARE(decide(AlertEvent::Message, situation).ways, AlertWay::Popup | AlertWay::Flash);
}

void TestAlertPolicy::contactExceptions_data()
{
    QTest::addColumn<AlertEvent>("event");
    QTest::addColumn<ContactAlerts>("contact");
    QTest::addColumn<AlertWays>("ways");
    const AlertWays none;
    const AlertWays shown = AlertWay::Popup | AlertWay::Sound;
    const ContactAlerts alwaysOnline{Wish::Always, Wish::AsUsual, false, {}};
    const ContactAlerts neverOnline{Wish::Never, Wish::AsUsual, false, {}};
    const ContactAlerts alwaysWrites{Wish::AsUsual, Wish::Always, false, {}};
    const ContactAlerts neverWrites{Wish::AsUsual, Wish::Never, false, {}};
    const ContactAlerts silent{Wish::Always, Wish::Always, true, {}};
    QTest::newRow("always online") << AlertEvent::ContactOnline << alwaysOnline << shown;
    QTest::newRow("always online says nothing of messages") << AlertEvent::Message << alwaysOnline << none;
    QTest::newRow("never online") << AlertEvent::ContactOnline << neverOnline << none;
    QTest::newRow("always writes") << AlertEvent::Message << alwaysWrites << everything;
    QTest::newRow("always writes, nudge") << AlertEvent::Nudge << alwaysWrites << everything;
    QTest::newRow("always writes says nothing of mail") << AlertEvent::Mail << alwaysWrites << none;
    QTest::newRow("never writes") << AlertEvent::Message << neverWrites << none;
    QTest::newRow("silent") << AlertEvent::Message << silent << (AlertWay::Popup | AlertWay::Flash);
}

/// With all events switched off and Busy: only the exception speaks.
void TestAlertPolicy::contactExceptions()
{
    QFETCH(AlertEvent, event);
    QFETCH(ContactAlerts, contact);
    QFETCH(AlertWays, ways);
    AlertSituation situation;
    situation.ownStatus = Status::Busy;
    QCOMPARE(decideAlert(event, {}, situation, contact).ways, ways);
}

void TestAlertPolicy::doNotDisturbIsStrongerThanAContact()
{
    AlertSituation situation;
    situation.doNotDisturb = true;
    ContactAlerts always;
    always.writes = Wish::Always;
    QCOMPARE(decide(AlertEvent::Message, situation, always).ways, AlertWays(AlertWay::Flash));
}

void TestAlertPolicy::contactSound()
{
    QCOMPARE(decide(AlertEvent::Message).sound, Sound::Message);
    QCOMPARE(decide(AlertEvent::Nudge).sound, Sound::Nudge);
    ContactAlerts contact;
    contact.messageSound = Sound::Alarm;
    QCOMPARE(decide(AlertEvent::Message, {}, contact).sound, Sound::Alarm);
    QCOMPARE(decide(AlertEvent::Nudge, {}, contact).sound, Sound::Nudge);
}

QTEST_GUILESS_MAIN(TestAlertPolicy)
#include "tst_alertpolicy.moc"
