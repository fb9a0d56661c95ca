#include "core/history/import/historyimport.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

namespace {

/// A history that keeps what is new, as the real one does.
class FakeHistory
{
public:
    HistoryImport::Store store()
    {
        return [this](const QList<HistoryEntry> &entries, int, Completion<int> done) {
            ++batches;
            if (!isAnswering)
                return waiting.append(done);
            if (error.code != ErrorCode::None)
                return done(Unexpected(error));
            int added = 0;
            for (const HistoryEntry &entry : entries)
                added += add(entry) ? 1 : 0;
            done(added);
        };
    }

    QSet<QString> keys;
    QList<Completion<int>> waiting;
    Error error;
    int batches = 0;
    bool isAnswering = true;

private:
    bool add(const HistoryEntry &entry)
    {
        const QString key = entry.with.key() + u'|' + entry.group + u'|'
            + entry.time.toString(Qt::ISODateWithMs) + u'|' + entry.sender.key() + u'|'
            + QString::number(static_cast<int>(entry.kind)) + u'|' + entry.text;
        const bool isNew = !keys.contains(key);
        keys.insert(key);
        return isNew;
    }
};

ImportRequest requestFor(const QStringList &paths)
{
    ImportRequest request;
    request.paths = paths;
    request.context.account = Address(QStringLiteral("ana@example.com"));
    request.context.ownNames = {QStringLiteral("Ana ☀")};
    request.context.zone = QTimeZone::utc();
    return request;
}

QString historyPath(const QString &name)
{
    return Test::dataPath(QStringLiteral("history/") + name);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray plusLog(const QByteArray &own, const QByteArray &peer, int lines)
{
    QByteArray log;
    for (int i = 0; i < lines; ++i) {
        log += "|\"LGRA[|\"LTIME" + QByteArray::number(1111111111 + i / 3) + " ] |\"LITA"
            + (i % 2 == 0 ? own : peer) + " :|\"LC000080 the same\n";
    }
    return log;
}

} // namespace

class tst_HistoryImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsAFolder();
    void addsNothingTwice();
    void keepsEqualLines();
    void aGrownLogAddsItsEnd();
    void tellsProgress();
    void looksFirst();
    void findsOurNames();
    void aPersonMayBeSaid();
    void isCancelled();
    void endsWhileTheHistoryIsSilent();
    void stopsWhenTheHistoryFails();
    void reportsWhatIsNoLog();
    void listsSoManyProblems();
};

void tst_HistoryImport::importsAFolder()
{
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(requestFor({historyPath(QString())}));
    QVERIFY(import.isRunning());
    QVERIFY(finished.wait());
    QVERIFY(!import.isRunning());
    const auto report = finished.at(0).at(0).value<ImportReport>();
    QVERIFY(!report.wasCancelled);
    QCOMPARE(report.error.code, ErrorCode::None);
    // README.md and the contact list are passed over.
    QCOMPARE(report.files.size(), 16);
    QCOMPARE(report.imported(), history.keys.size());
    QVERIFY(report.imported() > 30);
}

void tst_HistoryImport::addsNothingTwice()
{
    FakeHistory history;
    for (int round = 0; round < 2; ++round) {
        HistoryImport import(textLogFormats(), history.store());
        QSignalSpy finished(&import, &HistoryImport::finished);
        import.start(requestFor({historyPath(QStringLiteral("pidgin"))}));
        QVERIFY(finished.wait());
        const auto report = finished.at(0).at(0).value<ImportReport>();
        if (round == 1) {
            QCOMPARE(report.imported(), 0);
            QVERIFY(report.alreadyThere() > 10);
        }
    }
}

void tst_HistoryImport::keepsEqualLines()
{
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(requestFor({historyPath(QStringLiteral("plustext/bob.txt"))}));
    QVERIFY(finished.wait());
    // Two of the five are the same text in the same second.
    QCOMPARE(finished.at(0).at(0).value<ImportReport>().imported(), 5);
}

void tst_HistoryImport::aGrownLogAddsItsEnd()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bob@example.com.log"));
    FakeHistory history;
    for (const int lines : {1000, 1001, 1700}) {
        write(path, plusLog("Ana \xE2\x98\x80", "Bob", lines));
        HistoryImport import(textLogFormats(), history.store());
        QSignalSpy finished(&import, &HistoryImport::finished);
        import.start(requestFor({path}));
        QVERIFY(finished.wait());
        QCOMPARE(history.keys.size(), lines);
    }
}

void tst_HistoryImport::tellsProgress()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bob@example.com.log"));
    write(path, plusLog("Ana \xE2\x98\x80", "Bob", 2000));
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy progressed(&import, &HistoryImport::progressed);
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(requestFor({path}));
    QVERIFY(finished.wait());
    QVERIFY(!progressed.isEmpty());
    const auto first = progressed.at(0).at(0).value<ImportProgress>();
    QCOMPARE(first.bytesTotal, QFile(path).size());
    QCOMPARE(first.file, path);
    QCOMPARE(history.batches, 4);
}

void tst_HistoryImport::looksFirst()
{
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy looked(&import, &HistoryImport::looked);
    import.look(requestFor({historyPath(QStringLiteral("amsn")), historyPath(QStringLiteral("README.md")),
        historyPath(QStringLiteral("messengerxml/utf16le.xml"))}));
    QVERIFY(looked.wait());
    const auto survey = looked.at(0).at(0).value<LogSurvey>();
    QCOMPARE(history.batches, 0);
    QCOMPARE(survey.unknown, QStringList{historyPath(QStringLiteral("README.md"))});
    QCOMPARE(survey.logs.size(), 2);
    QCOMPARE(survey.logs.at(0).program, LogProgram::Amsn);
    QCOMPARE(survey.logs.at(0).peer, Address(QStringLiteral("bob@example.com")));
    QCOMPARE(survey.logs.at(0).lines, 6);
    QCOMPARE(survey.logs.at(0).names.value(QStringLiteral("Bob :)")), 3);
    QCOMPARE(survey.logs.at(0).last, QDateTime(QDate(2005, 3, 20), QTime(0, 0, 5), Qt::UTC));
    // Nothing tells with whom, but what is in it is shown.
    QVERIFY(survey.logs.at(1).peer.isEmpty());
    QCOMPARE(survey.logs.at(1).lines, 8);
}

void tst_HistoryImport::findsOurNames()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("bob@example.com.log")), plusLog("Some name", "Bob", 10));
    write(folder.filePath(QStringLiteral("eve@example.net.log")), plusLog("Some name", "Eve", 10));
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy looked(&import, &HistoryImport::looked);
    import.look(requestFor({folder.path()}));
    QVERIFY(looked.wait());
    const auto survey = looked.at(0).at(0).value<LogSurvey>();
    QVERIFY(survey.needsOwnNames);
    QCOMPARE(survey.ownNames, QStringList{QStringLiteral("Some name")});
}

void tst_HistoryImport::aPersonMayBeSaid()
{
    const QString path = historyPath(QStringLiteral("messengerxml/utf16le.xml"));
    ImportRequest request = requestFor({path});
    request.people.insert(path, Address(QStringLiteral("bob@example.com")));
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(request);
    QVERIFY(finished.wait());
    QCOMPARE(finished.at(0).at(0).value<ImportReport>().imported(), 8);
}

void tst_HistoryImport::isCancelled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bob@example.com.log"));
    write(path, plusLog("Ana \xE2\x98\x80", "Bob", 5000));
    FakeHistory history;
    history.isAnswering = false;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(requestFor({path}));
    QTRY_COMPARE(history.waiting.size(), 1);
    import.cancel();
    history.waiting[0](500);
    // What was read already may be handed over.
    history.isAnswering = true;
    QVERIFY(finished.wait());
    const auto report = finished.at(0).at(0).value<ImportReport>();
    QVERIFY(report.wasCancelled);
    QVERIFY(report.imported() >= 500 && report.imported() < 5000);
}

void tst_HistoryImport::endsWhileTheHistoryIsSilent()
{
    FakeHistory history;
    history.isAnswering = false;
    {
        HistoryImport import(textLogFormats(), history.store());
        import.start(requestFor({historyPath(QString())}));
        QTRY_COMPARE(history.waiting.size(), 1);
    }
    history.waiting[0](1);
}

void tst_HistoryImport::stopsWhenTheHistoryFails()
{
    FakeHistory history;
    history.error = makeError(ErrorCode::StorageFailed, {}, QStringLiteral("no room"));
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(requestFor({historyPath(QString())}));
    QVERIFY(finished.wait());
    const auto report = finished.at(0).at(0).value<ImportReport>();
    QCOMPARE(report.error, history.error);
    QCOMPARE(history.batches, 1);
    QCOMPARE(report.files.last().problems.last().reason, Reason::StoreFailed);
}

void tst_HistoryImport::reportsWhatIsNoLog()
{
    FakeHistory history;
    HistoryImport import(textLogFormats(), history.store());
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start(
        requestFor({historyPath(QStringLiteral("README.md")), historyPath(QStringLiteral("missing.xml"))}));
    QVERIFY(finished.wait());
    const auto report = finished.at(0).at(0).value<ImportReport>();
    QCOMPARE(report.files.size(), 2);
    QCOMPARE(report.files.at(0).problems.at(0).reason, Reason::UnknownFormat);
    QCOMPARE(report.files.at(1).problems.at(0).reason, Reason::CannotOpen);
}

void tst_HistoryImport::listsSoManyProblems()
{
    ImportedFile file;
    for (int line = 1; line < 1000; ++line)
        file.addProblem(makeProblem(Reason::BadTime, line));
    QCOMPARE(file.problems.size(), ImportedFile::maxProblems + 1);
    QCOMPARE(file.problems.last().reason, Reason::TooMany);
    QCOMPARE(file.problems.last().line, 101);
}

QTEST_GUILESS_MAIN(tst_HistoryImport)

#include "tst_historyimport.moc"
