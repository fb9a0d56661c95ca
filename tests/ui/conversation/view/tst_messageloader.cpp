#include "app/shots/chatstage.h"
#include "ui/conversation/view/messagesource.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/emoticons/emoticonset.h"

#include <QScrollBar>
#include <QtTest>

using namespace Ui;
using Msn::ChatMessage;

namespace {

/// Lines of former days, answered when the test says so.
class SlowStore : public MessageSource
{
public:
    explicit SlowStore(int count)
    {
        for (int i = 0; i < count; ++i) {
            ChatMessage message;
            message.id = ChatMessage::Id(i) + 1;
            message.time = QDateTime(QDate(2024, 5, 1), QTime(8, 0)).addSecs(i * 60);
            message.sender = Msn::Address(QStringLiteral("ana@example.com"));
            message.text = QStringLiteral("stored %1").arg(i);
            m_messages.append(message);
        }
    }

    void fetch(
        MessagePage::Direction direction, const std::optional<ChatMessage> &from, qsizetype count) override
    {
        m_asked.append({direction, from, count});
    }
    bool answer()
    {
        if (m_asked.isEmpty())
            return false;
        const auto [direction, from, count] = m_asked.takeFirst();
        qsizetype place = 0;
        while (place < m_messages.size() && (!from || m_messages.at(place).time < from->time))
            ++place;
        if (direction == MessagePage::Direction::Older) {
            const qsizetype start = qMax<qsizetype>(0, place - count);
            Q_EMIT fetched({direction, m_messages.mid(start, place - start), start > 0});
        } else {
            const QList<ChatMessage> page = m_messages.mid(place + 1, count);
            Q_EMIT fetched({direction, page, place + 1 + page.size() < m_messages.size()});
        }
        return true;
    }

private:
    struct Question
    {
        MessagePage::Direction direction;
        std::optional<ChatMessage> from;
        qsizetype count;
    };

    QList<ChatMessage> m_messages;
    QList<Question> m_asked;
};

} // namespace

/// Complaint 22: view slow on long chats.
class tst_MessageLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }

    void opensAtTheNewestLines();
    void complaint22_olderLinesComeWhileScrollingUp();
    void documentStaysSmall();
    void newLinesDoNotMoveWhoReadsAbove();
    void ownLineLeadsBackToTheEnd();
    void storedLinesComeBeforeTheConversation();
    void opensAtAnyPlace();
    void aPlaceBehindTheEndIsTheEnd();

private:
    void talk(int count);
    MessageView &view() const { return m_stage->widget(m_ana).view(); }
    QScrollBar &bar() const { return *view().verticalScrollBar(); }
    QString shown() const { return view().toPlainText(); }

    const QString m_ana = QStringLiteral("ana@example.com");
    std::unique_ptr<App::ChatStage> m_stage;
};

void tst_MessageLoader::init()
{
    m_stage = std::make_unique<App::ChatStage>();
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    // No line of the window's own after those of the conversation.
    m_stage->preferences().setOf(Msn::Address(m_ana), {{}, false, true});
}

void tst_MessageLoader::talk(int count)
{
    Msn::Conversation &conversation = m_stage->conversation(m_ana);
    const auto first = int(conversation.messages().size());
    for (int i = 0; i < count; ++i)
        m_stage->receiveText(m_ana, QStringLiteral("line %1.").arg(first + i));
}

void tst_MessageLoader::opensAtTheNewestLines()
{
    talk(1000);
    m_stage->open(m_ana);
    QVERIFY(shown().endsWith(QStringLiteral("line 999.")));
    QCOMPARE(view().count(), size_t(MessageLoader::pageSize));
    QCOMPARE(bar().value(), bar().maximum());
}

void tst_MessageLoader::complaint22_olderLinesComeWhileScrollingUp()
{
    talk(1000);
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    for (int i = 0; i < 40 && !shown().contains(QStringLiteral("line 0.")); ++i) {
        bar().setValue(1);
        QCoreApplication::processEvents();
    }
    QVERIFY(shown().contains(QStringLiteral("line 0.")));
    for (int i = 0; i < 40 && !shown().contains(QStringLiteral("line 999.")); ++i) {
        bar().setValue(bar().maximum());
        QCoreApplication::processEvents();
    }
    QVERIFY(shown().endsWith(QStringLiteral("line 999.")));
}

void tst_MessageLoader::documentStaysSmall()
{
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    talk(3000);
    QVERIFY(view().count() <= ChatDocument::maxEntries);
    for (int i = 0; i < 40; ++i) {
        bar().setValue(1);
        QVERIFY(view().count() <= ChatDocument::maxEntries);
    }
    QVERIFY(shown().contains(QStringLiteral("line 0.")));
}

void tst_MessageLoader::newLinesDoNotMoveWhoReadsAbove()
{
    talk(300);
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    bar().setValue(bar().maximum() / 2);
    const QString before = view().cursorForPosition({0, 0}).block().text();
    talk(600);
    QCOMPARE(view().cursorForPosition({0, 0}).block().text(), before);
    QVERIFY(!view().followsEnd());
    view().followEnd();
    QVERIFY(shown().endsWith(QStringLiteral("line 899.")));
}

void tst_MessageLoader::ownLineLeadsBackToTheEnd()
{
    talk(1000);
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    for (int i = 0; i < 20; ++i)
        bar().setValue(1);
    QVERIFY(!shown().contains(QStringLiteral("line 999.")));
    m_stage->conversation(m_ana).sendText(QStringLiteral("mine"), {});
    QVERIFY(shown().contains(QStringLiteral("line 999.")));
    QCOMPARE(shown().count(QStringLiteral("mine")), 1);
    m_stage->acknowledge(m_ana, true);
    QVERIFY(shown().endsWith(QStringLiteral("delivered")));
}

/// What was asked of another source before does not come between.
void tst_MessageLoader::opensAtAnyPlace()
{
    const EmoticonSet emoticons;
    MessageView reading(emoticons);
    reading.resize(400, 300);
    reading.show();
    SlowStore other(50);
    SlowStore store(1000);
    reading.setSource(&other);
    ChatMessage place;
    place.time = QDateTime(QDate(2024, 5, 1), QTime(8, 0)).addSecs(500 * 60);
    place.id = 501;
    reading.setHighlight({ChatMessage::Id(502), {QStringLiteral("stored")}});
    reading.setSource(&store, place);
    QVERIFY(other.answer());
    QCOMPARE(reading.count(), size_t(0));
    while (store.answer()) { }
    QVERIFY(reading.toPlainText().contains(QStringLiteral("stored 450")));
    QVERIFY(reading.toPlainText().contains(QStringLiteral("stored 550")));
    QVERIFY(!reading.followsEnd());
    QCOMPARE(reading.extraSelections().size(), qsizetype(reading.count()) + 1);
    const QRect target = reading.cursorRect();
    QVERIFY(reading.viewport()->rect().contains(target));
    reading.verticalScrollBar()->setValue(0);
    while (store.answer()) { }
    QVERIFY(reading.toPlainText().contains(QStringLiteral("stored 350")));
}

void tst_MessageLoader::aPlaceBehindTheEndIsTheEnd()
{
    const EmoticonSet emoticons;
    MessageView reading(emoticons);
    SlowStore store(150);
    ChatMessage place;
    place.time = QDateTime(QDate(2025, 5, 1), QTime(8, 0));
    reading.setSource(&store, place);
    while (store.answer()) { }
    QVERIFY(reading.toPlainText().endsWith(QStringLiteral("stored 149")));
    QVERIFY(reading.followsEnd());
}

void tst_MessageLoader::storedLinesComeBeforeTheConversation()
{
    talk(5);
    SlowStore store(150);
    ConversationSource source(m_stage->conversation(m_ana), &store);
    QList<MessagePage> pages;
    connect(
        &source, &MessageSource::fetched, this, [&pages](const MessagePage &page) { pages.append(page); });
    source.fetch(MessagePage::Direction::Older, {}, 100);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.at(0).messages.size(), 5);
    QVERIFY(pages.at(0).hasMore);
    source.fetch(MessagePage::Direction::Older, pages.at(0).messages.constFirst(), 100);
    QCOMPARE(pages.size(), 1);
    QVERIFY(store.answer());
    QCOMPARE(pages.at(1).messages.constLast().text, QStringLiteral("stored 149"));
    QCOMPARE(pages.at(1).messages.size(), 100);
    source.fetch(MessagePage::Direction::Newer, pages.at(1).messages.at(90), 100);
    QVERIFY(store.answer());
    QCOMPARE(pages.at(2).messages.size(), 9 + 5);
    QCOMPARE(pages.at(2).messages.constLast().text, QStringLiteral("line 4."));
    QVERIFY(!pages.at(2).hasMore);
}

QTEST_MAIN(tst_MessageLoader)
#include "tst_messageloader.moc"
