#include "app/messenger/historychoices.h"
#include "app/shots/stagehistory.h"
#include "core/storage/settings.h"
#include "tests/support/eventually.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

class TestHistoryChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everythingIsKeptAtFirst();
    void keepingFollowsTheSetting();
    void oldLinesGoAtTheSignIn();
    void changingTheDaysRemovesNothing();

private:
    void keep(int daysAgo);
    qsizetype count();

    const Address m_ana{QStringLiteral("ana@example.com")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<App::StageHistory> m_history;
};

void TestHistoryChoices::init()
{
    m_history.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(QString());
    m_history = std::make_unique<App::StageHistory>(
        SqliteOptions{m_folder->filePath(QStringLiteral("history.sqlite"))});
}

void TestHistoryChoices::keep(int daysAgo)
{
    HistoryEntry entry;
    entry.with = m_ana;
    entry.sender = m_ana;
    entry.time = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    entry.text = QStringLiteral("said");
    QSignalSpy stored(&m_history->store(), &HistoryStore::stored);
    m_history->store().add(entry);
    EVENTUALLY(stored.count() == 1);
}

qsizetype TestHistoryChoices::count()
{
    std::optional<qsizetype> lines;
    m_history->store().fetch(
        {m_ana, {}, {}, {}, {}, 100}, {this, [&lines](const Expected<HistoryPage, Error> &page) {
                                           lines = page ? page->entries.size() : -1;
                                       }});
    return Test::eventually([&lines] { return lines.has_value(); }) ? *lines : -1;
}

void TestHistoryChoices::everythingIsKeptAtFirst()
{
    keep(4000);
    App::HistoryChoices choices(*m_settings);
    choices.follow(m_history->recorder());
    QVERIFY(m_history->recorder().isKeeping());
    QCOMPARE(count(), 1);
}

void TestHistoryChoices::keepingFollowsTheSetting()
{
    m_settings->setValue(Setting::keepHistory, false);
    App::HistoryChoices choices(*m_settings);
    choices.follow(m_history->recorder());
    QVERIFY(!m_history->recorder().isKeeping());
    m_settings->setValue(Setting::keepHistory, true);
    QVERIFY(m_history->recorder().isKeeping());
    m_history.reset();
    m_settings->setValue(Setting::keepHistory, false);
}

void TestHistoryChoices::oldLinesGoAtTheSignIn()
{
    keep(40);
    keep(20);
    m_settings->setValue(Setting::historyDays, 30);
    App::HistoryChoices choices(*m_settings);
    QSignalSpy removed(&m_history->store(), &HistoryStore::removed);
    choices.follow(m_history->recorder());
    EVENTUALLY(removed.count() == 1);
    QCOMPARE(count(), 1);
}

void TestHistoryChoices::changingTheDaysRemovesNothing()
{
    keep(40);
    App::HistoryChoices choices(*m_settings);
    choices.follow(m_history->recorder());
    m_settings->setValue(Setting::historyDays, 1);
    QCOMPARE(count(), 1);
}

QTEST_GUILESS_MAIN(TestHistoryChoices)
#include "tst_historychoices.moc"
