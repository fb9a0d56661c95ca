#include "core/history/import/logformats.h"
#include "tests/core/historyimport/logtest.h"
#include "tests/support/testdata.h"

#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

class tst_AmsnLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isCutAnywhere_data();
    void isCutAnywhere();
    void holdsGarbage_data();
    void holdsGarbage();
    void keepsWhatWasNotDelivered();
    void saysWhenItMustGuess();
    void needsAPerson();
};

namespace {

/// The reader that the content of \p bytes asks for.
Test::ReadLog readerOf(const QByteArray &bytes)
{
    const QList<LogFormat> formats = textLogFormats();
    const LogFormat *format
        = formatOfLog(formats, bytes.first(std::min<qsizetype>(bytes.size(), logBeginningBytes)), {});
    const auto *read = format ? format->read.target<Test::ReadLog>() : nullptr;
    return read ? *read : nullptr;
}

LogContext contextOf(const QString &file)
{
    return Test::logContext(QStringLiteral("logs/") + file);
}

} // namespace

void tst_AmsnLog::reads_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("both ways of writing")
        << QStringLiteral("amsn/bob@example.com.log")
        << QStringList{QStringLiteral(
                           "2005-03-18T01:58:35.000Z bob@example.com < Text: hello: you\nand a second line"),
               QStringLiteral("2005-03-18T01:58:35.000Z bob@example.com > Text: hello Bob"),
               QStringLiteral("2005-03-18T01:58:40.000Z bob@example.com > Text: are you gone?"),
               QStringLiteral("2005-03-18T01:58:50.000Z bob@example.com < Text: no"),
               QStringLiteral("2005-03-19T23:59:40.000Z bob@example.com < Text: an older way of writing"),
               QStringLiteral("2005-03-20T00:00:05.000Z bob@example.com > Text: after midnight")}
        << QStringList{};
}

void tst_AmsnLog::reads()
{
    QFETCH(QString, file);
    QFETCH(QStringList, expected);
    QFETCH(QStringList, problems);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    const Test::ReadLog read = readerOf(bytes);
    QVERIFY(read);
    for (const qsizetype chunk : {0, 1, 7, 4096}) {
        Test::CollectingSink sink;
        Test::readInto(sink, read, bytes, contextOf(file), chunk);
        QCOMPARE(Test::inWords(sink.entries), expected);
        QCOMPARE(Test::inWords(sink.problems), problems);
    }
}

void tst_AmsnLog::isCutAnywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("log") << QStringLiteral("amsn/bob@example.com.log");
}

void tst_AmsnLog::isCutAnywhere()
{
    QFETCH(QString, file);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::checkCuts(readerOf(bytes), bytes, contextOf(file));
}

void tst_AmsnLog::holdsGarbage_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("log") << QStringLiteral("amsn/bob@example.com.log");
}

void tst_AmsnLog::holdsGarbage()
{
    QFETCH(QString, file);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::checkGarbage(readerOf(bytes), bytes, contextOf(file));
}

void tst_AmsnLog::keepsWhatWasNotDelivered()
{
    const QString file = QStringLiteral("amsn/bob@example.com.log");
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::CollectingSink sink;
    Test::readInto(sink, readerOf(bytes), bytes, contextOf(file));
    QCOMPARE(sink.entries.at(2).delivery, HistoryEntry::Delivery::Failed);
    QCOMPARE(sink.entries.at(0).format.colour, 0x000080U);
}

void tst_AmsnLog::saysWhenItMustGuess()
{
    const QString file = QStringLiteral("amsn/bob@example.com.log");
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    LogContext context = contextOf(file);
    context.ownNames.clear();
    Test::CollectingSink sink;
    Test::readInto(sink, readerOf(bytes), bytes, context);
    QCOMPARE(sink.entries.size(), 6);
    QCOMPARE(sink.problems.size(), 1);
    QCOMPARE(sink.problems.at(0).reason, Reason::UnknownDirection);
    QVERIFY(sink.problems.at(0).excerpt.contains(QStringLiteral("Ana ☀")));
}

void tst_AmsnLog::needsAPerson()
{
    const QByteArray bytes = Test::readData(QStringLiteral("history/amsn/bob@example.com.log"));
    Test::CollectingSink sink;
    Test::readInto(sink, readerOf(bytes), bytes, contextOf(QStringLiteral("eventlog.log")));
    QVERIFY(sink.entries.isEmpty());
    QCOMPARE(sink.problems.at(0).reason, Reason::UnknownPerson);
}

QTEST_GUILESS_MAIN(tst_AmsnLog)

#include "tst_amsnlog.moc"
