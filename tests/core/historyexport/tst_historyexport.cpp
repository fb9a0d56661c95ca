#include "core/history/export/historyexport.h"
#include "core/history/export/jsonhistorywriter.h"
#include "core/history/export/texthistorywriter.h"
#include "tests/core/history/historysamples.h"
#include "tests/support/eventually.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Msn;
using namespace Test;

/// A history becomes a file whole or not at all.
class TestHistoryExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void writesWhatIsAskedFor_data();
    void writesWhatIsAskedFor();
    void severalHistoriesAreOneFile();
    void tellsHowFarItIs();
    void cancelledLeavesWhatWasThere();
    void nothingIsLeftWhereItCannotBeWritten();
    void fullDiskIsToldAndLeavesWhatWasThere();
    void readsWhileSomebodyWrites();
    void canBeDestroyedWhileItRuns();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    HistoryExportRequest request(const HistoryQuery &query = {}) const;
    QString exported(const HistoryQuery &query) const;

    QTemporaryDir m_folder;
    std::unique_ptr<HistoryDatabase> m_database;
};

namespace {

constexpr int manyLines = 3000;

std::unique_ptr<HistoryWriter> textWriter(QIODevice &device)
{
    return std::make_unique<TextHistoryWriter>(
        device, QTimeZone::utc(), [](const HistoryEntry &) { return QStringLiteral("something else"); });
}

bool always(qint64, qint64)
{
    return true;
}

QByteArray contentOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

bool write(const QString &file, const QByteArray &bytes)
{
    QFile device(file);
    return device.open(QIODevice::WriteOnly) && device.write(bytes) == bytes.size();
}

/// Files of this process may not become larger, as on a disk that is full.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallFiles(const SmallFiles &) = delete;
    SmallFiles &operator=(const SmallFiles &) = delete;

private:
    rlimit m_before{};
};

} // namespace

void TestHistoryExport::initTestCase()
{
    auto opened = HistoryDatabase::open({path(QStringLiteral("history.sqlite")), 1000, 0});
    QVERIFY(opened.has_value());
    m_database = std::move(opened).value();
    QVERIFY(m_database->begin().has_value());
    QVERIFY(m_database->add(said(QStringLiteral("first"), 0)).has_value());
    QVERIFY(m_database->add(said(QStringLiteral("from Ben"), 10, ben)).has_value());
    QVERIFY(
        m_database->add(said(QStringLiteral("in a group"), 20, ana, QStringLiteral("group"))).has_value());
    HistoryEntry nudge = said({}, 30, ben);
    nudge.kind = HistoryEntry::Kind::Nudge;
    QVERIFY(m_database->add(nudge).has_value());
    QVERIFY(m_database->add(said(QStringLiteral("second"), 40)).has_value());
    const Address many(QStringLiteral("many@example.net"));
    for (int i = 0; i < manyLines; ++i)
        QVERIFY(m_database->add(said(QStringLiteral("zq %1").arg(i), 100 + i, many)).has_value());
    QVERIFY(m_database->commit().has_value());
}

HistoryExportRequest TestHistoryExport::request(const HistoryQuery &query) const
{
    return {{{path(QStringLiteral("history.sqlite")), 1000, 0}}, query, path(QStringLiteral("export.txt"))};
}

QString TestHistoryExport::exported(const HistoryQuery &query) const
{
    const auto lines = exportHistory(request(query), &textWriter, &always);
    return lines ? QString::fromUtf8(contentOf(path(QStringLiteral("export.txt")))) : lines.error().detail;
}

void TestHistoryExport::writesWhatIsAskedFor_data()
{
    QTest::addColumn<HistoryQuery>("query");
    QTest::addColumn<QString>("expected");
    HistoryQuery oneOfTwo;
    oneOfTwo.with = {ana};
    QTest::newRow("a person, with their groups")
        << oneOfTwo
        << QStringLiteral("--- Ana@example.com, 2026-03-01 ---\n[08:00:00] Somebody: first\n\n"
                          "--- Ana@example.com, 2026-03-01 ---\n[08:00:20] Somebody: in a group\n\n"
                          "--- Ana@example.com, 2026-03-01 ---\n[08:00:40] Somebody: second\n");
    HistoryQuery period;
    period.with = {ana, ben};
    period.from = morning().addSecs(10);
    period.until = morning().addSecs(40);
    QTest::newRow("a period, person by person")
        << period
        << QStringLiteral("--- Ana@example.com, 2026-03-01 ---\n[08:00:20] Somebody: in a group\n\n"
                          "--- ben@example.net, 2026-03-01 ---\n[08:00:10] Somebody: from Ben\n"
                          "[08:00:30] * something else\n");
    HistoryQuery words;
    words.text = QStringLiteral("fr");
    words.until = morning().addSecs(50);
    QTest::newRow("a search") << words
                              << QStringLiteral(
                                     "--- ben@example.net, 2026-03-01 ---\n[08:00:10] Somebody: from Ben\n");
    HistoryQuery nudges;
    nudges.kinds = {HistoryEntry::Kind::Nudge};
    QTest::newRow("a kind") << nudges
                            << QStringLiteral(
                                   "--- ben@example.net, 2026-03-01 ---\n[08:00:30] * something else\n");
    HistoryQuery nothing;
    nothing.text = QStringLiteral("not there");
    QTest::newRow("nothing") << nothing << QString();
}

void TestHistoryExport::writesWhatIsAskedFor()
{
    QFETCH(HistoryQuery, query);
    QFETCH(QString, expected);
    QCOMPARE(exported(query), expected);
}

void TestHistoryExport::severalHistoriesAreOneFile()
{
    HistoryQuery query;
    query.with = {ben};
    HistoryExportRequest twice = request(query);
    twice.histories.append(twice.histories.at(0));
    const auto writer = [](QIODevice &device) {
        return std::make_unique<TextHistoryWriter>(
            device, QTimeZone::utc(), [](const HistoryEntry &) { return QStringLiteral("something else"); },
            QStringList{QStringLiteral("one"), QStringLiteral("two")});
    };
    qint64 total = 0;
    const auto lines = exportHistory(twice, writer, [&total](qint64, qint64 all) {
        total = all;
        return true;
    });
    QVERIFY(lines.has_value());
    QCOMPARE(*lines, 4);
    QCOMPARE(total, 4);
    const QString part
        = QStringLiteral("\n--- ben@example.net, 2026-03-01 ---\n[08:00:10] Somebody: from Ben\n"
                         "[08:00:30] * something else\n");
    QCOMPARE(QString::fromUtf8(contentOf(twice.file)),
        QStringLiteral("=== one ===\n") + part + QStringLiteral("\n=== two ===\n") + part);
    // One that is not there: nothing is written.
    twice.histories.append({path(QStringLiteral("not there.sqlite")), 1000, 0});
    QVERIFY(!exportHistory(twice, writer, &always));
    QVERIFY(contentOf(twice.file).startsWith("=== one"));
}

void TestHistoryExport::tellsHowFarItIs()
{
    QList<std::pair<qint64, qint64>> told;
    const auto lines = exportHistory(request(), &textWriter, [&told](qint64 done, qint64 total) {
        told.append({done, total});
        return true;
    });
    QVERIFY(lines.has_value());
    QCOMPARE(*lines, manyLines + 5);
    const std::pair<qint64, qint64> end(manyLines + 5, manyLines + 5);
    QCOMPARE(told.constLast(), end);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
}

void TestHistoryExport::cancelledLeavesWhatWasThere()
{
    const HistoryExportRequest all = request();
    QVERIFY(write(all.file, "what was there"));
    const auto lines = exportHistory(all, &textWriter, [](qint64 done, qint64) { return done < 1000; });
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::Cancelled);
    QCOMPARE(contentOf(all.file), QByteArray("what was there"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("export*")}, QDir::Files).size(), 1);
}

void TestHistoryExport::nothingIsLeftWhereItCannotBeWritten()
{
    HistoryExportRequest nowhere = request();
    nowhere.file = path(QStringLiteral("no such folder/export.txt"));
    const auto lines = exportHistory(nowhere, &textWriter, &always);
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::StorageFailed);
    QCOMPARE(lines.error().subject, QDir::toNativeSeparators(nowhere.file));
}

void TestHistoryExport::fullDiskIsToldAndLeavesWhatWasThere()
{
    const HistoryExportRequest all = request();
    QVERIFY(write(all.file, "what was there"));
    const SmallFiles small(40'000);
    const auto lines = exportHistory(all, &textWriter, &always);
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::StorageFull);
    QCOMPARE(contentOf(all.file), QByteArray("what was there"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("export*")}, QDir::Files).size(), 1);
}

void TestHistoryExport::readsWhileSomebodyWrites()
{
    QVERIFY(m_database->begin().has_value());
    HistoryExport running;
    QSignalSpy finished(&running, &HistoryExport::finished);
    HistoryQuery query;
    query.with = {ben};
    running.start(request(query), &textWriter);
    EVENTUALLY(finished.size() == 1);
    m_database->rollBack();
    QCOMPARE(finished.at(0).at(0).toLongLong(), 2);
    QCOMPARE(finished.at(0).at(1).value<Error>(), Error());
    QVERIFY(!running.isRunning());
}

void TestHistoryExport::canBeDestroyedWhileItRuns()
{
    const HistoryExportRequest all = request();
    QVERIFY(write(all.file, "what was there"));
    {
        HistoryExport running;
        running.start(all, [](QIODevice &device) {
            return std::make_unique<JsonHistoryWriter>(device, QList<HistoryOwner>(1));
        });
    }
    const QByteArray left = contentOf(all.file);
    QVERIFY(left == "what was there" || left.endsWith("]}\n"));
}

QTEST_GUILESS_MAIN(TestHistoryExport)

#include "tst_historyexport.moc"
