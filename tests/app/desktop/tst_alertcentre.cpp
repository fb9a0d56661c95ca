#include "app/desktop/alertcentre.h"
#include "app/desktop/conversationplaces.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "core/storage/settings.h"
#include "tests/support/session.h"
#include "ui/alerts/alertsettings.h"
#include "ui/alerts/toast.h"
#include "ui/alerts/toaststack.h"

#include <QTest>

using namespace App;
using namespace Msn;
using Ui::AlertEvent;
using Ui::AlertNotice;
using Ui::AlertWay;
using Ui::Sound;

namespace {

const Address bob = Test::address(Test::bob);
const Address carol = Test::address(Test::carol);

class FakeDisplay : public Ui::AlertDisplay
{
    Q_OBJECT

public:
    void show(Id id, const AlertNotice &notice) override
    {
        shown.append({id, notice});
        open.insert(id);
    }
    void close(Id id) override { open.remove(id); }

    const AlertNotice &last() const { return shown.constLast().second; }
    Id lastId() const { return shown.constLast().first; }

    QList<std::pair<Id, AlertNotice>> shown;
    QSet<Id> open;
};

class FakePlaces : public ConversationPlaces
{
    Q_OBJECT

public:
    bool isInFront(Conversation &conversation) const override { return inFront == &conversation; }
    void present(Account &, Conversation &conversation, const QByteArray &token) override
    {
        presented.append({&conversation, token});
    }
    void open(Account &, const Address &address, const QByteArray &) override { opened.append(address); }
    void presentList(const QByteArray &) override { ++lists; }
    void flash(Conversation &conversation) override { flashed.append(&conversation); }

    Conversation *inFront = nullptr;
    QList<std::pair<Conversation *, QByteArray>> presented;
    QList<Address> opened;
    int lists = 0;
    QList<Conversation *> flashed;
};

} // namespace

/// One account, played by a script; display, windows and loudspeaker belong to the test.
class TestAlertCentre : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void somebodyComesOnline();
    void statusAndOfflineOnlyIfWanted();
    void complaint18_firstMessageOnly();
    void complaint18_quietWhenBusy();
    void complaint18_respectsDoNotDisturbAndFullScreen();
    void complaint7_flashesOnlyTheWindowConcerned();
    void nothingWhileTheConversationIsInFront();
    void lookingClosesTheAlert();
    void complaint6_clickRaisesTheRightConversation();
    void complaint6_clickOnAToastOpensItsConversation();
    void answersInPlace();
    void hidesTheTextIfWanted();
    void contactsHaveTheirOwnWishes();
    void mailAndAddedMe();
    void connectionLostAndBack();
    void signOutClosesWhatWasShown();
    void twoAccountsSayWhichNetwork();
    void strangersCannotFillTheMemory();

private:
    void receive(const Address &from, const QByteArray &text);
    Conversation *with(const Address &address) { return account().conversations().with(address); }
    Account &account() { return m_session->account(); }
    void comeOnline(const QByteArray &who) { m_session->ns().say("NLN NLN " + who + " Name 0\r\n"); }

    std::unique_ptr<Test::Session> m_session;
    std::unique_ptr<Settings> m_store;
    std::unique_ptr<Ui::AlertSettings> m_settings;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<FakePlaces> m_places;
    std::unique_ptr<FakeDisplay> m_display;
    /// Where alerts are shown.
    Ui::AlertDisplay *m_where = nullptr;
    std::unique_ptr<AlertCentre> m_centre;
    QList<Sound> m_played;
    bool m_fullScreen = false;
    bool m_doNotDisturb = false;
};

void TestAlertCentre::init()
{
    m_session = std::make_unique<Test::Session>();
    m_session->options.timing.reconnectFirst = std::chrono::hours(1);
    m_session->options.timing.reconnectLongest = std::chrono::hours(1);
    QVERIFY(m_session->signIn());
    m_store = std::make_unique<Settings>(QString());
    m_settings = std::make_unique<Ui::AlertSettings>(*m_store);
    m_accounts = std::make_unique<AccountList>();
    m_places = std::make_unique<FakePlaces>();
    m_display = std::make_unique<FakeDisplay>();
    m_where = m_display.get();
    m_fullScreen = m_doNotDisturb = false;
    m_played.clear();
    AlertCentre::Surroundings surroundings;
    surroundings.isFullScreen = [this] { return m_fullScreen; };
    surroundings.isDoNotDisturb = [this] { return m_doNotDisturb; };
    surroundings.display = [this] { return m_where; };
    surroundings.play = [this](Sound sound) { m_played.append(sound); };
    m_centre = std::make_unique<AlertCentre>(*m_accounts, *m_settings, *m_places, surroundings);
    m_centre->attach(*m_display);
    m_accounts->add({&account(), QStringLiteral("Home"), QStringLiteral("Home")});
}

void TestAlertCentre::cleanup()
{
    m_centre.reset();
    m_display.reset();
    m_session.reset();
}

void TestAlertCentre::receive(const Address &from, const QByteArray &text)
{
    Conversation *conversation = with(from);
    conversation->receive({{from, FriendlyName(QStringLiteral("Somebody"))}, Test::plainText(text)});
    // What concerns a window is decided when the window has heard of it too.
    Test::turnEventLoop();
}

void TestAlertCentre::somebodyComesOnline()
{
    comeOnline(Test::bob);
    QTRY_COMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_display->last().event, AlertEvent::ContactOnline);
    QCOMPARE(m_display->last().avatar.address, bob);
    QVERIFY(!m_display->last().canReply);
    QCOMPARE(m_played, QList<Sound>{Sound::Online});
    // Off and on again takes the same place.
    m_session->ns().say("FLN bob@example.com\r\n");
    comeOnline(Test::bob);
    QTRY_COMPARE(m_display->shown.size(), 2);
    QCOMPARE(m_display->open.size(), 1);
    Q_EMIT m_display->activated(m_display->lastId(), {});
    QCOMPARE(m_places->opened, QList<Address>{bob});
}

void TestAlertCentre::statusAndOfflineOnlyIfWanted()
{
    comeOnline(Test::bob);
    QTRY_COMPARE(m_display->shown.size(), 1);
    m_session->ns().say("NLN AWY bob@example.com Name 0\r\nFLN bob@example.com\r\n");
    QTRY_VERIFY(!account().contacts().find(bob)->isOnline());
    QCOMPARE(m_display->shown.size(), 1);
    m_settings->setWays(AlertEvent::ContactOffline, AlertWay::Popup);
    m_settings->setWays(AlertEvent::StatusChanged, AlertWay::Popup);
    m_settings->setWays(AlertEvent::ContactOnline, {});
    comeOnline(Test::bob);
    m_session->ns().say("NLN AWY bob@example.com Name 0\r\n");
    QTRY_COMPARE(m_display->shown.size(), 2);
    QCOMPARE(m_display->last().event, AlertEvent::StatusChanged);
    QVERIFY(m_display->last().text.contains(QLatin1String("Away")));
    m_session->ns().say("FLN bob@example.com\r\n");
    QTRY_COMPARE(m_display->shown.size(), 3);
    QCOMPARE(m_display->last().event, AlertEvent::ContactOffline);
}

void TestAlertCentre::complaint18_firstMessageOnly()
{
    receive(bob, "one");
    QCOMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_display->last().text, QStringLiteral("one"));
    QVERIFY(m_display->last().canReply);
    QCOMPARE(m_played, QList<Sound>{Sound::Message});
    receive(bob, "two");
    QCOMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_played.size(), 1);
    // Somebody else's first one.
    receive(carol, "three");
    QCOMPARE(m_display->shown.size(), 2);
    QCOMPARE(m_centre->waiting(), 2);
    Q_EMIT m_places->lookedAt(with(bob));
    QCOMPARE(m_centre->waiting(), 1);
    receive(bob, "four");
    QCOMPARE(m_display->shown.size(), 3);

    m_settings->setFirstOnly(false);
    receive(bob, "five");
    QCOMPARE(m_display->shown.size(), 4);
    QCOMPARE(m_display->last().text, QStringLiteral("five"));
    // In the place of the one before.
    QCOMPARE(m_display->lastId(), m_display->shown[2].first);
}

void TestAlertCentre::complaint18_quietWhenBusy()
{
    account().setStatus(Status::Busy);
    QVERIFY(m_session->play("C CHG 9 BSY 268435488\\r\\n\nS CHG 9 BSY 268435488\\r\\n"));
    QTRY_COMPARE(account().status(), Status::Busy);
    receive(bob, "one");
    comeOnline(Test::carol);
    QTRY_VERIFY(account().contacts().find(carol)->isOnline());
    QVERIFY(m_display->shown.isEmpty());
    QVERIFY(m_played.isEmpty());
    QCOMPARE(m_centre->waiting(), 1);
}

void TestAlertCentre::complaint18_respectsDoNotDisturbAndFullScreen()
{
    m_doNotDisturb = true;
    receive(bob, "one");
    m_doNotDisturb = false;
    m_fullScreen = true;
    receive(carol, "two");
    QVERIFY(m_display->shown.isEmpty());
    QVERIFY(m_played.isEmpty());
    m_fullScreen = false;
    Q_EMIT m_places->lookedAt(with(bob));
    receive(bob, "three");
    QCOMPARE(m_display->shown.size(), 1);
}

void TestAlertCentre::complaint7_flashesOnlyTheWindowConcerned()
{
    receive(bob, "one");
    receive(bob, "two");
    QCOMPARE(m_places->flashed, QList<Conversation *>{with(bob)});
    QVERIFY(m_places->presented.isEmpty());
    QVERIFY(m_places->opened.isEmpty());
    QCOMPARE(m_places->lists, 0);
}

void TestAlertCentre::nothingWhileTheConversationIsInFront()
{
    m_places->inFront = with(bob);
    receive(bob, "one");
    QVERIFY(m_display->shown.isEmpty());
    QVERIFY(m_played.isEmpty());
    QVERIFY(m_places->flashed.isEmpty());
    QCOMPARE(m_centre->waiting(), 0);
}

void TestAlertCentre::lookingClosesTheAlert()
{
    receive(bob, "one");
    QCOMPARE(m_display->open.size(), 1);
    Q_EMIT m_places->lookedAt(with(bob));
    QVERIFY(m_display->open.isEmpty());
}

void TestAlertCentre::complaint6_clickRaisesTheRightConversation()
{
    receive(bob, "one");
    const auto first = m_display->lastId();
    receive(carol, "two");
    Q_EMIT m_display->activated(first, "token");
    QCOMPARE(m_places->presented.size(), 1);
    QCOMPARE(m_places->presented.constFirst().first, with(bob));
    QCOMPARE(m_places->presented.constFirst().second, QByteArray("token"));
    // A second click on one that is gone.
    Q_EMIT m_display->activated(first, "token");
    QCOMPARE(m_places->presented.size(), 1);
}

/// The same with toasts of our own: one closes with the click that it tells of.
void TestAlertCentre::complaint6_clickOnAToastOpensItsConversation()
{
    Ui::ToastStack toasts([] { return QRect(0, 0, 1000, 700); }, 0);
    m_centre->attach(toasts);
    m_where = &toasts;
    receive(bob, "one");
    receive(carol, "two");
    QCOMPARE(toasts.toasts().size(), 2);
    // The older one stands above.
    QTest::mouseClick(toasts.toasts().constLast(), Qt::LeftButton);
    QCOMPARE(m_places->presented.size(), 1);
    QCOMPARE(m_places->presented.constFirst().first, with(bob));
    QCOMPARE(toasts.toasts().size(), 1);
    QTest::mouseClick(toasts.toasts().constLast(), Qt::LeftButton);
    QCOMPARE(m_places->presented.constLast().first, with(carol));
    QVERIFY(toasts.toasts().isEmpty());
    m_where = m_display.get();
}

void TestAlertCentre::answersInPlace()
{
    receive(bob, "How are you");
    Q_EMIT m_display->replied(m_display->lastId(), QStringLiteral("Fine"));
    QCOMPARE(with(bob)->messages().constLast().text, QStringLiteral("Fine"));
    QVERIFY(with(bob)->messages().constLast().outgoing);
    QVERIFY(m_places->presented.isEmpty());
}

void TestAlertCentre::hidesTheTextIfWanted()
{
    m_settings->setShowsText(false);
    receive(bob, "the secret");
    QVERIFY(!m_display->last().text.contains(QLatin1String("secret")));
    QVERIFY(!m_display->last().text.isEmpty());
}

void TestAlertCentre::contactsHaveTheirOwnWishes()
{
    const QString key = Ui::alertAccountKey(account().address(), QStringLiteral("Home"));
    Ui::ContactAlerts never;
    never.writes = Ui::ContactAlerts::Wish::Never;
    m_settings->setContact(key, bob, never);
    Ui::ContactAlerts special;
    special.messageSound = Sound::Alarm;
    m_settings->setContact(key, carol, special);
    receive(bob, "one");
    QVERIFY(m_display->shown.isEmpty());
    receive(carol, "two");
    QCOMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_played, QList<Sound>{Sound::Alarm});
}

void TestAlertCentre::mailAndAddedMe()
{
    NewMailNotice mail;
    mail.from = QStringLiteral("Rosa\u202e");
    mail.subject = QStringLiteral("The lake");
    Q_EMIT account().newMail(mail);
    QCOMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_display->last().title, QStringLiteral("New mail from Rosa"));
    QCOMPARE(m_display->last().text, QStringLiteral("The lake"));
    Q_EMIT account().addedByOther(Address(QStringLiteral("max@example.net")));
    QCOMPARE(m_display->shown.size(), 2);
    QCOMPARE(m_display->last().event, AlertEvent::AddedMe);
    Q_EMIT m_display->activated(m_display->lastId(), {});
    QCOMPARE(m_places->lists, 1);
    QVERIFY(m_places->opened.isEmpty());
}

void TestAlertCentre::connectionLostAndBack()
{
    m_session->ns().hangUp(ErrorCode::ConnectionLost);
    QTRY_COMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_display->last().event, AlertEvent::ConnectionLost);
    QVERIFY(m_display->last().title.contains(QLatin1String("Home")));
    QCOMPARE(m_display->open.size(), 1);
    account().signOut();
    QVERIFY(m_display->open.isEmpty());
    QCOMPARE(m_display->shown.size(), 1);
}

void TestAlertCentre::signOutClosesWhatWasShown()
{
    receive(bob, "one");
    comeOnline(Test::carol);
    QTRY_COMPARE(m_display->open.size(), 2);
    m_accounts->remove(account());
    QVERIFY(m_display->open.isEmpty());
    receive(bob, "two");
    QCOMPARE(m_display->shown.size(), 2);
}

void TestAlertCentre::twoAccountsSayWhichNetwork()
{
    Account other({}, Address(QStringLiteral("me@example.net")));
    m_accounts->add({&other, QStringLiteral("Escargot"), QStringLiteral("Escargot")});
    comeOnline(Test::bob);
    QTRY_COMPARE(m_display->shown.size(), 1);
    QCOMPARE(m_display->last().text, QStringLiteral("Home"));
    m_accounts->remove(other);
}

void TestAlertCentre::strangersCannotFillTheMemory()
{
    for (int i = 0; i < 1000; ++i)
        Q_EMIT account().addedByOther(Address(QStringLiteral("a%1@example.net").arg(i)));
    QCOMPARE(m_display->shown.size(), 1000);
    // The newest can still be answered, the oldest are forgotten.
    Q_EMIT m_display->activated(m_display->lastId(), {});
    QCOMPARE(m_places->lists, 1);
    Q_EMIT m_display->activated(1, {});
    QCOMPARE(m_places->lists, 1);
}

QTEST_MAIN(TestAlertCentre)
#include "tst_alertcentre.moc"
