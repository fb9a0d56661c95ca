#include "app/shots/chatstage.h"
#include "core/protocol/messagecontent.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationmenus.h"
#include "ui/conversation/window/conversationtabs.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/conversation/window/conversationwindows.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/contactmime.h"

#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace Ui;
using Windows = ChatPreferences::Windows;

namespace {

/// Stands for the window with the contact list.
class Host : public QWidget, public ConversationHost
{
public:
    Host()
        : m_layout(new QVBoxLayout(this))
    {
        show();
    }
    void setSidePane(QWidget *pane) override
    {
        if (m_pane)
            m_pane->setParent(nullptr);
        m_pane = pane;
        if (pane)
            m_layout->addWidget(pane);
    }
    void present() override { activateWindow(); }
    QWidget *pane() const { return m_pane; }

private:
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_pane;
};

} // namespace

class tst_ConversationWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void complaint23_windowForEach();
    void complaint23_togetherWithTheList();
    void complaint23_changedLive_data();
    void complaint23_changedLive();
    void complaint23_tornOffAndPutBack();
    void complaint23_tornOffByKeyboard();
    void complaint23_draggedBetweenWindows();
    void tabsCanBeMoved();
    void complaint1_pendingMessageIsNotClosedAwayUnasked();
    void justArrivedMessageIsNotClosedAwayUnasked();
    void closingAWindowAsksToo();
    void complaint8_focusChangesWhileTyping();
    void complaint7_onlyTheConversationConcernedTellsOfIt();
    void complaint7_newConversationTakesNoFocus_data();
    void complaint7_newConversationTakesNoFocus();
    void complaint28_nudgeWhileBusyDoesNotShake();
    void complaint28_mutedPersonDoesNotShake();
    void complaint24_messagesAreAnnounced();
    void complaint13_droppedContactIsInvited_data();
    void complaint13_droppedContactIsInvited();
    void arrivalsTellWhatAlertsNeed();
    void warnsOnceOfPasswords();
    void menusAreComplete();
    void menuKeysWork();
    void hiddenMenuBarLeavesAButton();

private:
    ConversationWindows &windows() const { return m_stage->windows(); }
    ConversationWidget &ana() const { return m_stage->widget(m_ana); }
    ConversationDeck *deckOf(const QString &address) const
    {
        return qobject_cast<ConversationDeck *>(m_stage->widget(address).parentWidget()->parentWidget());
    }

    const QString m_ana = QStringLiteral("ana@example.com");
    const QString m_ben = QStringLiteral("ben@example.com");
    const QString m_cleo = QStringLiteral("cleo@example.com");
    std::unique_ptr<Host> m_host;
    std::unique_ptr<App::ChatStage> m_stage;
};

void tst_ConversationWindows::init()
{
    m_host = std::make_unique<Host>();
    m_stage = std::make_unique<App::ChatStage>();
    m_stage->windows().setHost(m_host.get());
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    m_stage->addContact(m_ben, QStringLiteral("Ben"), Msn::Status::Away);
    m_stage->addContact(m_cleo, QStringLiteral("Cleo"), Msn::Status::Busy);
}

void tst_ConversationWindows::cleanup()
{
    if (m_stage)
        m_stage->windows().setHost(nullptr);
    m_stage.reset();
    m_host.reset();
}

void tst_ConversationWindows::complaint23_windowForEach()
{
    m_stage->preferences().setWindows(Windows::Separate);
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    QCOMPARE(windows().windows().size(), 3);
    for (const ConversationWindow *window : windows().windows()) {
        QCOMPARE(window->deck().count(), 1);
        QVERIFY(window->isVisible());
    }
    QCOMPARE(windows().windows().at(1)->windowTitle(), QStringLiteral("Ben – Conversation"));
}

void tst_ConversationWindows::complaint23_togetherWithTheList()
{
    m_stage->preferences().setWindows(Windows::Together);
    m_stage->open(m_ana);
    m_stage->open(m_ben);
    QVERIFY(windows().windows().isEmpty());
    QCOMPARE(deckOf(m_ana), m_host->pane());
    QCOMPARE(deckOf(m_ben), m_host->pane());
    QVERIFY(m_host->pane()->isVisible());
    for (const QString &address : {m_ana, m_ben})
        windows().remove(m_stage->conversation(address));
    // Not an empty half of the window.
    QVERIFY(!m_host->pane());
    m_stage->open(m_ana);
    QCOMPARE(deckOf(m_ana), m_host->pane());
    QVERIFY(m_host->pane()->isVisible());
}

void tst_ConversationWindows::complaint23_changedLive_data()
{
    QTest::addColumn<Windows>("from");
    QTest::addColumn<Windows>("to");
    for (const Windows from : {Windows::Tabs, Windows::Separate, Windows::Together}) {
        for (const Windows to : {Windows::Tabs, Windows::Separate, Windows::Together}) {
            if (from != to)
                QTest::addRow("%d to %d", int(from), int(to)) << from << to;
        }
    }
}

void tst_ConversationWindows::complaint23_changedLive()
{
    QFETCH(const Windows, from);
    QFETCH(const Windows, to);
    m_stage->preferences().setWindows(from);
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    ConversationWidget *before = &ana();
    ana().input().edit()->setPlainText(QStringLiteral("a draft"));
    m_stage->receiveText(m_ben, QStringLiteral("hello"));
    m_stage->preferences().setWindows(to);
    const int expected = to == Windows::Tabs ? 1 : to == Windows::Separate ? 3 : 0;
    QCOMPARE(windows().windows().size(), expected);
    QCOMPARE(windows().conversations().size(), 3);
    QCOMPARE(&ana(), before);
    QCOMPARE(ana().input().edit()->toPlainText(), QStringLiteral("a draft"));
    QCOMPARE(m_stage->widget(m_ben).unread(), 1);
    QCOMPARE(windows().unread(), 1);
    QCOMPARE(m_host->pane() != nullptr && m_host->pane()->isVisible(), to == Windows::Together);
    // And everything still works.
    m_stage->receiveText(m_ana, QStringLiteral("still there"));
    QVERIFY(ana().view().toPlainText().contains(QStringLiteral("still there")));
}

void tst_ConversationWindows::complaint23_tornOffAndPutBack()
{
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    ConversationDeck *home = deckOf(m_ana);
    windows().tearOff(&m_stage->widget(m_ben));
    QCOMPARE(windows().windows().size(), 2);
    QCOMPARE(home->count(), 2);
    QVERIFY(windows().isTornOff(&m_stage->widget(m_ben)));
    QVERIFY(!windows().isTornOff(&ana()));
    // The only tab of a window is in a window of its own already.
    windows().tearOff(&m_stage->widget(m_ben));
    QCOMPARE(windows().windows().size(), 2);
    windows().putBack(&m_stage->widget(m_ben));
    QCOMPARE(windows().windows().size(), 1);
    QCOMPARE(deckOf(m_ben), home);
}

void tst_ConversationWindows::complaint23_tornOffByKeyboard()
{
    m_stage->open(m_ana);
    m_stage->open(m_ben);
    m_stage->show(m_ben);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QTest::keyClick(
        m_stage->widget(m_ben).input().edit(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(windows().windows().size(), 2);
    QTest::keyClick(
        m_stage->widget(m_ben).input().edit(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(windows().windows().size(), 1);
}

void tst_ConversationWindows::complaint23_draggedBetweenWindows()
{
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    Q_EMIT deckOf(m_ben)->tabs().draggedOut(1, QPoint(500, 300));
    QCOMPARE(windows().windows().size(), 2);
    Q_EMIT deckOf(m_ana)->tabs().tabDropped(&deckOf(m_ben)->tabs(), 0, 0);
    QCOMPARE(windows().windows().size(), 1);
    QCOMPARE(deckOf(m_ana)->conversations().constFirst(), &m_stage->widget(m_ben));
}

void tst_ConversationWindows::tabsCanBeMoved()
{
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    m_stage->show(m_ana);
    ConversationDeck *deck = deckOf(m_ana);
    Q_EMIT deck->tabs().tabDropped(&deck->tabs(), 0, 3);
    QCOMPARE(deck->conversations().constLast(), &ana());
    QCOMPARE(deck->tabs().conversation(2).title, QStringLiteral("Ana"));
    QCOMPARE(deck->current(), &ana());
    deck->moveTab(-1);
    QCOMPARE(deck->conversations().at(1), &ana());
    QCOMPARE(deck->tabs().currentIndex(), 1);
}

void tst_ConversationWindows::complaint1_pendingMessageIsNotClosedAwayUnasked()
{
    m_stage->open(m_ana);
    m_stage->conversation(m_ana).sendText(QStringLiteral("still on its way"), {});
    QSignalSpy closed(&windows(), &ConversationWindows::conversationClosed);
    deckOf(m_ana)->closeCurrent();
    QCOMPARE(closed.size(), 0);
    m_stage->acknowledge(m_ana, true);
    deckOf(m_ana)->closeCurrent();
    QCOMPARE(closed.size(), 1);
}

void tst_ConversationWindows::justArrivedMessageIsNotClosedAwayUnasked()
{
    m_stage->open(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("wait"));
    QSignalSpy closed(&windows(), &ConversationWindows::conversationClosed);
    QTest::keyClick(ana().input().edit(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 0);
    auto *bar = ana().findChild<QWidget *>(QStringLiteral("closeQuestion"));
    QVERIFY(!bar->isHidden());
    // Asked once is enough.
    QTest::keyClick(ana().input().edit(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void tst_ConversationWindows::closingAWindowAsksToo()
{
    for (const QString &address : {m_ana, m_ben})
        m_stage->open(address);
    m_stage->receiveText(m_ben, QStringLiteral("wait"));
    QVERIFY(!m_stage->window().close());
    QCOMPARE(windows().conversations().size(), 1);
    QCOMPARE(deckOf(m_ben)->current(), &m_stage->widget(m_ben));
    m_stage->window().close();
    QVERIFY(windows().conversations().isEmpty());
}

/// Whatever takes the focus, a text goes to whom it was begun for.
void tst_ConversationWindows::complaint8_focusChangesWhileTyping()
{
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->open(address);
    m_stage->show(m_ana);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    for (const QString &address : {m_ana, m_ben, m_cleo})
        m_stage->takeSent(address);
    InputEdit *edit = ana().input().edit();
    QTest::keyClicks(edit, QStringLiteral("for "));
    m_stage->receiveText(m_ben, QStringLiteral("hello"));
    m_stage->receivePayload(m_cleo, m_cleo, Msn::encodeNudge());
    m_stage->open(QStringLiteral("dora@example.com"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ana"));
    // Another tab and back: the draft stays where it is, what comes now goes to the other.
    m_stage->show(m_ben);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("for Ben"));
    windows().tearOff(&m_stage->widget(m_ben));
    QTest::keyClick(m_stage->widget(m_ben).input().edit(), Qt::Key_Return);
    m_stage->show(m_ana);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(m_stage->takeSent(m_ana).endsWith("for Ana"));
    QVERIFY(m_stage->takeSent(m_ben).endsWith("for Ben"));
    QVERIFY(m_stage->takeSent(m_cleo).isEmpty());
}

void tst_ConversationWindows::complaint7_onlyTheConversationConcernedTellsOfIt()
{
    m_stage->preferences().setWindows(Windows::Separate);
    m_stage->open(m_ana);
    m_stage->open(m_ben);
    QSignalSpy first(&m_stage->widget(m_ana), &ConversationWidget::arrived);
    QSignalSpy second(&m_stage->widget(m_ben), &ConversationWidget::arrived);
    m_stage->receiveText(m_ben, QStringLiteral("hello"));
    QCOMPARE(first.size(), 0);
    QCOMPARE(second.size(), 1);
}

void tst_ConversationWindows::complaint7_newConversationTakesNoFocus_data()
{
    // A window of its own is left out: the platform of the tests activates whatever is shown.
    QTest::addColumn<Windows>("mode");
    QTest::newRow("tabs") << Windows::Tabs;
    QTest::newRow("together") << Windows::Together;
}

void tst_ConversationWindows::complaint7_newConversationTakesNoFocus()
{
    QFETCH(const Windows, mode);
    m_stage->preferences().setWindows(mode);
    m_stage->open(m_ben);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_stage->conversation(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("hello"));
    m_stage->open(m_ana);
    QCoreApplication::processEvents();
    QVERIFY(other.isActiveWindow());
    QCOMPARE(ana().unread(), 1);
}

void tst_ConversationWindows::complaint28_nudgeWhileBusyDoesNotShake()
{
    m_stage->open(m_ana);
    m_stage->account().setStatus(Msn::Status::Busy);
    QSignalSpy nudged(&ana(), &ConversationWidget::nudged);
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeNudge());
    QCOMPARE(nudged.size(), 0);
    QVERIFY(ana().view().toPlainText().contains(QStringLiteral("nudge")));
}

void tst_ConversationWindows::complaint28_mutedPersonDoesNotShake()
{
    m_stage->open(m_ana);
    m_stage->open(m_ben);
    m_stage->preferences().setOf(Msn::Address(m_ana), {{}, true, true});
    QSignalSpy nudgedByAna(&ana(), &ConversationWidget::nudged);
    QSignalSpy nudgedByBen(&m_stage->widget(m_ben), &ConversationWidget::nudged);
    QSignalSpy arrived(&ana(), &ConversationWidget::arrived);
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeNudge());
    m_stage->receivePayload(m_ben, m_ben, Msn::encodeNudge());
    QCOMPARE(nudgedByAna.size(), 0);
    QCOMPARE(nudgedByBen.size(), 1);
    QVERIFY(arrived.first().first().value<Arrival>().isMuted);
}

void tst_ConversationWindows::complaint24_messagesAreAnnounced()
{
    m_stage->open(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("hello there"));
    QCOMPARE(ana().findChild<Announcer *>()->lastSaid(), QStringLiteral("Ana says: hello there"));
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeNudge());
    QCOMPARE(ana().findChild<Announcer *>()->lastSaid(), QStringLiteral("Ana just sent you a nudge."));
}

void tst_ConversationWindows::complaint13_droppedContactIsInvited_data()
{
    QTest::addColumn<QString>("target");
    for (const char *target : {"log", "field", "tab"})
        QTest::newRow(target) << QString::fromLatin1(target);
}

/// Not their address as text in the message.
void tst_ConversationWindows::complaint13_droppedContactIsInvited()
{
    QFETCH(const QString, target);
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    m_stage->takeSent(m_ana);
    const std::unique_ptr<QMimeData> mime(
        ContactMime::make({Msn::Address(m_cleo), QStringLiteral("Cleo"), {}}));
    InputEdit *edit = ana().input().edit();
    ConversationTabs &tabs = deckOf(m_ana)->tabs();
    QWidget *widget = &ana();
    if (target == u"field")
        widget = edit->viewport();
    else if (target == u"tab")
        widget = &tabs;
    const QPoint place = target == u"tab" ? tabs.tabRect(0).center() : QPoint(20, 20);
    QDragEnterEvent enter(place, Qt::CopyAction, mime.get(), Qt::LeftButton, {});
    QApplication::sendEvent(widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, mime.get(), Qt::LeftButton, {});
    QApplication::sendEvent(widget, &drop);
    QVERIFY2(m_stage->takeSent(m_ana).contains("cleo@example.com"), "no CAL");
    QVERIFY(edit->toPlainText().isEmpty());
    QVERIFY(ana().view().toPlainText().contains(QStringLiteral("Cleo has been invited.")));
}

void tst_ConversationWindows::arrivalsTellWhatAlertsNeed()
{
    QSignalSpy arrived(&windows(), &ConversationWindows::arrived);
    m_stage->conversation(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("first"));
    m_stage->open(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("second"));
    QCOMPARE(arrived.size(), 2);
    const auto first = arrived.at(0).at(1).value<Arrival>();
    QCOMPARE(first.message.text, QStringLiteral("first"));
    QVERIFY(first.isFirst && !first.isInFront);
    const auto second = arrived.at(1).at(1).value<Arrival>();
    QCOMPARE(second.message.text, QStringLiteral("second"));
    QVERIFY(!second.isFirst);
    m_stage->show(m_ana);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QTRY_COMPARE(windows().inFront(), &ana());
    m_stage->receiveText(m_ana, QStringLiteral("third"));
    QVERIFY(arrived.at(2).at(1).value<Arrival>().isInFront);
}

void tst_ConversationWindows::warnsOnceOfPasswords()
{
    m_stage->conversation(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("hello"));
    m_stage->open(m_ana);
    QVERIFY(ana().view().toPlainText().contains(QStringLiteral("Never give out your password")));
    windows().remove(m_stage->conversation(m_ana));
    m_stage->open(m_ana);
    QVERIFY(!ana().view().toPlainText().contains(QStringLiteral("Never give out your password")));
}

void tst_ConversationWindows::menusAreComplete()
{
    m_stage->open(m_ana);
    QStringList titles;
    for (const QMenu *menu : m_stage->window().menus().menus()) {
        titles.append(menu->title().remove(u'&'));
        QStringList mnemonics;
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            const qsizetype place = action->text().indexOf(u'&');
            QVERIFY2(place >= 0, qPrintable(action->text()));
            const QString mnemonic = action->text().mid(place + 1, 1).toLower();
            QVERIFY2(!mnemonics.contains(mnemonic), qPrintable(action->text()));
            mnemonics.append(mnemonic);
        }
    }
    QCOMPARE(titles,
        (QStringList{QStringLiteral("Chat"), QStringLiteral("Edit"), QStringLiteral("View"),
            QStringLiteral("Actions"), QStringLiteral("Contact")}));
}

void tst_ConversationWindows::menuKeysWork()
{
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    m_stage->receiveText(m_ana, QStringLiteral("the boat on the lake"));
    press(Qt::Key_F, Qt::ControlModifier);
    auto *find = ana().findChild<QWidget *>(QStringLiteral("findText"));
    QTRY_COMPARE(QApplication::focusWidget(), find);
    QTest::keyClicks(find, QStringLiteral("boat"));
    press(Qt::Key_Return, {});
    QCOMPARE(ana().view().textCursor().selectedText(), QStringLiteral("boat"));
    press(Qt::Key_Escape, {});
    QCOMPARE(windows().conversations().size(), 1);
    QVERIFY(ana().input().edit()->hasFocus());
    press(Qt::Key_F6, {});
    QVERIFY(ana().view().hasFocus());
    press(Qt::Key_F6, {});
    QVERIFY(ana().input().edit()->hasFocus());
    press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_stage->preferences().textSize(), 110);
}

void tst_ConversationWindows::hiddenMenuBarLeavesAButton()
{
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QVERIFY(deckOf(m_ana)->menuButton()->isHidden());
    QTest::keyClick(ana().input().edit(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!m_stage->preferences().showsMenuBar());
    QVERIFY(!deckOf(m_ana)->menuButton()->isHidden());
    QCOMPARE(deckOf(m_ana)->menuButton()->menu()->actions().size(), 5);
}

QTEST_MAIN(tst_ConversationWindows)
#include "tst_conversationwindows.moc"
