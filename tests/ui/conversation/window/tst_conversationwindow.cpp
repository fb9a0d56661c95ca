#include "app/shots/chatstage.h"
#include "core/protocol/messagecontent.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationtabs.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/conversation/window/conversationwindows.h"

#include <QtTest>

using namespace Ui;

class tst_ConversationWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }

    void titleNamesThePeople();
    void newMessageNeverChangesTheTab();
    void typedInOneTabNeverReachesAnother();
    void eachTabKeepsItsDraft();
    void unreadIsOnTheTab();
    void firstMessageCountsAsUnread();
    void readWhenTheWindowIsActivated();
    void keysWalkThroughTabs();
    void keysCloseTabs_data();
    void keysCloseTabs();
    void mouseClosesTabs();
    void clickOnTheNameDoesNotClose();
    void closingTheWindowClosesAll();
    void closedTabLetsGoOfItsConversation();
    void newConversationDoesNotTakeTheFocus();
    void windowThatCameByItselfIsReadyToWrite();
    void closingATabLeavesTheNextReadyToWrite();
    void nameWithAnAmpersand();
    void twelveTabs();
    void currentOfManyTabsShowsItsName();
    void typingLineStaysInANarrowWindow();
    void nudgeShakesBriefly();

private:
    ConversationTabs *tabs() const { return m_stage->window().findChild<ConversationTabs *>(); }
    InputEdit *editOf(const QString &address) const { return m_stage->widget(address).input().edit(); }
    QString current() const { return m_stage->window().deck().current()->conversation().peer().toString(); }

    const QString m_ana = QStringLiteral("ana@example.com");
    const QString m_ben = QStringLiteral("ben@example.com");
    const QString m_cleo = QStringLiteral("cleo@example.com");
    std::unique_ptr<App::ChatStage> m_stage;
};

void tst_ConversationWindow::init()
{
    m_stage = std::make_unique<App::ChatStage>();
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    m_stage->addContact(m_ben, QStringLiteral("Ben"), Msn::Status::Away);
    m_stage->addContact(m_cleo, QStringLiteral("Cleo"), Msn::Status::Busy);
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    m_stage->show(m_ana);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
}

void tst_ConversationWindow::titleNamesThePeople()
{
    QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("Ana – Conversation"));
    m_stage->show(m_ben);
    QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("Ben – Conversation"));
    m_stage->addContact(m_ben, QStringLiteral("Benjamin"), Msn::Status::Away);
    QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("Benjamin – Conversation"));
}

/// Complaint 8: typed in one tab, sent to the wrong person.
void tst_ConversationWindow::newMessageNeverChangesTheTab()
{
    editOf(m_ana)->setFocus();
    m_stage->receiveText(m_ben, QStringLiteral("hello"));
    m_stage->receivePayload(m_cleo, m_cleo, Msn::encodeNudge());
    QCOMPARE(current(), m_ana);
    QVERIFY(editOf(m_ana)->hasFocus());
}

/// Complaint 8.
void tst_ConversationWindow::typedInOneTabNeverReachesAnother()
{
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->takeSent(address);
    QTest::keyClicks(editOf(m_ana), QStringLiteral("for Ana"));
    m_stage->receiveText(m_ben, QStringLiteral("hello"));
    QTest::keyClick(editOf(m_ana), Qt::Key_Return);
    QVERIFY(m_stage->takeSent(m_ana).endsWith("for Ana"));
    QVERIFY(m_stage->takeSent(m_ben).isEmpty());
    QVERIFY(m_stage->takeSent(m_cleo).isEmpty());
    QVERIFY(!m_stage->widget(m_ben).view().toPlainText().contains(QStringLiteral("for Ana")));
}

void tst_ConversationWindow::eachTabKeepsItsDraft()
{
    QTest::keyClicks(editOf(m_ana), QStringLiteral("draft for Ana"));
    m_stage->show(m_ben);
    QVERIFY(editOf(m_ben)->toPlainText().isEmpty());
    QTest::keyClicks(editOf(m_ben), QStringLiteral("draft for Ben"));
    m_stage->show(m_ana);
    QCOMPARE(editOf(m_ana)->toPlainText(), QStringLiteral("draft for Ana"));
    QCOMPARE(editOf(m_ben)->toPlainText(), QStringLiteral("draft for Ben"));
}

void tst_ConversationWindow::unreadIsOnTheTab()
{
    QSignalSpy unread(&m_stage->windows(), &ConversationWindows::unreadChanged);
    m_stage->receiveText(m_ben, QStringLiteral("one"));
    m_stage->receiveText(m_ben, QStringLiteral("two"));
    m_stage->receiveText(m_ana, QStringLiteral("seen at once"));
    QCOMPARE(tabs()->conversation(1).unread, 2);
    QCOMPARE(tabs()->tabText(1), QStringLiteral("Ben (2)"));
    QCOMPARE(m_stage->windows().unread(), 2);
    QCOMPARE(unread.size(), 2);
    QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(1).center());
    QCOMPARE(current(), m_ben);
    QCOMPARE(tabs()->tabText(1), QStringLiteral("Ben"));
    QCOMPARE(m_stage->windows().unread(), 0);
}

void tst_ConversationWindow::firstMessageCountsAsUnread()
{
    const QString dora = QStringLiteral("dora@example.com");
    m_stage->conversation(dora);
    m_stage->receiveText(dora, QStringLiteral("hello"));
    QSignalSpy unread(&m_stage->windows(), &ConversationWindows::unreadChanged);
    QCOMPARE(m_stage->open(dora).unread(), 1);
    QCOMPARE(unread.size(), 1);
    QCOMPARE(tabs()->conversation(3).unread, 1);
}

void tst_ConversationWindow::readWhenTheWindowIsActivated()
{
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_stage->receiveText(m_ana, QStringLiteral("hello"));
    QCOMPARE(m_stage->widget(m_ana).unread(), 1);
    m_stage->window().activateWindow();
    QTRY_COMPARE(m_stage->widget(m_ana).unread(), 0);
}

void tst_ConversationWindow::keysWalkThroughTabs()
{
    const auto press = [this](int key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(m_stage->window().deck().current()->input().edit(), Qt::Key(key), modifiers);
        return current();
    };
    QCOMPARE(press(Qt::Key_PageDown, Qt::ControlModifier), m_ben);
    QCOMPARE(press(Qt::Key_Tab, Qt::ControlModifier), m_cleo);
    QCOMPARE(press(Qt::Key_Tab, Qt::ControlModifier), m_ana);
    QCOMPARE(press(Qt::Key_PageUp, Qt::ControlModifier), m_cleo);
    QCOMPARE(press(Qt::Key_2, Qt::AltModifier), m_ben);
    QCOMPARE(press(Qt::Key_9, Qt::AltModifier), m_ben);
    QVERIFY(editOf(m_ben)->hasFocus());
}

void tst_ConversationWindow::keysCloseTabs_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Ctrl+W") << Qt::Key_W << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("Esc") << Qt::Key_Escape << Qt::KeyboardModifiers();
}

void tst_ConversationWindow::keysCloseTabs()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QSignalSpy closed(&m_stage->windows(), &ConversationWindows::conversationClosed);
    QTest::keyClick(editOf(m_ana), key, modifiers);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().value<Msn::Conversation *>(), &m_stage->conversation(m_ana));
    QCOMPARE(tabs()->count(), 2);
    QCOMPARE(current(), m_ben);
}

void tst_ConversationWindow::mouseClosesTabs()
{
    QSignalSpy closed(&m_stage->windows(), &ConversationWindows::conversationClosed);
    QTest::mouseClick(tabs(), Qt::MiddleButton, {}, tabs()->tabRect(1).center());
    QCOMPARE(closed.size(), 1);
    QCOMPARE(tabs()->count(), 2);
    QCOMPARE(current(), m_ana);
    QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->closeRect(0).center());
    QCOMPARE(closed.size(), 2);
    QCOMPARE(current(), m_cleo);
}

void tst_ConversationWindow::clickOnTheNameDoesNotClose()
{
    QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(0).center());
    QTest::mousePress(tabs(), Qt::LeftButton, {}, tabs()->closeRect(0).center());
    QTest::mouseRelease(tabs(), Qt::LeftButton, {}, tabs()->tabRect(2).center());
    QCOMPARE(tabs()->count(), 3);
}

void tst_ConversationWindow::closingTheWindowClosesAll()
{
    QSignalSpy closed(&m_stage->windows(), &ConversationWindows::conversationClosed);
    m_stage->window().close();
    QCOMPARE(closed.size(), 3);
    QVERIFY(m_stage->windows().windows().isEmpty());
    m_stage->show(m_ana);
    QCOMPARE(tabs()->count(), 1);
    QVERIFY(m_stage->window().isVisible());
}

void tst_ConversationWindow::closedTabLetsGoOfItsConversation()
{
    QTest::keyClick(editOf(m_ana), Qt::Key_W, Qt::ControlModifier);
    // Its widget is not deleted before the event loop runs; what happens until then must not matter.
    m_stage->receiveText(m_ana, QStringLiteral("late"));
    m_stage->addContact(m_ana, QStringLiteral("Anna"), Msn::Status::Away);
    m_stage->preferences().setShowsPictures(false);
    QCOMPARE(m_stage->windows().unread(), 0);
    QCOMPARE(tabs()->count(), 2);
}

/// Complaint 7: steals the focus.
void tst_ConversationWindow::newConversationDoesNotTakeTheFocus()
{
    QTest::keyClicks(editOf(m_ana), QStringLiteral("half"));
    const QString dora = QStringLiteral("dora@example.com");
    m_stage->conversation(dora);
    m_stage->receiveText(dora, QStringLiteral("hello"));
    m_stage->open(dora);
    QCOMPARE(current(), m_ana);
    QVERIFY(editOf(m_ana)->hasFocus());
}

void tst_ConversationWindow::windowThatCameByItselfIsReadyToWrite()
{
    m_stage = std::make_unique<App::ChatStage>();
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    m_stage->addContact(m_ben, QStringLiteral("Ben"), Msn::Status::Away);
    m_stage->open(m_ana);
    m_stage->open(m_ben);
    // The person clicks it in the taskbar.
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QCOMPARE(QApplication::focusWidget(), editOf(m_ana));
}

void tst_ConversationWindow::closingATabLeavesTheNextReadyToWrite()
{
    QCOMPARE(QApplication::focusWidget(), editOf(m_ana));
    m_stage->windows().tearOff(&m_stage->widget(m_ana));
    QTRY_COMPARE(m_stage->window().focusWidget(), editOf(m_ben));
}

void tst_ConversationWindow::nameWithAnAmpersand()
{
    m_stage->addContact(m_ben, QStringLiteral("<b>Ben & Co</b>"), Msn::Status::Away);
    QCOMPARE(tabs()->tabText(1), QStringLiteral("<b>Ben && Co</b>"));
    QVERIFY(!tabs()->tabToolTip(1).contains(QStringLiteral("<b>")));
}

void tst_ConversationWindow::twelveTabs()
{
    for (int i = 0; i < 9; ++i)
        m_stage->open(QStringLiteral("person%1@example.net").arg(i));
    QCOMPARE(tabs()->count(), 12);
    for (int i = 0; i < 12; ++i)
        QVERIFY(tabs()->tabRect(i).width() >= tabs()->tabRect(i).height());
    QVERIFY(m_stage->window().minimumSizeHint().width() < 700);
}

void tst_ConversationWindow::currentOfManyTabsShowsItsName()
{
    const QString boris = QStringLiteral("boris@example.com");
    m_stage->addContact(boris, QStringLiteral("Boris Andreyevich"), Msn::Status::Online);
    m_stage->open(boris);
    m_stage->window().resize(340, 400);
    m_stage->show(boris);
    const int wide = tabs()->tabRect(tabs()->currentIndex()).width();
    m_stage->show(m_ana);
    QTRY_VERIFY(tabs()->tabRect(tabs()->count() - 1).width() < wide);
}

/// The field changed its height while it was being laid out, and the line below left the window.
void tst_ConversationWindow::typingLineStaysInANarrowWindow()
{
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeTypingNotice({Msn::Address(m_ana)}));
    editOf(m_ana)->insertPlainText(QStringLiteral("And the boat, was it still there beside the lake?"));
    ConversationWindow &window = m_stage->window();
    const auto *line = m_stage->widget(m_ana).findChild<QWidget *>(QStringLiteral("typingLine"));
    const auto *input = &m_stage->widget(m_ana).input();
    for (const QSize &size : {QSize(320, 400), QSize(700, 560), QSize(360, 420), QSize(320, 340)}) {
        window.resize(size);
        QTRY_VERIFY(window.rect().contains(QRect(line->mapTo(&window, QPoint()), line->size())));
        QTRY_COMPARE(input->geometry().bottom() + 1, line->geometry().top());
    }
}

void tst_ConversationWindow::nudgeShakesBriefly()
{
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeNudge());
    QWidget *page = &m_stage->widget(m_ana);
    const QPoint home = page->parentWidget()->pos();
    QTRY_COMPARE(page->parentWidget()->pos(), home);
    QCOMPARE(tabs()->conversation(0).unread, 0);
}

QTEST_MAIN(tst_ConversationWindow)
#include "tst_conversationwindow.moc"
