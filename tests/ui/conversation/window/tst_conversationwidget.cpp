#include "app/shots/chatstage.h"
#include "core/protocol/messagecontent.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/findbar.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationmenus.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/conversation/window/conversationwindows.h"
#include "ui/conversation/window/typingline.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace Ui;

/// A real conversation behind the widget, over a switchboard that the test plays.
class tst_ConversationWidget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }

    void sendsWhatIsTyped();
    void showsWhatComes();
    void acknowledgedIsDelivered();
    void refusedCanBeRetried();
    void brokenLineFailsWhatWaits();
    void tellsTheOthersThatIType();
    void showsWhoTypes();
    void saysWhyAnAnswerMayNotCome_data();
    void saysWhyAnAnswerMayNotCome();
    void strangerIsWarnedOf();
    void blockAndUnblock();
    void signedOutSaysSo();
    void nicknamesEverywhere();
    void warningStandsAboveWhatCame();
    void menuLeadsToThePerson();
    void findsWhileTyping();
    void nudgesBothWays();
    void nudgesFromOthersShakeSeldom();
    void countsUnread();
    void groupIsNamedAfterAll();
    void followsNamesAndStatuses();
    void inputShrinksAfterSending();
    void emptyLogSaysWhoItIsWith();
    void firstLineLeavesNothingOfTheEmptyLog();
    void tabLeadsFromTheInputToSendAndBackToTheLog();

private:
    QString shown() const { return m_widget->view().toPlainText().replace(QChar(QChar::Nbsp), u' '); }
    void type(const QString &text);
    MessageBar *notice() const { return m_widget->findChild<MessageBar *>(QStringLiteral("notice")); }

    const QString m_ana = QStringLiteral("ana@example.com");
    std::unique_ptr<App::ChatStage> m_stage;
    ConversationWidget *m_widget = nullptr;
};

void tst_ConversationWidget::init()
{
    m_stage = std::make_unique<App::ChatStage>();
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    m_stage->show(m_ana);
    m_widget = &m_stage->widget(m_ana);
    m_stage->takeSent(m_ana);
}

void tst_ConversationWidget::type(const QString &text)
{
    QTest::keyClicks(m_widget->input().edit(), text);
    QTest::keyClick(m_widget->input().edit(), Qt::Key_Return);
}

void tst_ConversationWidget::sendsWhatIsTyped()
{
    type(QStringLiteral("hello"));
    const QByteArray sent = m_stage->takeSent(m_ana);
    QVERIFY2(sent.contains("MSG ") && sent.endsWith("\r\n\r\nhello"), sent.constData());
    QVERIFY(shown().contains(QStringLiteral("hello")));
    QVERIFY(m_widget->input().edit()->toPlainText().isEmpty());
}

void tst_ConversationWidget::showsWhatComes()
{
    m_stage->receiveText(m_ana, QStringLiteral("<hi> :)"));
    QVERIFY(shown().contains(QStringLiteral("<hi>")));
}

void tst_ConversationWidget::acknowledgedIsDelivered()
{
    type(QStringLiteral("hello"));
    QVERIFY(!shown().contains(QStringLiteral("delivered")));
    m_stage->acknowledge(m_ana, true);
    QVERIFY(shown().endsWith(QStringLiteral(" delivered")));
}

void tst_ConversationWidget::refusedCanBeRetried()
{
    type(QStringLiteral("hello"));
    m_stage->acknowledge(m_ana, false);
    QVERIFY(shown().contains(QStringLiteral("not delivered")));
    m_stage->takeSent(m_ana);

    MessageView &view = m_widget->view();
    QTextCursor retry = view.document()->find(QStringLiteral("Retry"));
    retry.setPosition(retry.selectionStart() + 2);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cursorRect(retry).center());
    QVERIFY(m_stage->takeSent(m_ana).endsWith("hello"));
    m_stage->acknowledge(m_ana, true);
    QVERIFY(shown().endsWith(QStringLiteral(" delivered")));
    QCOMPARE(shown().count(QStringLiteral("hello")), 1);
}

void tst_ConversationWidget::brokenLineFailsWhatWaits()
{
    type(QStringLiteral("hello"));
    m_stage->breakLine(m_ana);
    QTRY_VERIFY(shown().contains(QStringLiteral("not delivered")));
}

void tst_ConversationWidget::tellsTheOthersThatIType()
{
    QTest::keyClicks(m_widget->input().edit(), QStringLiteral("abc"));
    QCOMPARE(m_stage->takeSent(m_ana).count("TypingUser"), 1);
}

void tst_ConversationWidget::showsWhoTypes()
{
    auto *line = m_widget->findChild<TypingLine *>();
    QVERIFY(line->text().isEmpty());
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeTypingNotice({Msn::Address(m_ana)}));
    QCOMPARE(line->text(), QStringLiteral("Ana is typing a message."));
    m_stage->receiveText(m_ana, QStringLiteral("done"));
    QVERIFY2(line->text().startsWith(QStringLiteral("Last message received at")), qPrintable(line->text()));
}

void tst_ConversationWidget::saysWhyAnAnswerMayNotCome_data()
{
    QTest::addColumn<Msn::Status>("status");
    QTest::addColumn<QString>("text");
    QTest::newRow("online") << Msn::Status::Online << QString();
    QTest::newRow("away") << Msn::Status::Away << QStringLiteral("Ana may not reply: status is Away.");
    QTest::newRow("busy") << Msn::Status::Busy << QStringLiteral("Ana may not reply: status is Busy.");
    QTest::newRow("offline") << Msn::Status::Offline
                             << QStringLiteral("Ana appears to be offline. Messages may not be delivered.");
}

void tst_ConversationWidget::saysWhyAnAnswerMayNotCome()
{
    QFETCH(const Msn::Status, status);
    QFETCH(const QString, text);
    m_stage->addContact(m_ana, QStringLiteral("Ana"), status);
    QCOMPARE(notice()->isHidden(), text.isEmpty());
    if (!text.isEmpty())
        QCOMPARE(notice()->text(), text);
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    QVERIFY(notice()->isHidden());
}

void tst_ConversationWidget::strangerIsWarnedOf()
{
    const QString stranger = QStringLiteral("stranger@example.net");
    m_stage->open(stranger);
    auto *bar = m_stage->widget(stranger).findChild<MessageBar *>(QStringLiteral("notice"));
    QVERIFY(!bar->isHidden());
    QVERIFY(bar->text().contains(stranger));
}

void tst_ConversationWidget::blockAndUnblock()
{
    auto *block = m_widget->findChild<QToolButton *>(QStringLiteral("blockAction"));
    QTest::mouseClick(block, Qt::LeftButton);
    QVERIFY(m_stage->contacts().find(Msn::Address(m_ana))->isBlocked());
    QVERIFY(notice()->text().startsWith(QStringLiteral("You have blocked Ana.")));
    QPushButton *undo = nullptr;
    const QList<QPushButton *> buttons = notice()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == QStringLiteral("Unblock"))
            undo = button;
    }
    QVERIFY(undo);
    undo->click();
    QVERIFY(!m_stage->contacts().find(Msn::Address(m_ana))->isBlocked());
    QVERIFY(notice()->isHidden());
}

void tst_ConversationWidget::signedOutSaysSo()
{
    m_stage->account().setSignedIn(false);
    QVERIFY(notice()->text().startsWith(QStringLiteral("You are not signed in.")));
    QVERIFY(!m_widget->findChild<QToolButton *>(QStringLiteral("inviteAction"))->isEnabled());
    m_stage->account().setSignedIn(true);
    QVERIFY(notice()->isHidden());
}

void tst_ConversationWidget::nicknamesEverywhere()
{
    m_stage->receiveText(m_ana, QStringLiteral("hello"));
    QVERIFY(shown().contains(m_ana));
    m_stage->account().setNickname(Msn::Address(m_ana), QStringLiteral("Little sister"));
    QCOMPARE(m_widget->title(), QStringLiteral("Little sister"));
    QVERIFY(m_stage->window().windowTitle().startsWith(QStringLiteral("Little sister")));
    QCOMPARE(m_widget->findChild<QWidget *>(QStringLiteral("recipient"))->accessibleName(),
        QStringLiteral("To Little sister"));
    QVERIFY2(shown().contains(QStringLiteral("Little sister")), qPrintable(shown()));
    QVERIFY(!shown().contains(m_ana));
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeTypingNotice({Msn::Address(m_ana)}));
    QCOMPARE(
        m_widget->findChild<TypingLine *>()->text(), QStringLiteral("Little sister is typing a message."));
}

void tst_ConversationWidget::warningStandsAboveWhatCame()
{
    const QString bea = QStringLiteral("bea@example.com");
    m_stage->addContact(bea, QStringLiteral("Bea"), Msn::Status::Online);
    m_stage->conversation(bea);
    m_stage->receiveText(bea, QStringLiteral("hello, who are you"));
    m_stage->show(bea);
    const QString text = m_stage->widget(bea).view().toPlainText();
    const qsizetype warning = text.indexOf(QStringLiteral("Never give out"));
    QVERIFY(warning >= 0);
    QVERIFY2(warning < text.indexOf(QStringLiteral("hello, who")), qPrintable(text));
}

void tst_ConversationWidget::menuLeadsToThePerson()
{
    QSignalSpy wanted(&m_stage->windows(), &ConversationWindows::propertiesRequested);
    QMenu *menu = m_stage->window().menus().menus().constLast();
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (QAction *action : menu->actions()) {
        texts.append(action->text().remove(u'&'));
        if (texts.constLast() == u"Properties")
            action->trigger();
    }
    QVERIFY(texts.contains(QStringLiteral("Send e-mail…")));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.constFirst().at(1).value<Msn::Address>(), Msn::Address(m_ana));
}

void tst_ConversationWidget::findsWhileTyping()
{
    m_stage->receiveText(m_ana, QStringLiteral("a word and another word"));
    m_widget->findBar().open();
    auto *field = m_widget->findChild<QLineEdit *>(QStringLiteral("findText"));
    QTest::keyClicks(field, QStringLiteral("wo"));
    QCOMPARE(m_widget->view().textCursor().selectedText(), QStringLiteral("wo"));
    const int last = m_widget->view().textCursor().selectionStart();
    QTest::keyClicks(field, QStringLiteral("rd"));
    QCOMPARE(m_widget->view().textCursor().selectedText(), QStringLiteral("word"));
    QCOMPARE(m_widget->view().textCursor().selectionStart(), last);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_widget->view().textCursor().selectionStart() < last);
}

void tst_ConversationWidget::nudgesBothWays()
{
    QTest::mouseClick(m_widget->findChild<QToolButton *>(QStringLiteral("nudgeAction")), Qt::LeftButton);
    QVERIFY(m_stage->takeSent(m_ana).contains("ID: 1"));
    QVERIFY(shown().contains(QStringLiteral("You have just sent a nudge.")));
    QTest::mouseClick(m_widget->findChild<QToolButton *>(QStringLiteral("nudge")), Qt::LeftButton);
    QVERIFY(shown().contains(QStringLiteral("You may not send a nudge that often.")));
    QVERIFY(!m_stage->takeSent(m_ana).contains("ID: 1"));
}

/// Complaint 28: nudges must shake and must not annoy.
void tst_ConversationWidget::nudgesFromOthersShakeSeldom()
{
    QSignalSpy nudged(m_widget, &ConversationWidget::nudged);
    for (int i = 0; i < 3; ++i)
        m_stage->receivePayload(m_ana, m_ana, Msn::encodeNudge());
    QCOMPARE(nudged.size(), 1);
    QVERIFY(shown().contains(QStringLiteral("just sent you a nudge.")));
    m_stage->preferences().setShakesOnNudge(false);
    m_stage->receivePayload(m_ana, m_ana, Msn::encodeNudge());
    QCOMPARE(nudged.size(), 1);
}

void tst_ConversationWidget::countsUnread()
{
    m_widget->setInFront(false);
    QSignalSpy unread(m_widget, &ConversationWidget::unreadChanged);
    m_stage->receiveText(m_ana, QStringLiteral("one"));
    m_stage->receiveText(m_ana, QStringLiteral("two"));
    QCOMPARE(m_widget->unread(), 2);
    type(QStringLiteral("mine"));
    QCOMPARE(m_widget->unread(), 2);
    m_widget->setInFront(true);
    QCOMPARE(m_widget->unread(), 0);
    m_stage->receiveText(m_ana, QStringLiteral("three"));
    QCOMPARE(m_widget->unread(), 0);
    QCOMPARE(unread.size(), 3);
}

void tst_ConversationWidget::groupIsNamedAfterAll()
{
    const QString ben = QStringLiteral("ben@example.com");
    m_stage->addContact(ben, QStringLiteral("Ben"), Msn::Status::Away);
    m_stage->group({ben, m_ana});
    const ConversationWidget &group = m_stage->open(ben);
    QCOMPARE(group.title(), QStringLiteral("Ben, Ana"));
    QVERIFY(group.findChild<MessageBar *>(QStringLiteral("notice"))->isHidden());
    QVERIFY(group.findChild<QToolButton *>(QStringLiteral("blockAction"))->isHidden());
    m_stage->receive(ben, "JOI cleo@example.com Cleo\r\n");
    QCOMPARE(group.title(), QStringLiteral("Ben, Ana, Cleo"));
}

void tst_ConversationWidget::followsNamesAndStatuses()
{
    QSignalSpy changed(m_widget, &ConversationWidget::titleChanged);
    m_stage->addContact(m_ana, QStringLiteral("Ana at the sea"), Msn::Status::Online);
    QCOMPARE(m_widget->title(), QStringLiteral("Ana at the sea"));
    QVERIFY(changed.size() >= 1);
}

void tst_ConversationWidget::inputShrinksAfterSending()
{
    m_stage->window().resize(600, 500);
    MessageInput &input = m_widget->input();
    const int empty = input.height();
    QTest::keyClicks(input.edit(), QStringLiteral("a"));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(input.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(input.height() > empty);
    QTest::keyClick(input.edit(), Qt::Key_Return);
    QTRY_COMPARE(input.height(), empty);
}

void tst_ConversationWidget::emptyLogSaysWhoItIsWith()
{
    const auto *start = m_widget->view().findChild<QWidget *>(QStringLiteral("conversationStart"));
    QVERIFY(start && start->isVisible());
    const auto says = [&](const QString &text) {
        const QList<QWidget *> children = start->findChildren<QWidget *>();
        return std::any_of(children.begin(), children.end(), [&](const QWidget *child) {
            const auto *label = qobject_cast<const QLabel *>(child);
            return child->isVisible()
                && (child->accessibleName() == text || (label && label->text() == text));
        });
    };
    QVERIFY(says(QStringLiteral("Ana")) && says(QStringLiteral("Online")) && says(m_ana));
    QVERIFY(says(QStringLiteral("Never give out your password or a card number in a conversation.")));
    QVERIFY(shown().isEmpty());
    m_stage->addContact(m_ana, QStringLiteral("Ana at the sea"), Msn::Status::Away);
    QVERIFY(says(QStringLiteral("Ana at the sea")) && says(QStringLiteral("Away")));
}

void tst_ConversationWidget::firstLineLeavesNothingOfTheEmptyLog()
{
    const auto *start = m_widget->view().findChild<QWidget *>(QStringLiteral("conversationStart"));
    QVERIFY(start->isVisible());
    m_stage->receiveText(m_ana, QStringLiteral("hello"));
    QVERIFY(!start->isVisible());
    QVERIFY2(!shown().contains(QStringLiteral("Never")), qPrintable(shown()));
}

/// It led to the log, and to the button that sends only after that.
void tst_ConversationWidget::tabLeadsFromTheInputToSendAndBackToTheLog()
{
    QWidget *window = m_widget->window();
    QWidget *edit = m_widget->input().edit();
    const auto press = [&](int key) {
        QTest::keyClick(window->focusWidget(), Qt::Key(key));
        return window->focusWidget()->objectName();
    };
    edit->setFocus();
    QCOMPARE(press(Qt::Key_Tab), QStringLiteral("send"));
    QCOMPARE(press(Qt::Key_Tab), QStringLiteral("font"));
    QCOMPARE(press(Qt::Key_Tab), QStringLiteral("emoticon"));
    QCOMPARE(press(Qt::Key_Tab), QStringLiteral("nudge"));
    edit->setFocus();
    QCOMPARE(press(Qt::Key_Backtab), QStringLiteral("messages"));
    // The log comes last, whatever lies between.
    edit->setFocus();
    QStringList visited;
    do {
        visited.append(press(Qt::Key_Tab));
    } while (window->focusWidget() != edit && visited.size() < 40);
    QCOMPARE(window->focusWidget(), edit);
    QVERIFY2(visited.contains(u"inviteAction"), qPrintable(visited.join(u' ')));
    QVERIFY2(visited.at(visited.size() - 2) == u"messages", qPrintable(visited.join(u' ')));
}

QTEST_MAIN(tst_ConversationWidget)
#include "tst_conversationwidget.moc"
