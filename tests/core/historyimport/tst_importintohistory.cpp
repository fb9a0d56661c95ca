#include "core/history/historystore.h"
#include "core/history/import/historyimport.h"
#include "tests/support/testdata.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

/// The import and the real history together.
class tst_ImportIntoHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsNothingTwice();
    void keepsTheOrder();

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
    HistoryImport import(textLogFormats(),
        [&store](const QList<HistoryEntry> &entries, Completion<int> done) { store.import(entries, done); });
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

QTEST_GUILESS_MAIN(tst_ImportIntoHistory)

#include "tst_importintohistory.moc"
