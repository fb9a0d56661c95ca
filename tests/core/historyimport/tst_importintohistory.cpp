#include "core/history/export/exportwork.h"
#include "core/history/export/jsonhistorywriter.h"
#include "core/history/historystore.h"
#include "core/history/import/historyimport.h"
#include "tests/support/testdata.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Msn;

/// The import and the real history together.
class tst_ImportIntoHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsNothingTwice();
    void keepsTheOrder();
    void everyAccountGetsItsOwnLinesBack();

private:
    ImportReport import(HistoryStore &store, const QString &path);
    HistoryPage conversationWith(HistoryStore &store, const QString &address);
};

namespace {

SqliteOptions optionsIn(const QTemporaryDir &folder)
{
    SqliteOptions options;
    options.file = folder.filePath(QStringLiteral("history.sqlite"));
    return options;
}

} // namespace

ImportReport tst_ImportIntoHistory::import(HistoryStore &store, const QString &path)
{
    HistoryImport import(
        textLogFormats(), [&store](const QList<HistoryEntry> &entries, int, Completion<int> done) {
            store.import(entries, done);
        });
    QSignalSpy finished(&import, &HistoryImport::finished);
    ImportRequest request;
    request.paths = {Test::dataPath(QStringLiteral("history/") + path)};
    request.context.account = Address(QStringLiteral("ana@example.com"));
    request.context.ownNames = {QStringLiteral("Ana ☀")};
    request.context.zone = QTimeZone::utc();
    import.start(request);
    return finished.wait() ? finished.at(0).at(0).value<ImportReport>() : ImportReport();
}

HistoryPage tst_ImportIntoHistory::conversationWith(HistoryStore &store, const QString &address)
{
    HistoryPage page;
    bool isDone = false;
    HistoryPageRequest request;
    request.with = Address(address);
    store.fetch(request, Completion<HistoryPage>(this, [&](const Expected<HistoryPage, Error> &result) {
        page = result.value_or({});
        isDone = true;
    }));
    [&] { QTRY_VERIFY(isDone); }();
    return page;
}

void tst_ImportIntoHistory::addsNothingTwice()
{
    const QTemporaryDir folder;
    HistoryStore store(optionsIn(folder));
    const ImportReport first = import(store, QString());
    QVERIFY(first.imported() > 30);
    QCOMPARE(first.error.code, ErrorCode::None);
    const ImportReport second = import(store, QString());
    QCOMPARE(second.imported(), 0);
    QCOMPARE(second.alreadyThere(), first.imported() + first.alreadyThere());
}

void tst_ImportIntoHistory::keepsTheOrder()
{
    const QTemporaryDir folder;
    HistoryStore store(optionsIn(folder));
    QCOMPARE(import(store, QStringLiteral("plustext/bob.txt")).imported(), 5);
    const HistoryPage page = conversationWith(store, QStringLiteral("bob@example.com"));
    QStringList texts;
    for (const HistoryEntry &entry : page.entries)
        texts.append(entry.text);
    QCOMPARE(texts,
        (QStringList{QStringLiteral("salut, ceci est long\net continue ici"), QStringLiteral("déjà demain ?"),
            QStringLiteral("oui : bonne nuit"), QStringLiteral("oui : bonne nuit"),
            QStringLiteral("in another language")}));
}

void tst_ImportIntoHistory::everyAccountGetsItsOwnLinesBack()
{
    const std::array<QTemporaryDir, 4> folders;
    std::array<std::unique_ptr<HistoryStore>, 4> stores;
    for (size_t i = 0; i < folders.size(); ++i)
        stores[i] = std::make_unique<HistoryStore>(optionsIn(folders[i]));
    QVERIFY(import(*stores[0], QStringLiteral("plustext/bob.txt")).imported() > 0);
    QVERIFY(import(*stores[1], QStringLiteral("amsn")).imported() > 0);
    const QList<HistoryOwner> owners{{Address(QStringLiteral("ana@example.com")), QStringLiteral("Home")},
        {Address(QStringLiteral("ana@example.com")), QStringLiteral("Club")}};
    const QString file = folders[0].filePath(QStringLiteral("all.json"));
    const auto exported = exportHistory(
        {{optionsIn(folders[0]), optionsIn(folders[1])}, {}, file},
        [&owners](QIODevice &device) { return std::make_unique<JsonHistoryWriter>(device, owners); },
        [](qint64, qint64) { return true; });
    QVERIFY(exported.has_value() && *exported > 8);

    // Once more into those that it is from, then twice into empty ones.
    for (const auto &[first, expected] :
        {std::pair(size_t(0), qint64(0)), std::pair(size_t(2), *exported), std::pair(size_t(2), qint64(0))}) {
        HistoryImport import(textLogFormats(),
            [&stores, first = first](const QList<HistoryEntry> &entries, int owner, Completion<int> done) {
                stores.at(first + size_t(owner))->import(entries, done);
            });
        QSignalSpy finished(&import, &HistoryImport::finished);
        ImportRequest request;
        request.paths = {file};
        request.context.account = owners.at(0).account;
        request.owners = owners;
        import.start(request);
        QVERIFY(finished.wait());
        const auto report = finished.at(0).at(0).value<ImportReport>();
        QCOMPARE(report.imported(), expected);
        QCOMPARE(report.imported() + report.alreadyThere(), *exported);
        QCOMPARE(report.files.at(0).problems, QList<ImportProblem>());
    }
    for (size_t i = 0; i < 2; ++i) {
        QList<HistoryEntry> before = conversationWith(*stores[i], QStringLiteral("bob@example.com")).entries;
        QList<HistoryEntry> after
            = conversationWith(*stores[i + 2], QStringLiteral("bob@example.com")).entries;
        QVERIFY(!before.isEmpty());
        QCOMPARE(after, before);
    }
}

QTEST_GUILESS_MAIN(tst_ImportIntoHistory)

#include "tst_importintohistory.moc"
