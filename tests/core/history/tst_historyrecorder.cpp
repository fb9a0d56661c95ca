#include "core/chat/conversations.h"
#include "core/history/historyrecorder.h"
#include "core/net/notificationconnection.h"
#include "core/net/switchboardsource.h"
#include "core/roster/contactlist.h"
#include "tests/core/history/historysamples.h"
#include "tests/support/eventually.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace Test;

/// Conversations whose switchboards lead nowhere, followed into a store.
class TestHistoryRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyLineIsKept();
    void lineIsOnTheDiskBeforeItSettles();
    void linesSettleInOrder();
    void firstLineOfAStrangerIsKept();
    void failureIsKept();
    void linesSettleWhenNothingCanBeWritten();
    void linesSettleWhenTheDiskIsSlow();
    void privateLinesAreNotKept();
    void nothingIsKeptWhenThatIsChosen();
    void clockThatIsSetBackKeepsTheOrder();
    void conversationsOfFormerDaysComeBefore();
    void conversationMayEndWhileALineIsOnItsWay();
    void conversationForgetsWhatIsRemoved();

private:
    SqliteOptions options() const;
    void start(const SqliteOptions &options);
    Conversation &talk() { return *m_conversations->with(ana); }
    void hear(const QString &text, const Address &from = ana);
    QList<HistoryEntry> kept(const Address &with = ana);
    std::unique_ptr<SqliteConnection> locker();

    const Timing m_timing{};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ContactList> m_contacts;
    std::unique_ptr<NotificationConnection> m_notification;
    std::unique_ptr<SwitchboardSource> m_source;
    std::unique_ptr<Conversations> m_conversations;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<HistoryRecorder> m_recorder;
    // What it has said since start().
    std::unique_ptr<QSignalSpy> m_settled;
    std::unique_ptr<QSignalSpy> m_failed;
};

void TestHistoryRecorder::init()
{
    const TransportFactory nowhere = [] { return std::unique_ptr<Transport>(); };
    m_folder = std::make_unique<QTemporaryDir>();
    m_contacts = std::make_unique<ContactList>();
    m_notification
        = std::make_unique<NotificationConnection>(NetworkDescription(), nowhere, nullptr, m_timing);
    m_source = std::make_unique<SwitchboardSource>(*m_notification, nowhere, nullptr, m_timing);
    m_conversations = std::make_unique<Conversations>(*m_source, *m_contacts, m_timing);
    m_conversations->setOwn(
        Address(QStringLiteral("marta@example.com")), FriendlyName(QStringLiteral("Marta")));
    start(options());
}

void TestHistoryRecorder::cleanup()
{
    m_recorder.reset();
    m_conversations.reset();
    m_store.reset();
    m_source.reset();
    m_notification.reset();
}

SqliteOptions TestHistoryRecorder::options() const
{
    return {m_folder->filePath(QStringLiteral("history.sqlite")), 20, 0};
}

void TestHistoryRecorder::start(const SqliteOptions &options)
{
    m_recorder.reset();
    m_store = std::make_unique<HistoryStore>(options);
    m_recorder = std::make_unique<HistoryRecorder>(*m_conversations, *m_store);
    m_settled = std::make_unique<QSignalSpy>(m_recorder.get(), &HistoryRecorder::settled);
    m_failed = std::make_unique<QSignalSpy>(m_recorder.get(), &HistoryRecorder::failed);
}

void TestHistoryRecorder::hear(const QString &text, const Address &from)
{
    IncomingMessage message;
    message.sender = {from, FriendlyName(QStringLiteral("Ana B."))};
    message.payload = encodeText({text, {}, {}});
    m_conversations->with(from)->receive(message);
}

QList<HistoryEntry> TestHistoryRecorder::kept(const Address &with)
{
    std::optional<HistoryPage> result;
    m_store->fetch({with, {}, {}, {}, {}, 1000},
        {this, [&result](const Expected<HistoryPage, Error> &page) { result = page.value_or({}); }});
    return eventually([&result] { return result.has_value(); }) ? result->entries : QList<HistoryEntry>();
}

/// Holds the file until it is destroyed.
std::unique_ptr<SqliteConnection> TestHistoryRecorder::locker()
{
    auto other = SqliteConnection::open(options(), SqliteConnection::Access::Write);
    if (!other)
        return {};
    other.value()->run(QStringLiteral("BEGIN IMMEDIATE"));
    return std::move(other).value();
}

void TestHistoryRecorder::everyLineIsKept()
{
    hear(QStringLiteral("Hello"));
    IncomingMessage nudge;
    nudge.sender = {ana, FriendlyName(QStringLiteral("Ana B."))};
    nudge.payload = encodeNudge();
    talk().receive(nudge);
    TextFormat format;
    format.bold = true;
    talk().sendText(QStringLiteral("Hi"), format);
    const QList<HistoryEntry> lines = kept();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0).text, QStringLiteral("Hello"));
    QCOMPARE(lines.at(0).senderName.text(), QStringLiteral("Ana B."));
    QCOMPARE(lines.at(0).time.toMSecsSinceEpoch(), talk().messages().at(0).time.toMSecsSinceEpoch());
    QCOMPARE(lines.at(1).kind, HistoryEntry::Kind::Nudge);
    QVERIFY(lines.at(2).outgoing);
    QVERIFY(lines.at(2).format.bold);
    QCOMPARE(lines.at(2).sender, Address(QStringLiteral("marta@example.com")));
}

void TestHistoryRecorder::lineIsOnTheDiskBeforeItSettles()
{
    QCOMPARE(kept().size(), 0);
    auto reading = locker();
    QVERIFY(reading && reading->run(QStringLiteral("ROLLBACK")).has_value());
    int onDisk = -1;
    connect(m_recorder.get(), &HistoryRecorder::settled, this,
        [&] { onDisk = reading->value(QStringLiteral("SELECT count(*) FROM message"))->toInt(); });
    hear(QStringLiteral("Hello"));
    QCOMPARE(m_recorder->settledId(talk()), ChatMessage::Id(0));
    EVENTUALLY(onDisk == 1);
    QCOMPARE(m_recorder->settledId(talk()), ChatMessage::Id(1));
}

void TestHistoryRecorder::linesSettleInOrder()
{
    QStringList shown;
    connect(m_recorder.get(), &HistoryRecorder::settled, this,
        [&shown](Conversation *, const ChatMessage &message) { shown.append(message.text); });
    for (int i = 0; i < 50; ++i)
        hear(QString::number(i));
    m_recorder->setPrivate(talk(), true);
    hear(QStringLiteral("50"));
    EVENTUALLY(shown.size() == 51);
    for (int i = 0; i <= 50; ++i)
        QCOMPARE(shown.at(i), QString::number(i));
}

/// The conversation is told of when its first line has come already.
void TestHistoryRecorder::firstLineOfAStrangerIsKept()
{
    hear(QStringLiteral("You do not know me"), ben);
    EVENTUALLY(m_settled->count() == 1);
    QCOMPARE(textsOf(kept(ben)), QStringList{QStringLiteral("You do not know me")});
}

void TestHistoryRecorder::failureIsKept()
{
    talk().sendText(QStringLiteral("Is anybody there?"), {});
    m_conversations->failWaiting(makeError(ErrorCode::ConnectionLost));
    EVENTUALLY(talk().messages().constFirst().delivery == ChatMessage::Delivery::Failed);
    const QList<HistoryEntry> lines = kept();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.constFirst().delivery, HistoryEntry::Delivery::Failed);
    QCOMPARE(lines.constFirst().error.code, talk().messages().constFirst().error.code);
}

void TestHistoryRecorder::linesSettleWhenNothingCanBeWritten()
{
    QCOMPARE(kept().size(), 0);
    const auto lock = locker();
    hear(QStringLiteral("one"));
    EVENTUALLY(m_settled->count() == 1);
    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(m_failed->constFirst().constFirst().value<Error>().code, ErrorCode::StorageBusy);
    // The next ones do not wait at all.
    hear(QStringLiteral("two"));
    QCOMPARE(m_settled->count(), 2);
    QSignalSpy recovered(m_recorder.get(), &HistoryRecorder::recovered);
    QVERIFY(lock->run(QStringLiteral("ROLLBACK")).has_value());
    EVENTUALLY(recovered.count() == 1);
    QCOMPARE(m_settled->count(), 2);
    QCOMPARE(textsOf(kept()), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
}

void TestHistoryRecorder::linesSettleWhenTheDiskIsSlow()
{
    SqliteOptions patient = options();
    patient.busyTimeoutMs = 20'000;
    start(patient);
    QCOMPARE(kept().size(), 0);
    const auto lock = locker();
    hear(QStringLiteral("one"));
    EVENTUALLY(m_settled->count() == 1);
    QCOMPARE(m_failed->count(), 0);
    QVERIFY(lock->run(QStringLiteral("ROLLBACK")).has_value());
    QCOMPARE(textsOf(kept()), QStringList{QStringLiteral("one")});
    QCOMPARE(m_settled->count(), 1);
}

void TestHistoryRecorder::privateLinesAreNotKept()
{
    QSignalSpy changed(m_recorder.get(), &HistoryRecorder::privateChanged);
    hear(QStringLiteral("kept"));
    m_recorder->setPrivate(talk(), true);
    m_recorder->setPrivate(talk(), true);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_recorder->isPrivate(talk()));
    hear(QStringLiteral("between us"));
    hear(QStringLiteral("somebody else"), ben);
    EVENTUALLY(m_settled->count() == 3);
    QCOMPARE(textsOf(kept()), QStringList{QStringLiteral("kept")});
    QCOMPARE(kept(ben).size(), 1);
    m_recorder->setPrivate(talk(), false);
    hear(QStringLiteral("kept again"));
    QCOMPARE(kept().size(), 2);
}

void TestHistoryRecorder::nothingIsKeptWhenThatIsChosen()
{
    m_recorder->setKeeping(false);
    hear(QStringLiteral("not kept"));
    QCOMPARE(m_recorder->settledId(talk()), ChatMessage::Id(1));
    m_recorder->setKeeping(true);
    hear(QStringLiteral("kept"));
    QCOMPARE(textsOf(kept()), QStringList{QStringLiteral("kept")});
}

void TestHistoryRecorder::clockThatIsSetBackKeepsTheOrder()
{
    ChatMessage line;
    line.sender = ana;
    line.id = 1;
    line.time = morning();
    line.text = QStringLiteral("first");
    Conversation &conversation = talk();
    Q_EMIT conversation.messageAdded(line);
    line.id = 2;
    line.time = morning().addSecs(-3600);
    line.text = QStringLiteral("second");
    Q_EMIT conversation.messageAdded(line);
    const QList<HistoryEntry> lines = kept();
    QCOMPARE(textsOf(lines), QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    QCOMPARE(lines.at(1).time, morning());
}

void TestHistoryRecorder::conversationsOfFormerDaysComeBefore()
{
    hear(QStringLiteral("yesterday"));
    QCOMPARE(kept().size(), 1);
    const qint64 before = talk().messages().constFirst().time.toMSecsSinceEpoch();
    m_conversations->close(&talk());
    EVENTUALLY(QDateTime::currentMSecsSinceEpoch() > before);
    hear(QStringLiteral("today"));
    EVENTUALLY(m_settled->count() == 1);
    std::optional<HistoryPage> page;
    m_store->fetch(m_recorder->pageRequest(talk()),
        {this, [&page](const Expected<HistoryPage, Error> &read) { page = read.value_or({}); }});
    EVENTUALLY(page.has_value());
    QCOMPARE(textsOf(page->entries), QStringList{QStringLiteral("yesterday")});
}

void TestHistoryRecorder::conversationMayEndWhileALineIsOnItsWay()
{
    hear(QStringLiteral("the last word"));
    m_conversations->close(&talk());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(textsOf(kept()), QStringList{QStringLiteral("the last word")});
    m_recorder.reset();
    hear(QStringLiteral("nobody follows"));
    QCOMPARE(kept().size(), 1);
}

void TestHistoryRecorder::conversationForgetsWhatIsRemoved()
{
    for (const char *text : {"one", "two", "three"})
        hear(QLatin1String(text));
    m_recorder->setPrivate(talk(), true);
    hear(QStringLiteral("between us"));
    EVENTUALLY(m_settled->count() == 4);
    QSignalSpy forgotten(&talk(), &Conversation::messagesForgotten);
    HistorySelection second;
    second.entry = kept().at(1).id;
    m_store->remove(second, {this, [](const auto &) {}});
    EVENTUALLY(forgotten.count() == 1);
    QCOMPARE(talk().indexOf(2), -1);
    QCOMPARE(talk().indexOf(3), 1);
    QCOMPARE(talk().countUpTo(2), 1);
    // What was never kept cannot be removed.
    m_store->remove({}, {this, [](const auto &) {}});
    EVENTUALLY(forgotten.count() == 2);
    QCOMPARE(talk().messages().size(), 1);
    QCOMPARE(talk().messages().constFirst().text, QStringLiteral("between us"));
}

QTEST_GUILESS_MAIN(TestHistoryRecorder)
#include "tst_historyrecorder.moc"
