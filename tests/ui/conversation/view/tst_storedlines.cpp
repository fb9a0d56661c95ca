#include "app/shots/chatstage.h"
#include "app/shots/stagehistory.h"
#include "tests/support/eventually.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindows.h"
#include "ui/widgets/messagebar.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace Ui;
using Msn::HistoryEntry;

/// The third complaint of every tracker: what was said is gone.
class tst_StoredLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensWithTheLastLinesOfFormerDays();
    void olderOnesComeWhileScrolling();
    void linesOfTheConversationAppearOnce();
    void lineIsShownWhenItIsKept();
    void lineThatComesWhileTheStoreReadsIsShownOnce();
    void warningStaysBelowFormerDays();
    void warningStandsAboveTheFirstMessageOfSomebodyNew();
    void formerFailureCannotBeSentAgain();
    void closedAndOpenedAgain();
    void troubleIsSaidInWords();
    void privateConversationSaysSo();
    void widgetMayGoWhileTheStoreReads();
    void deletedLineGoesFromAnOpenConversation_data();
    void deletedLineGoesFromAnOpenConversation();
    void deletedLinesGoFromAnOpenConversation_data();
    void deletedLinesGoFromAnOpenConversation();
    void olderLinesComeWhenAllThatIsShownIsDeleted();

private:
    void remove(const Msn::HistorySelection &selection);
    HistoryEntry::Id idOf(const QString &text);
    /// Three lines of former days and two said just now.
    void openWithOldAndNew();
    Msn::SqliteOptions options() const;
    void keep(int count);
    void keep(const HistoryEntry &entry);
    HistoryEntry former(const QString &text, int minute) const;
    MessageView &view() const { return m_stage->widget(m_ana).view(); }
    QString shown() const { return view().toPlainText(); }

    const QString m_ana = QStringLiteral("ana@example.com");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<App::StageHistory> m_history;
    std::unique_ptr<App::ChatStage> m_stage;
};

void tst_StoredLines::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_history = std::make_unique<App::StageHistory>(options());
    m_stage = std::make_unique<App::ChatStage>();
    m_stage->account().setHistory(&m_history->recorder());
    m_stage->addContact(m_ana, QStringLiteral("Ana"), Msn::Status::Online);
    m_stage->preferences().setOf(Msn::Address(m_ana), {{}, false, true});
}

void tst_StoredLines::cleanup()
{
    m_stage.reset();
    m_history.reset();
    m_folder.reset();
}

Msn::SqliteOptions tst_StoredLines::options() const
{
    return {m_folder->filePath(QStringLiteral("history.sqlite")), 20, 0};
}

HistoryEntry tst_StoredLines::former(const QString &text, int minute) const
{
    HistoryEntry entry;
    entry.with = Msn::Address(m_ana);
    entry.time = QDateTime(QDate(2024, 5, 1), QTime(8, 0), Qt::UTC).addSecs(minute * 60);
    entry.sender = entry.with;
    entry.senderName = Msn::FriendlyName(QStringLiteral("Ana"));
    entry.text = text;
    return entry;
}

void tst_StoredLines::keep(const HistoryEntry &entry)
{
    QSignalSpy stored(&m_history->store(), &Msn::HistoryStore::stored);
    m_history->store().add(entry);
    EVENTUALLY(stored.count() == 1);
}

void tst_StoredLines::keep(int count)
{
    QSignalSpy stored(&m_history->store(), &Msn::HistoryStore::stored);
    for (int i = 0; i < count; ++i)
        m_history->store().add(former(QStringLiteral("stored %1.").arg(i), i));
    EVENTUALLY(stored.count() == count);
}

void tst_StoredLines::opensWithTheLastLinesOfFormerDays()
{
    keep(150);
    m_stage->open(m_ana);
    EVENTUALLY(shown().endsWith(QStringLiteral("stored 149.")));
    QCOMPARE(view().count(), size_t(MessageLoader::pageSize));
    QVERIFY(shown().contains(QLocale().toString(QDate(2024, 5, 1), QLocale::LongFormat)));
    QVERIFY(view().followsEnd());
}

void tst_StoredLines::olderOnesComeWhileScrolling()
{
    keep(250);
    m_stage->open(m_ana);
    m_stage->show(m_ana);
    EVENTUALLY(shown().endsWith(QStringLiteral("stored 249.")));
    m_stage->receiveText(m_ana, QStringLiteral("now"));
    EVENTUALLY(shown().endsWith(QStringLiteral("now")));
    const auto scrollUp = [this] {
        view().verticalScrollBar()->setValue(1);
        view().verticalScrollBar()->setValue(0);
        return shown().contains(QStringLiteral("stored 0."));
    };
    EVENTUALLY(scrollUp());
    for (int i = 0; i < 250; ++i)
        QCOMPARE(shown().count(QStringLiteral("stored %1.").arg(i)), 1);
    QCOMPARE(shown().count(QStringLiteral("now")), 1);
}

void tst_StoredLines::linesOfTheConversationAppearOnce()
{
    keep(5);
    m_stage->conversation(m_ana);
    for (int i = 0; i < 5; ++i)
        m_stage->receiveText(m_ana, QStringLiteral("line %1.").arg(i));
    EVENTUALLY(m_history->recorder().settledId(m_stage->conversation(m_ana)) == 5);
    m_stage->open(m_ana);
    EVENTUALLY(shown().contains(QStringLiteral("stored 0.")));
    m_stage->receiveText(m_ana, QStringLiteral("line 5."));
    EVENTUALLY(shown().endsWith(QStringLiteral("line 5.")));
    for (int i = 0; i < 6; ++i)
        QCOMPARE(shown().count(QStringLiteral("line %1.").arg(i)), 1);
    QVERIFY(shown().indexOf(QStringLiteral("stored 4.")) < shown().indexOf(QStringLiteral("line 0.")));
    QCOMPARE(view().count(), size_t(11));
}

void tst_StoredLines::lineIsShownWhenItIsKept()
{
    m_stage->open(m_ana);
    QSignalSpy settled(&m_history->recorder(), &Msn::HistoryRecorder::settled);
    QSignalSpy arrived(&m_stage->widget(m_ana), &ConversationWidget::arrived);
    m_stage->receiveText(m_ana, QStringLiteral("Hello"));
    QVERIFY(!shown().contains(QStringLiteral("Hello")));
    QCOMPARE(arrived.count(), 0);
    EVENTUALLY(shown().contains(QStringLiteral("Hello")));
    QCOMPARE(settled.count(), 1);
    QCOMPARE(arrived.count(), 1);
}

void tst_StoredLines::lineThatComesWhileTheStoreReadsIsShownOnce()
{
    keep(3);
    m_stage->conversation(m_ana);
    m_stage->open(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("in between"));
    EVENTUALLY(
        shown().contains(QStringLiteral("in between")) && shown().contains(QStringLiteral("stored 2.")));
    QCOMPARE(shown().count(QStringLiteral("in between")), 1);
    QVERIFY(shown().endsWith(QStringLiteral("in between")));
}

void tst_StoredLines::warningStaysBelowFormerDays()
{
    keep(3);
    m_stage->preferences().setOf(Msn::Address(m_ana), {});
    m_stage->open(m_ana);
    EVENTUALLY(shown().contains(QStringLiteral("stored 2.")));
    QVERIFY(shown().contains(QStringLiteral("Never give out")));
    QVERIFY(shown().indexOf(QStringLiteral("stored 2.")) < shown().indexOf(QStringLiteral("Never give out")));
}

void tst_StoredLines::warningStandsAboveTheFirstMessageOfSomebodyNew()
{
    keep(2);
    m_stage->preferences().setOf(Msn::Address(m_ana), {});
    m_stage->conversation(m_ana);
    // The message opens the window, before it has been kept.
    m_stage->receiveText(m_ana, QStringLiteral("who is that?"));
    m_stage->open(m_ana);
    EVENTUALLY(shown().endsWith(QStringLiteral("who is that?")));
    EVENTUALLY(shown().contains(QStringLiteral("stored 1.")));
    const qsizetype warning = shown().indexOf(QStringLiteral("Never give out"));
    QVERIFY(shown().indexOf(QStringLiteral("stored 1.")) < warning);
    QVERIFY(warning < shown().indexOf(QStringLiteral("who is that?")));
}

void tst_StoredLines::formerFailureCannotBeSentAgain()
{
    HistoryEntry failed = former(QStringLiteral("never arrived"), 1);
    failed.outgoing = true;
    failed.sender = m_stage->account().address();
    failed.delivery = HistoryEntry::Delivery::Failed;
    keep(failed);
    HistoryEntry file = former(QStringLiteral("holiday.jpg"), 2);
    file.kind = HistoryEntry::Kind::File;
    keep(file);
    m_stage->open(m_ana);
    EVENTUALLY(shown().contains(QStringLiteral("never arrived")));
    QVERIFY(shown().contains(QStringLiteral("not\u00a0delivered"))
        || shown().contains(QStringLiteral("not delivered")));
    QVERIFY(!shown().contains(QStringLiteral("Retry")));
    QVERIFY(shown().contains(QStringLiteral("Ana sent the file “holiday.jpg”.")));
}

void tst_StoredLines::closedAndOpenedAgain()
{
    m_stage->open(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("first time"));
    EVENTUALLY(shown().contains(QStringLiteral("first time")));
    Msn::Conversation &conversation = m_stage->conversation(m_ana);
    m_stage->windows().remove(conversation);
    m_stage->open(m_ana);
    QVERIFY(shown().contains(QStringLiteral("first time")));
    QCOMPARE(shown().count(QStringLiteral("first time")), 1);
}

void tst_StoredLines::troubleIsSaidInWords()
{
    keep(1);
    m_stage->open(m_ana);
    auto *bar = m_stage->widget(m_ana).findChild<MessageBar *>(QStringLiteral("historyTrouble"));
    QVERIFY(bar && bar->isHidden());
    auto locker = Msn::SqliteConnection::open(options(), Msn::SqliteConnection::Access::Write);
    QVERIFY(locker.has_value());
    QVERIFY(locker.value()->run(QStringLiteral("BEGIN IMMEDIATE")).has_value());
    m_stage->receiveText(m_ana, QStringLiteral("in spite of it"));
    EVENTUALLY(!bar->isHidden());
    QVERIFY(bar->text().contains(QStringLiteral("Another program uses the message history")));
    EVENTUALLY(shown().contains(QStringLiteral("in spite of it")));
    QVERIFY(locker.value()->run(QStringLiteral("ROLLBACK")).has_value());
    EVENTUALLY(bar->isHidden());
}

void tst_StoredLines::privateConversationSaysSo()
{
    m_stage->open(m_ana);
    Msn::Conversation &conversation = m_stage->conversation(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("for the record"));
    EVENTUALLY(shown().contains(QStringLiteral("for the record")));
    m_history->recorder().setPrivate(conversation, true);
    QVERIFY(shown().contains(QStringLiteral("What is said from now on is not kept.")));
    m_stage->receiveText(m_ana, QStringLiteral("between us"));
    QVERIFY(shown().contains(QStringLiteral("between us")));
    m_history->recorder().setPrivate(conversation, false);
    QVERIFY(shown().endsWith(QStringLiteral("What is said from now on is kept.")));
}

void tst_StoredLines::widgetMayGoWhileTheStoreReads()
{
    keep(150);
    m_stage->open(m_ana);
    m_stage->receiveText(m_ana, QStringLiteral("on its way"));
    m_stage.reset();
    QSignalSpy stored(&m_history->store(), &Msn::HistoryStore::stored);
    m_history->store().add(former(QStringLiteral("last"), 1000));
    EVENTUALLY(stored.count() >= 1);
}

HistoryEntry::Id tst_StoredLines::idOf(const QString &text)
{
    std::optional<Msn::HistoryPage> page;
    m_history->store().fetch({Msn::Address(m_ana), {}, {}, {}, {}, 100},
        {this, [&page](const auto &result) { page = result.value_or({}); }});
    if (!Test::eventually([&page] { return page.has_value(); }))
        return 0;
    const auto line = std::find_if(page->entries.cbegin(), page->entries.cend(),
        [&text](const HistoryEntry &entry) { return entry.text == text; });
    return line == page->entries.cend() ? 0 : line->id;
}

void tst_StoredLines::openWithOldAndNew()
{
    keep(3);
    m_stage->open(m_ana);
    EVENTUALLY(shown().endsWith(QStringLiteral("stored 2.")));
    m_stage->receiveText(m_ana, QStringLiteral("now 0."));
    m_stage->receiveText(m_ana, QStringLiteral("now 1."));
    EVENTUALLY(shown().endsWith(QStringLiteral("now 1.")));
}

void tst_StoredLines::remove(const Msn::HistorySelection &selection)
{
    QSignalSpy removed(&m_history->recorder(), &Msn::HistoryRecorder::removed);
    m_history->store().remove(selection, {this, [](const auto &) {}});
    EVENTUALLY(removed.count() == 1);
}

void tst_StoredLines::deletedLinesGoFromAnOpenConversation_data()
{
    QTest::addColumn<Msn::HistorySelection>("selection");
    QTest::addColumn<QString>("left");
    Msn::HistorySelection period;
    period.until = QDateTime(QDate(2024, 5, 2), {}, Qt::UTC);
    QTest::newRow("a day") << period << QStringLiteral("now 0. now 1.");
    Msn::HistorySelection person;
    person.with = Msn::Address(QStringLiteral("somebody@example.com"));
    QTest::newRow("another person") << person
                                    << QStringLiteral("stored 0. stored 1. stored 2. now 0. now 1.");
    person.with = Msn::Address(m_ana);
    QTest::newRow("this person") << person << QString();
    QTest::newRow("everything") << Msn::HistorySelection() << QString();
}

void tst_StoredLines::deletedLinesGoFromAnOpenConversation()
{
    QFETCH(const Msn::HistorySelection, selection);
    openWithOldAndNew();
    if (QTest::currentTestFailed())
        return;
    remove(selection);
    const QRegularExpression line(QStringLiteral("(stored|now) \\d\\."));
    QStringList left;
    for (auto found = line.globalMatch(shown()); found.hasNext();)
        left.append(found.next().captured());
    QTEST(left.join(u' '), "left");
    m_stage->receiveText(m_ana, QStringLiteral("said after that"));
    EVENTUALLY(shown().endsWith(QStringLiteral("said after that")));
    QCOMPARE(shown().count(QStringLiteral("said after that")), 1);
}

void tst_StoredLines::deletedLineGoesFromAnOpenConversation_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("of former days") << QStringLiteral("stored 1.");
    QTest::newRow("said just now") << QStringLiteral("now 0.");
}

void tst_StoredLines::deletedLineGoesFromAnOpenConversation()
{
    QFETCH(const QString, line);
    openWithOldAndNew();
    if (QTest::currentTestFailed())
        return;
    const size_t before = view().count();
    Msn::HistorySelection selection;
    selection.entry = idOf(line);
    remove(selection);
    QVERIFY(!shown().contains(line));
    QCOMPARE(view().count(), before - 1);
}

void tst_StoredLines::olderLinesComeWhenAllThatIsShownIsDeleted()
{
    keep(200);
    m_stage->open(m_ana);
    EVENTUALLY(shown().endsWith(QStringLiteral("stored 199.")));
    Msn::HistorySelection newest;
    newest.from = former({}, 100).time;
    remove(newest);
    EVENTUALLY(shown().endsWith(QStringLiteral("stored 99.")));
}

QTEST_MAIN(tst_StoredLines)
#include "tst_storedlines.moc"
