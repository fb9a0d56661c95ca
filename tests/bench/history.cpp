// The history on disk: opening a long conversation, searching a million lines, writing. The large file is
// made once, beside bench.json, and used again.
#include "app/shots/chatstage.h"
#include "app/shots/stagehistory.h"
#include "tests/bench/measure.h"
#include "tests/bench/suites.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationwidget.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

namespace Bench {

namespace {

using namespace Msn;

constexpr int lines = 1'000'000;
/// Of them with one person.
constexpr int linesWithAna = 100'000;
constexpr int linesInATransaction = 100'000;
const QString anaAddress = QStringLiteral("ana@example.com");

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void wait(const std::function<bool()> &condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
}

/// Words as people use them: a few very often, most seldom.
class Talk
{
public:
    Talk()
    {
        const QString letters = QStringLiteral("aeioubcdfghlmnprstvz");
        for (int i = 0; i < 20'000; ++i) {
            QString word;
            const int length = m_random.bounded(2, 9);
            for (int j = 0; j < length; ++j)
                word += letters.at(m_random.bounded(int(letters.size())));
            m_words.append(word);
        }
    }

    QString line(int number)
    {
        if (number % 50 == 7)
            return QStringLiteral("\u660e\u5929\u4e00\u8d77\u53bb\u516c\u56ed\u5427 %1").arg(number);
        QStringList words;
        for (int count = m_random.bounded(2, 14); count > 0; --count) {
            const double place = m_random.generateDouble();
            words.append(m_words.at(qsizetype(place * place * place * double(m_words.size()))));
        }
        return words.join(u' ');
    }

    QString frequentWord() const { return m_words.at(0) + u' ' + m_words.at(1); }

private:
    QRandomGenerator m_random{20'050'613};
    QStringList m_words;
};

HistoryEntry entryOf(Talk &talk, int number)
{
    HistoryEntry entry;
    entry.with = Address(number % (lines / linesWithAna) == 0
            ? anaAddress
            : QStringLiteral("person%1@example.com").arg(number % 97));
    entry.time = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).addSecs(qint64(number) * 150);
    entry.outgoing = number % 3 == 0;
    entry.sender = entry.outgoing ? Address(QStringLiteral("marta@example.com")) : entry.with;
    entry.senderName = FriendlyName(QStringLiteral("Somebody"));
    entry.text = number == 4711 ? QStringLiteral("the needle in it") : talk.line(number);
    entry.delivery = entry.outgoing ? HistoryEntry::Delivery::Delivered : HistoryEntry::Delivery::Received;
    return entry;
}

bool isComplete(const QString &file)
{
    if (!QFile::exists(file))
        return false;
    auto reading = SqliteConnection::open({file}, SqliteConnection::Access::Read);
    return reading
        && reading.value()->value(QStringLiteral("SELECT count(*) FROM message")).value_or({}).toInt()
        == lines;
}

bool fill(const QString &file)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(file + suffix);
    std::fprintf(stderr, "making %s\n", qUtf8Printable(file));
    const auto opened = HistoryDatabase::open({file});
    Talk talk;
    for (int number = 0; opened && number < lines; number += linesInATransaction) {
        opened.value()->begin();
        for (int i = number; i < number + linesInATransaction; ++i)
            opened.value()->add(entryOf(talk, i));
        if (!opened.value()->commit())
            return false;
    }
    return opened.has_value();
}

QString largeFile()
{
    const QString file = QDir::cleanPath(
        QCoreApplication::applicationDirPath() + QStringLiteral("/../../bench-history.sqlite"));
    return isComplete(file) || fill(file) ? file : QString();
}

/// From the wish to open it until its last lines are laid out in the window.
double openConversation(App::StageHistory &history)
{
    App::ChatStage stage;
    stage.account().setHistory(&history.recorder());
    stage.addContact(QStringLiteral("first@example.com"), QStringLiteral("First"), Status::Online);
    stage.addContact(anaAddress, QStringLiteral("Ana"), Status::Online);
    // The window itself is another matter.
    stage.open(QStringLiteral("first@example.com"));
    stage.show(QStringLiteral("first@example.com"));
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    stage.open(anaAddress);
    stage.show(anaAddress);
    wait([&stage] { return stage.widget(anaAddress).view().count() >= 100; });
    QCoreApplication::processEvents();
    return milliseconds(timer);
}

double searchFirstPage(HistoryStore &store, const HistoryQuery &query, qsizetype expected)
{
    QElapsedTimer timer;
    timer.start();
    std::optional<qsizetype> found;
    QObject context;
    store.search(query, {&context, [&found](const Expected<HistoryHits, Error> &hits) {
                             found = hits ? hits->entries.size() : -1;
                         }});
    wait([&found] { return found.has_value(); });
    const double took = milliseconds(timer);
    if (*found < expected)
        std::fprintf(stderr, "found only %lld lines for %s\n", static_cast<long long>(*found),
            qUtf8Printable(query.text));
    return took;
}

void measureReading(BenchReport &report, const QString &file)
{
    App::StageHistory history({file});
    HistoryStore &store = history.store();
    openConversation(history);
    QList<double> times;
    for (int i = 0; i < 5; ++i)
        times.append(openConversation(history));
    report.add({QStringLiteral("opening a conversation with %1 stored messages").arg(linesWithAna),
        median(times), QStringLiteral("ms"), QStringLiteral("limit"), 100});

    const Talk talk;
    HistoryQuery withAna;
    withAna.text = talk.frequentWord();
    withAna.with = {Address(anaAddress)};
    const QList<std::tuple<QString, HistoryQuery, qsizetype>> searches{
        {QStringLiteral("a rare word"), {QStringLiteral("needle in"), {}, {}, {}, {}, {}, 50}, 1},
        {QStringLiteral("frequent words"), {talk.frequentWord(), {}, {}, {}, {}, {}, 50}, 1},
        {QStringLiteral("Chinese, four characters"),
            {QStringLiteral("\u4e00\u8d77\u53bb\u516c"), {}, {}, {}, {}, {}, 50}, 50},
        {QStringLiteral("Chinese, two characters"), {QStringLiteral("\u516c\u56ed"), {}, {}, {}, {}, {}, 50},
            50},
        {QStringLiteral("frequent words with one person"), withAna, 1},
    };
    for (const auto &[name, query, expected] : searches) {
        QList<double> took;
        for (int i = 0; i < 9; ++i)
            took.append(searchFirstPage(store, query, expected));
        report.add({QStringLiteral("search in %1 messages: %2").arg(lines).arg(name), median(took),
            QStringLiteral("ms"), QStringLiteral("limit"), 50});
    }
}

double writeMany(HistoryStore &store, int count)
{
    Talk talk;
    QList<HistoryEntry> entries;
    for (int i = 0; i < count; ++i)
        entries.append(entryOf(talk, i));
    int stored = 0;
    QObject context;
    QObject::connect(&store, &HistoryStore::stored, &context, [&stored] { ++stored; });
    QElapsedTimer timer;
    timer.start();
    for (const HistoryEntry &entry : entries)
        store.add(entry);
    wait([&] { return stored == count; });
    return count / (milliseconds(timer) / 1000);
}

double writeOne(HistoryStore &store)
{
    Talk talk;
    QList<double> times;
    bool stored = false;
    QObject context;
    QObject::connect(&store, &HistoryStore::stored, &context, [&stored] { stored = true; });
    for (int i = 0; i < 300; ++i) {
        const HistoryEntry entry = entryOf(talk, 2'000'000 + i);
        stored = false;
        QElapsedTimer timer;
        timer.start();
        store.add(entry);
        wait([&stored] { return stored; });
        times.append(milliseconds(timer));
    }
    return median(times);
}

void measureWriting(BenchReport &report, const QString &folder)
{
    const QTemporaryDir directory(folder + QStringLiteral("/bench-XXXXXX"));
    HistoryStore store({directory.filePath(QStringLiteral("history.sqlite"))});
    report.add({QStringLiteral("messages written in batches"), writeMany(store, 20'000),
        QStringLiteral("1/s"), QStringLiteral("at least"), 5000});
    report.add({QStringLiteral("one message durable, median"), writeOne(store), QStringLiteral("ms"),
        QStringLiteral("limit"), 5});
}

} // namespace

void measureHistory(BenchReport &report)
{
    const QString file = largeFile();
    if (file.isEmpty()) {
        std::fprintf(stderr, "the large history could not be made\n");
        return;
    }
    measureReading(report, file);
    measureWriting(report, QFileInfo(file).absolutePath());
}

} // namespace Bench
