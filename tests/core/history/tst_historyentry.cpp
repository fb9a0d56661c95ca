#include "core/history/historyentry.h"

#include <QTest>

using namespace Msn;

class TestHistoryEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBack_data();
    void everyKindComesBack();
    void timeIsKeptInUtc();
    void storedIdsAreNoneOfAConversation();
};

namespace {

ChatMessage sample(ChatMessage::Kind kind)
{
    ChatMessage message;
    message.kind = kind;
    message.outgoing = true;
    message.sender = Address(QStringLiteral("Marta@example.com"));
    message.senderName = FriendlyName(QStringLiteral("Marta"));
    message.time = QDateTime(QDate(2026, 3, 1), QTime(22, 15, 3, 123));
    message.text = QStringLiteral("Where are you?");
    message.format.bold = true;
    message.delivery = ChatMessage::Delivery::Failed;
    message.error = makeError(ErrorCode::NobodyThere, QStringLiteral("ana@example.com"));
    return message;
}

} // namespace

void TestHistoryEntry::everyKindComesBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("text") << int(ChatMessage::Kind::Text);
    QTest::newRow("nudge") << int(ChatMessage::Kind::Nudge);
    QTest::newRow("joined") << int(ChatMessage::Kind::Joined);
    QTest::newRow("left") << int(ChatMessage::Kind::Left);
    QTest::newRow("action") << int(ChatMessage::Kind::Action);
    QTest::newRow("file") << int(ChatMessage::Kind::File);
    QTest::newRow("unsupported") << int(ChatMessage::Kind::Unsupported);
}

void TestHistoryEntry::everyKindComesBack()
{
    QFETCH(int, kind);
    const ChatMessage said = sample(ChatMessage::Kind(kind));
    const HistoryEntry entry = toHistoryEntry(said, Address(QStringLiteral("ana@example.com")));
    ChatMessage back = toChatMessage(entry);
    QVERIFY(back.isStored());
    back.id = said.id;
    QCOMPARE(back, said);
}

void TestHistoryEntry::timeIsKeptInUtc()
{
    const HistoryEntry entry = toHistoryEntry(sample(ChatMessage::Kind::Text), {});
    QCOMPARE(entry.time.timeSpec(), Qt::UTC);
    QCOMPARE(entry.time, sample(ChatMessage::Kind::Text).time);
    QCOMPARE(toChatMessage(entry).time.timeSpec(), Qt::LocalTime);
}

void TestHistoryEntry::storedIdsAreNoneOfAConversation()
{
    HistoryEntry entry;
    entry.id = 1;
    QVERIFY(toChatMessage(entry).id != ChatMessage::Id(1));
    QVERIFY(toChatMessage(entry).isStored());
    QVERIFY(!sample(ChatMessage::Kind::Text).isStored());
}

QTEST_GUILESS_MAIN(TestHistoryEntry)
#include "tst_historyentry.moc"
