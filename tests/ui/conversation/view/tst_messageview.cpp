#include "ui/conversation/view/messagemenu.h"
#include "ui/conversation/view/messageview.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>
#include <QtTest>

using namespace Ui;
using Msn::ChatMessage;
using Delivery = ChatMessage::Delivery;

class tst_MessageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_emoticons = EmoticonSet::load(); }
    void init();
    void cleanup() { m_view.reset(); }

    void groupsLinesOfOneSpeaker();
    void writesTheHeaderAgainAfterAPause();
    void datesStandBetweenDays();
    void peerTextIsNeverMarkup();
    void peerNameIsNeverMarkup();
    void peerCannotMakeARetryLink();
    void showsSystemLines_data();
    void showsSystemLines();
    void deliveryStateChangesInPlace_data() { addStyles(); }
    void deliveryStateChangesInPlace();
    void onlyTheLastDeliveredSaysSo();
    void retryIsAClick_data() { addStyles(); }
    void retryIsAClick();
    void hintsOnlyOverTheirWords();
    void deliveredAfterARetry_data() { addStyles(); }
    void deliveredAfterARetry();
    void failedNudgeSaysSo();
    void linksOpenWhatTheyShow();
    void rightToLeftIsPerLine();
    void copiesEmoticonsAsTheirCodes();
    void copiesNoStates();
    void staysAtTheEnd();
    void staysWhereThePersonReads();
    void hintLeadsToTheEnd();
    void ownMessageLeadsToTheEnd();
    void keepsTheTextWhenTheThemeChanges();
    void othersFormatsCanBeIgnored();
    void manyLinesInOneMessage();
    void manyEmoticonsInOneMessage();
    void appendingCostsTheSameAtTheEnd();
    void memoryIsBounded();
    void stylesSwitchLive();
    void bubblesAreAsWideAsTheirText();
    void complaint22_copiesWithAndWithoutTimes();
    void quotesWithAMarkInFrontOfEachLine();
    void complaint24_messageByMessage();
    void tabIntoNothing();
    void lettersGoToTheInput();
    void complaint27_codesAreColoursOrPlain();
    void complaint27_coloursCanBeRead_data();
    void complaint27_coloursCanBeRead();
    void complaint31_directionIsPerParagraph_data() { addStyles(); }
    void complaint31_directionIsPerParagraph();
    void timesCanBeHidden_data() { addStyles(); }
    void timesCanBeHidden();
    void emoticonsInNames();
    void menuOfALinkTellsItsTarget();
    void complaint30_declinedInvitationsSaySo_data();
    void complaint30_declinedInvitationsSaySo();

private:
    static void addStyles();
    void useStyle();
    template <typename T>
    void choose(T ChosenLook::*part, const T &value)
    {
        ChosenLook look = m_view->chosenLook();
        look.*part = value;
        m_view->setChosenLook(look);
    }
    ChatMessage message(const QString &text, bool outgoing = false, Delivery delivery = Delivery::Received);
    QString shown() const
    {
        return m_view->toPlainText()
            .replace(QChar(QChar::Nbsp), u' ')
            .remove(QChar(0x2068))
            .remove(QChar(0x2069));
    }
    QPoint positionOf(const QString &text) const;
    QPushButton *hint() const { return m_view->findChild<QPushButton *>(QStringLiteral("newMessages")); }

    EmoticonSet m_emoticons;
    std::unique_ptr<MessageView> m_view;
    ChatMessage::Id m_nextId = 1;
    QDateTime m_time;
};

void tst_MessageView::init()
{
    m_view = std::make_unique<MessageView>(m_emoticons);
    m_view->resize(400, 300);
    m_view->show();
    m_nextId = 1;
    m_time = QDateTime(QDate::currentDate(), QTime(12, 0));
}

ChatMessage tst_MessageView::message(const QString &text, bool outgoing, Delivery delivery)
{
    ChatMessage made;
    made.id = m_nextId++;
    made.outgoing = outgoing;
    made.sender
        = Msn::Address(outgoing ? QStringLiteral("me@example.com") : QStringLiteral("ana@example.com"));
    made.senderName = Msn::FriendlyName(outgoing ? QStringLiteral("Me") : QStringLiteral("Ana"));
    made.time = m_time;
    made.text = text;
    made.delivery = delivery;
    return made;
}

void tst_MessageView::addStyles()
{
    QTest::addColumn<QString>("style");
    for (const QString &id : ChatStyle::ids())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_MessageView::useStyle()
{
    QFETCH(const QString, style);
    choose(&ChosenLook::style, ChatStyle::load(style));
}

/// Middle of the first letters of \p text in the viewport.
QPoint tst_MessageView::positionOf(const QString &text) const
{
    QTextCursor cursor = m_view->document()->find(text);
    cursor.setPosition(cursor.selectionStart() + 1);
    return m_view->cursorRect(cursor).center();
}

void tst_MessageView::groupsLinesOfOneSpeaker()
{
    m_view->append(message(QStringLiteral("one")));
    m_view->append(message(QStringLiteral("two")));
    m_view->append(message(QStringLiteral("three"), true, Delivery::Delivered));
    m_view->append(message(QStringLiteral("four")));
    QCOMPARE(shown().count(QStringLiteral("Ana says")), 2);
    QCOMPARE(shown().count(QStringLiteral("Me says")), 1);
}

void tst_MessageView::writesTheHeaderAgainAfterAPause()
{
    m_view->append(message(QStringLiteral("one")));
    m_time = m_time.addSecs(4 * 60);
    m_view->append(message(QStringLiteral("two")));
    QCOMPARE(shown().count(QStringLiteral("Ana says")), 1);
    m_time = m_time.addSecs(5 * 60);
    m_view->append(message(QStringLiteral("three")));
    QCOMPARE(shown().count(QStringLiteral("Ana says")), 2);
}

void tst_MessageView::datesStandBetweenDays()
{
    const QDateTime today = m_time;
    m_time = today.addDays(-1);
    m_view->append(message(QStringLiteral("late")));
    m_time = today;
    m_view->append(message(QStringLiteral("early")));
    QVERIFY(shown().startsWith(QStringLiteral("Yesterday\n")));
    QCOMPARE(shown().count(QStringLiteral("Today")), 1);
}

void tst_MessageView::peerTextIsNeverMarkup()
{
    const QString evil
        = QStringLiteral("<b>x</b><img src=\"file:///etc/passwd\"><a href=\"retry:1\">y</a> &amp;");
    m_view->append(message(evil));
    QVERIFY(shown().contains(evil));
    QVERIFY(!m_view->document()->find(QStringLiteral("x</b>")).charFormat().font().bold());
    QVERIFY(!m_view->document()->find(QStringLiteral("y</a>")).charFormat().isAnchor());
}

void tst_MessageView::peerNameIsNeverMarkup()
{
    ChatMessage evil = message(QStringLiteral("hello"));
    evil.senderName = Msn::FriendlyName(QStringLiteral("<i>Ana</i> %1\nsays"));
    m_view->append(evil);
    QVERIFY(shown().startsWith(QStringLiteral("<i>Ana</i> %1 says says")));
}

void tst_MessageView::peerCannotMakeARetryLink()
{
    m_view->append(message(QStringLiteral("retry:1 http:retry:1 https://retry:1")));
    QSignalSpy retry(m_view.get(), &MessageView::retryRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, positionOf(QStringLiteral("retry:1")));
    QCOMPARE(retry.size(), 0);
}

void tst_MessageView::showsSystemLines_data()
{
    QTest::addColumn<ChatMessage::Kind>("kind");
    QTest::addColumn<bool>("outgoing");
    QTest::addColumn<QString>("line");
    QTest::newRow("nudge") << ChatMessage::Kind::Nudge << false
                           << QStringLiteral("Ana just sent you a nudge.");
    QTest::newRow("own nudge") << ChatMessage::Kind::Nudge << true
                               << QStringLiteral("You have just sent a nudge.");
    QTest::newRow("joined") << ChatMessage::Kind::Joined << false
                            << QStringLiteral("Ana has joined the conversation.");
    QTest::newRow("left") << ChatMessage::Kind::Left << false
                          << QStringLiteral("Ana has left the conversation.");
    QTest::newRow("action") << ChatMessage::Kind::Action << false << QStringLiteral("Ana text");
}

void tst_MessageView::showsSystemLines()
{
    QFETCH(const ChatMessage::Kind, kind);
    QFETCH(const bool, outgoing);
    QFETCH(const QString, line);
    ChatMessage system
        = message(QStringLiteral("text"), outgoing, outgoing ? Delivery::Delivered : Delivery::Received);
    system.kind = kind;
    m_view->append(system);
    QCOMPARE(shown(), line);
    QVERIFY(ChatDocument::isNotice(m_view->document()->firstBlock()));
}

void tst_MessageView::deliveryStateChangesInPlace()
{
    useStyle();
    ChatMessage first = message(QStringLiteral("first"), true, Delivery::Pending);
    ChatMessage second = message(QStringLiteral("second"), true, Delivery::Pending);
    m_view->append(first);
    m_view->append(second);
    QVERIFY(!shown().contains(QStringLiteral("delivered")));
    const int blocks = m_view->document()->blockCount();
    first.delivery = Delivery::Failed;
    m_view->update(first);
    second.delivery = Delivery::Delivered;
    m_view->update(second);
    QCOMPARE(m_view->document()->blockCount(), blocks);
    const QStringList lines = shown().split(u'\n');
    const QString &failed = lines.at(lines.size() - 2);
    QVERIFY2(failed.contains(QStringLiteral("first")) && failed.contains(QStringLiteral("not delivered")),
        qPrintable(failed));
    QVERIFY(lines.constLast().endsWith(QStringLiteral(" delivered")));
}

void tst_MessageView::onlyTheLastDeliveredSaysSo()
{
    for (int i = 0; i < 3; ++i)
        m_view->append(message(QString::number(i), true, Delivery::Delivered));
    QCOMPARE(shown().count(QStringLiteral("delivered")), 1);
    QVERIFY(shown().endsWith(QStringLiteral("delivered")));
    // An older one that is acknowledged later does not claim to be the newest.
    ChatMessage slow = message(QStringLiteral("slow"), true, Delivery::Pending);
    m_view->append(slow);
    m_view->append(message(QStringLiteral("quick"), true, Delivery::Delivered));
    slow.delivery = Delivery::Delivered;
    m_view->update(slow);
    QCOMPARE(shown().count(QStringLiteral("delivered")), 1);
    QVERIFY(shown().endsWith(QStringLiteral("delivered")));
}

void tst_MessageView::retryIsAClick()
{
    useStyle();
    m_view->append(message(QStringLiteral("other"), true, Delivery::Failed));
    const ChatMessage failed = message(QStringLiteral("lost"), true, Delivery::Failed);
    m_view->append(failed);
    QSignalSpy retry(m_view.get(), &MessageView::retryRequested);
    QTextCursor cursor = m_view->document()->find(
        QStringLiteral("Retry"), m_view->document()->characterCount(), QTextDocument::FindBackward);
    cursor.setPosition(cursor.selectionStart() + 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->cursorRect(cursor).center());
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry.first().first().value<ChatMessage::Id>(), failed.id);
}

/// “Send this message again” was shown everywhere below the last line.
void tst_MessageView::hintsOnlyOverTheirWords()
{
    m_view->append(message(QStringLiteral("lost"), true, Delivery::Failed));
    const auto restAt = [this](const QPoint &place) {
        QHelpEvent event(QEvent::ToolTip, place, m_view->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    };
    QVERIFY(!QToolTip::isVisible());
    restAt(m_view->viewport()->rect().bottomRight() - QPoint(20, 20));
    QVERIFY(!QToolTip::isVisible());
    restAt(positionOf(QStringLiteral("Retry")));
    QCOMPARE(QToolTip::text(), QStringLiteral("Send this message again"));
}

void tst_MessageView::deliveredAfterARetry()
{
    useStyle();
    ChatMessage line = message(QStringLiteral("lost"), true, Delivery::Failed);
    m_view->append(line);
    line.delivery = Delivery::Pending;
    m_view->update(line);
    QVERIFY(!shown().contains(QStringLiteral("Retry")));
    line.delivery = Delivery::Delivered;
    m_view->update(line);
    QVERIFY(shown().endsWith(QStringLiteral(" delivered")));
    QCOMPARE(shown().count(QStringLiteral("lost")), 1);
}

void tst_MessageView::failedNudgeSaysSo()
{
    ChatMessage nudge = message({}, true, Delivery::Pending);
    nudge.kind = ChatMessage::Kind::Nudge;
    m_view->append(nudge);
    QCOMPARE(shown(), QStringLiteral("You have just sent a nudge."));
    nudge.delivery = Delivery::Failed;
    m_view->update(nudge);
    QVERIFY(shown().contains(QStringLiteral("not delivered")));
}

void tst_MessageView::linksOpenWhatTheyShow()
{
    m_view->append(message(QStringLiteral("see https://example.com/a now")));
    QSignalSpy activated(m_view.get(), &MessageView::linkActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, positionOf(QStringLiteral("https")));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toUrl(), QUrl(QStringLiteral("https://example.com/a")));
    QCOMPARE(m_view->document()->find(QStringLiteral("https")).charFormat().toolTip(),
        QStringLiteral("https://example.com/a"));
}

void tst_MessageView::rightToLeftIsPerLine()
{
    m_view->append(message(QStringLiteral("مرحبا\nhello")));
    const QTextBlock arabic = m_view->document()->find(QStringLiteral("مرحبا")).block();
    QCOMPARE(arabic.blockFormat().layoutDirection(), Qt::RightToLeft);
    QCOMPARE(arabic.next().blockFormat().layoutDirection(), Qt::LeftToRight);
}

void tst_MessageView::copiesEmoticonsAsTheirCodes()
{
    m_view->append(message(QStringLiteral("hi :-) (H) www.example.com")));
    QTextCursor line(m_view->document()->lastBlock());
    line.select(QTextCursor::BlockUnderCursor);
    m_view->setTextCursor(line);
    m_view->copy();
    QCOMPARE(QApplication::clipboard()->text().trimmed(), QStringLiteral("hi :-) (H) www.example.com"));
}

void tst_MessageView::copiesNoStates()
{
    m_view->append(message(QStringLiteral("sent"), true, Delivery::Delivered));
    m_view->append(message(QStringLiteral("lost"), true, Delivery::Failed));
    m_view->selectAll();
    m_view->copy();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(1), QStringLiteral("sent"));
    QCOMPARE(lines.at(2), QStringLiteral("lost"));
}

void tst_MessageView::staysAtTheEnd()
{
    for (int i = 0; i < 100; ++i)
        m_view->append(message(QString::number(i)));
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    m_view->resize(200, 150);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
}

void tst_MessageView::staysWhereThePersonReads()
{
    for (int i = 0; i < 100; ++i)
        m_view->append(message(QString::number(i)));
    m_view->verticalScrollBar()->setValue(50);
    m_view->append(message(QStringLiteral("new")));
    QCOMPARE(m_view->verticalScrollBar()->value(), 50);
    QVERIFY(hint()->isVisible());
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QVERIFY(!hint()->isVisible());
}

void tst_MessageView::hintLeadsToTheEnd()
{
    for (int i = 0; i < 100; ++i)
        m_view->append(message(QString::number(i)));
    m_view->verticalScrollBar()->setValue(0);
    m_view->append(message(QStringLiteral("new")));
    QTest::mouseClick(hint(), Qt::LeftButton);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QVERIFY(!hint()->isVisible());
}

void tst_MessageView::ownMessageLeadsToTheEnd()
{
    for (int i = 0; i < 100; ++i)
        m_view->append(message(QString::number(i)));
    m_view->verticalScrollBar()->setValue(0);
    m_view->append(message(QStringLiteral("mine"), true, Delivery::Pending));
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
}

void tst_MessageView::keepsTheTextWhenTheThemeChanges()
{
    Theme theme(*qApp, Theme::Appearance::Light);
    ChatMessage line = message(QStringLiteral("sent :)"), true, Delivery::Pending);
    m_view->append(line);
    m_view->append(QStringLiteral("A notice."));
    const QString before = shown();
    theme.setAppearance(Theme::Appearance::Dark);
    const QTextCursor text = m_view->document()->find(QStringLiteral("sent"));
    QTRY_COMPARE(m_view->document()->find(QStringLiteral("sent")).charFormat().foreground().color(),
        Tokens::dark().ink);
    QCOMPARE(shown(), before);
    line.delivery = Delivery::Delivered;
    m_view->update(line);
    QVERIFY(shown().contains(QStringLiteral("delivered")));
}

void tst_MessageView::othersFormatsCanBeIgnored()
{
    ChatMessage loud = message(QStringLiteral("loud"));
    loud.format.bold = true;
    m_view->append(loud);
    QVERIFY(m_view->document()->find(QStringLiteral("loud")).charFormat().font().bold());
    choose(&ChosenLook::showsFormats, false);
    QVERIFY(!m_view->document()->find(QStringLiteral("loud")).charFormat().font().bold());
}

void tst_MessageView::manyLinesInOneMessage()
{
    m_view->append(message(QStringLiteral("x\n").repeated(20000)));
    QVERIFY(m_view->document()->blockCount() < 200);
}

void tst_MessageView::manyEmoticonsInOneMessage()
{
    m_view->append(message(QStringLiteral(":)").repeated(5000)));
    QCOMPARE(m_view->toPlainText().count(QChar(QChar::ObjectReplacementCharacter)), 200);
}

void tst_MessageView::appendingCostsTheSameAtTheEnd()
{
    const auto append = [this](int count) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i)
            m_view->append(message(QStringLiteral("Line %1 :)").arg(i), i % 2 == 0, Delivery::Delivered));
        return timer.nsecsElapsed();
    };
    append(500);
    const qint64 early = append(500);
    append(8500);
    const qint64 late = append(500);
    QVERIFY2(late < early * 3, qPrintable(QStringLiteral("%1 then %2").arg(early).arg(late)));
}

void tst_MessageView::memoryIsBounded()
{
    for (size_t i = 0; i <= ChatDocument::maxEntries; ++i)
        m_view->append(message(QString::number(i)));
    QCOMPARE(m_view->count(), ChatDocument::maxEntries + 1 - ChatDocument::dropped);
    QVERIFY(m_view->document()->blockCount() <= int(2 * ChatDocument::maxEntries));
    QVERIFY(shown().endsWith(QString::number(ChatDocument::maxEntries)));
}

void tst_MessageView::stylesSwitchLive()
{
    m_view->append(message(QStringLiteral("hello")));
    m_view->append(message(QStringLiteral("again")));
    m_view->append(QStringLiteral("A notice."));
    const QStringList classic = shown().split(u'\n');
    QCOMPARE(classic.size(), 4);
    choose(&ChosenLook::style, ChatStyle::load(QStringLiteral("irc")));
    const QStringList irc = shown().split(u'\n');
    QCOMPARE(irc.size(), 3);
    QVERIFY2(irc.at(0).endsWith(QStringLiteral("<Ana> hello")), qPrintable(irc.at(0)));
    QVERIFY(irc.at(1).endsWith(QStringLiteral("<Ana> again")));
    QCOMPARE(irc.at(2), QStringLiteral("*** A notice."));
    choose(&ChosenLook::style, ChatStyle::load(QStringLiteral("classic")));
    QCOMPARE(shown().split(u'\n'), classic);
}

void tst_MessageView::bubblesAreAsWideAsTheirText()
{
    choose(&ChosenLook::style, ChatStyle::load(QStringLiteral("bubbles")));
    m_view->append(message(QStringLiteral("hi")));
    m_view->append(message(QStringLiteral("yes"), true, Delivery::Pending));
    m_view->append(message(QStringLiteral("a long line ").repeated(30)));
    const auto format
        = [this](const QString &text) { return m_view->document()->find(text).block().blockFormat(); };
    const double width = m_view->document()->textWidth();
    QVERIFY(format(QStringLiteral("hi")).rightMargin() > width / 2);
    QVERIFY(format(QStringLiteral("yes")).leftMargin() > width / 2);
    QVERIFY(format(QStringLiteral("a long")).rightMargin() < width / 3);
    const double before = format(QStringLiteral("yes")).leftMargin();
    m_view->resize(600, 300);
    QVERIFY(format(QStringLiteral("yes")).leftMargin() > before + 100);
}

void tst_MessageView::complaint22_copiesWithAndWithoutTimes()
{
    m_view->append(message(QStringLiteral("one :)")));
    m_view->append(message(QStringLiteral("two\nlines"), true, Delivery::Delivered));
    m_view->selectAll();
    m_view->copy();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Ana says\none :)\nMe says\ntwo\nlines"));
    m_view->copyWithTimes();
    const QString time = QLocale().toString(m_time.time(), QLocale::ShortFormat);
    QCOMPARE(
        QApplication::clipboard()->text(), QStringLiteral("[%1] Ana: one :)\n[%1] Me: two\nlines").arg(time));
}

void tst_MessageView::quotesWithAMarkInFrontOfEachLine()
{
    m_view->append(message(QStringLiteral("one\ntwo")));
    QSignalSpy quoted(m_view.get(), &MessageView::quoted);
    QTextCursor both = m_view->document()->find(QStringLiteral("one"));
    both.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    m_view->setTextCursor(both);
    m_view->quote();
    QCOMPARE(quoted.size(), 1);
    QCOMPARE(quoted.first().first().toString(), QStringLiteral("> one\n> two\n"));
}

void tst_MessageView::complaint24_messageByMessage()
{
    for (const char *text : {"one", "two\nlines", "three"})
        m_view->append(message(QString::fromLatin1(text)));
    m_view->setFocus(Qt::TabFocusReason);
    const auto press = [this](Qt::Key key) {
        QTest::keyClick(m_view.get(), key, Qt::ControlModifier);
        return m_view->textCursor().block().text();
    };
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("two"));
    QVERIFY(press(Qt::Key_Up).contains(QStringLiteral("says")));
    QVERIFY(press(Qt::Key_Up).contains(QStringLiteral("says")));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("two"));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("three"));
    QVERIFY(m_view->cursorWidth() > 0);
}

/// Nothing has been said, or it was cleared away.
void tst_MessageView::tabIntoNothing()
{
    QFocusEvent byTab(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(m_view.get(), &byTab);
    QCOMPARE(m_view->cursorWidth(), 1);
    m_view->append(message(QStringLiteral("one")));
    m_view->clearMessages();
    QCoreApplication::sendEvent(m_view.get(), &byTab);
    QCOMPARE(m_view->textCursor().position(), 0);
}

void tst_MessageView::lettersGoToTheInput()
{
    QSignalSpy typed(m_view.get(), &MessageView::typed);
    QTest::keyClick(m_view.get(), Qt::Key_H);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(typed.size(), 1);
    QCOMPARE(typed.first().first().toString(), QStringLiteral("h"));
}

void tst_MessageView::complaint27_codesAreColoursOrPlain()
{
    ChatMessage coloured = message(QStringLiteral("[c=4]red[/c] [b]bold[/b]"));
    coloured.senderName = Msn::FriendlyName(QStringLiteral("[c=12]Ana[/c]"));
    m_view->append(coloured);
    QVERIFY(shown().endsWith(QStringLiteral("\nred bold")));
    QVERIFY(shown().startsWith(QStringLiteral("Ana says")));
    const auto format = [this](const QString &text) { return m_view->document()->find(text).charFormat(); };
    QVERIFY(format(QStringLiteral("red")).foreground().color().red() > 150);
    QVERIFY(format(QStringLiteral("bold")).font().bold());
    QVERIFY(format(QStringLiteral("Ana")).foreground().color() != m_view->chat().look().tokens.ink);
    choose(&ChosenLook::showsCodes, false);
    QVERIFY(shown().endsWith(QStringLiteral("\nred bold")));
    QCOMPARE(format(QStringLiteral("red")).foreground().color(), m_view->chat().look().tokens.ink);
    QVERIFY(!format(QStringLiteral("bold")).font().bold());
}

void tst_MessageView::complaint27_coloursCanBeRead_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<Theme::Appearance>("appearance");
    for (const QString &id : ChatStyle::ids()) {
        QTest::newRow(qPrintable(id + QStringLiteral(" light"))) << id << Theme::Appearance::Light;
        QTest::newRow(qPrintable(id + QStringLiteral(" dark"))) << id << Theme::Appearance::Dark;
    }
}

void tst_MessageView::complaint27_coloursCanBeRead()
{
    QFETCH(const Theme::Appearance, appearance);
    const Theme theme(*qApp, appearance);
    useStyle();
    for (const quint32 colour : {0x00FFFF, 0xFFFFFF, 0x000080, 0xFFFF00, 0x808080}) {
        ChatMessage loud = message(QStringLiteral("loud"));
        loud.format.colour = colour;
        m_view->append(loud);
        m_view->append(message(QStringLiteral("[c=#%1]code[/c]").arg(colour, 6, 16, QLatin1Char('0'))));
    }
    const Tokens &tokens = m_view->chat().look().tokens;
    const auto &bubble = m_view->chat().look().style.bubble;
    const QColor ground = bubble ? *ChatStyle::colour(bubble->other, tokens) : tokens.window;
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        if (!ChatBlock::isPart(block, ChatBlock::Part::Message))
            continue;
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QColor ink = fragment.fragment().charFormat().foreground().color();
            QVERIFY2(contrastRatio(ink, ground) >= readableContrast, qPrintable(ink.name()));
        }
    }
}

void tst_MessageView::complaint31_directionIsPerParagraph()
{
    useStyle();
    const QString arabic = QStringLiteral("\u0645\u0631\u062D\u0628\u0627");
    m_view->append(message(arabic + QStringLiteral("\nhello\n\u4F60\u597D")));
    m_view->append(message(arabic, true, Delivery::Pending));
    const QTextBlock first = m_view->document()->find(arabic).block();
    QTextBlock second = first.next();
    // Where the name stands in front of the text, the name decides with it.
    if (!m_view->chat().look().style.header.isInline)
        QCOMPARE(first.blockFormat().layoutDirection(), Qt::RightToLeft);
    QCOMPARE(second.blockFormat().layoutDirection(), Qt::LeftToRight);
    QCOMPARE(second.next().blockFormat().layoutDirection(), Qt::LeftToRight);
}

void tst_MessageView::timesCanBeHidden()
{
    useStyle();
    m_view->append(message(QStringLiteral("hello")));
    const QString time = QLocale().toString(m_time.time(), QLocale::ShortFormat);
    QVERIFY(shown().contains(time));
    choose(&ChosenLook::showsTimes, false);
    QVERIFY2(!shown().contains(time), qPrintable(shown()));
    QVERIFY(!shown().contains(QStringLiteral("[]")));
}

void tst_MessageView::emoticonsInNames()
{
    ChatMessage line = message(QStringLiteral("hello"));
    line.senderName = Msn::FriendlyName(QStringLiteral("Ana (F)"));
    m_view->append(line);
    QVERIFY(shown().startsWith(QStringLiteral("Ana ") + QChar(QChar::ObjectReplacementCharacter)));
    choose(&ChosenLook::showsEmoticons, false);
    QVERIFY(shown().startsWith(QStringLiteral("Ana (F) says")));
}

void tst_MessageView::menuOfALinkTellsItsTarget()
{
    m_view->append(message(QStringLiteral("see www.example.com/a now")));
    const std::unique_ptr<QMenu> menu(
        MessageMenu::popUp(*m_view, positionOf(QStringLiteral("www")), m_view->mapToGlobal(QPoint(10, 10))));
    QVERIFY(menu->actions().constFirst()->text().contains(QStringLiteral("http://www.example.com/a")));
    menu->actions().at(1)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://www.example.com/a"));
}

void tst_MessageView::complaint30_declinedInvitationsSaySo_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("line");
    QTest::newRow("voice call") << QStringLiteral("Voice Conversation")
                                << QStringLiteral(
                                       "Ana invited you to Voice Conversation. This program cannot take "
                                       "that up, so it was declined.");
    QTest::newRow("picture") << QStringLiteral("image/gif")
                             << QStringLiteral("Ana sent something that cannot be shown here.");
    QTest::newRow("wink") << QStringLiteral("datacast 2")
                          << QStringLiteral("Ana sent a wink. This program cannot play it.");
    QTest::newRow("voice clip") << QStringLiteral("datacast 3")
                                << QStringLiteral("Ana sent a voice clip. This program cannot play it.");
}

void tst_MessageView::complaint30_declinedInvitationsSaySo()
{
    QFETCH(const QString, what);
    QFETCH(const QString, line);
    ChatMessage message = this->message(what);
    message.kind = ChatMessage::Kind::Unsupported;
    m_view->append(message);
    QCOMPARE(shown(), line);
}

QTEST_MAIN(tst_MessageView)
#include "tst_messageview.moc"
