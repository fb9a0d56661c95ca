#include "tests/core/historyimport/logreadertest.h"
#include "tests/core/historyimport/logtest.h"

#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

namespace {

QList<Test::LogSample> samples()
{
    return {{"both ways of writing", QStringLiteral("amsn/bob@example.com.log"),
        {QStringLiteral("2005-03-18T01:58:35.000Z bob@example.com < Text: hello: you\nand a second line"),
            QStringLiteral("2005-03-18T01:58:35.000Z bob@example.com > Text: hello Bob"),
            QStringLiteral("2005-03-18T01:58:40.000Z bob@example.com > Text: are you gone?"),
            QStringLiteral("2005-03-18T01:58:50.000Z bob@example.com < Text: no"),
            QStringLiteral("2005-03-19T23:59:40.000Z bob@example.com < Text: an older way of writing"),
            QStringLiteral("2005-03-20T00:00:05.000Z bob@example.com > Text: after midnight")}}};
}

} // namespace

class tst_AmsnLog : public Test::LogReaderTest
{
    Q_OBJECT

public:
    tst_AmsnLog()
        : LogReaderTest(samples())
    {
    }

private Q_SLOTS:
    void keepsWhatWasNotDelivered();
    void saysWhenItMustGuess();
    void needsAPerson();
};

void tst_AmsnLog::keepsWhatWasNotDelivered()
{
    const QString file = QStringLiteral("amsn/bob@example.com.log");
    const QByteArray bytes = Test::logBytes(file);
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, Test::contextOf(file));
    QCOMPARE(sink.entries.at(2).delivery, HistoryEntry::Delivery::Failed);
    QCOMPARE(sink.entries.at(0).format.colour, 0x000080U);
}

void tst_AmsnLog::saysWhenItMustGuess()
{
    const QString file = QStringLiteral("amsn/bob@example.com.log");
    const QByteArray bytes = Test::logBytes(file);
    LogContext context = Test::contextOf(file);
    context.ownNames.clear();
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, context);
    QCOMPARE(sink.entries.size(), 6);
    QCOMPARE(sink.problems.size(), 1);
    QCOMPARE(sink.problems.at(0).reason, Reason::UnknownDirection);
    QVERIFY(sink.problems.at(0).excerpt.contains(QStringLiteral("Ana ☀")));
}

void tst_AmsnLog::needsAPerson()
{
    const QByteArray bytes = Test::logBytes(QStringLiteral("amsn/bob@example.com.log"));
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, Test::contextOf(QStringLiteral("eventlog.log")));
    QVERIFY(sink.entries.isEmpty());
    QCOMPARE(sink.problems.at(0).reason, Reason::UnknownPerson);
}

QTEST_GUILESS_MAIN(tst_AmsnLog)

#include "tst_amsnlog.moc"
