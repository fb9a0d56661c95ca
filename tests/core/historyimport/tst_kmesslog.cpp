#include "core/history/import/logformats.h"
#include "tests/core/historyimport/logtest.h"
#include "tests/support/testdata.h"

#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

class tst_KmessLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isCutAnywhere_data();
    void isCutAnywhere();
    void holdsGarbage_data();
    void holdsGarbage();
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

void tst_KmessLog::reads_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("XML")
        << QStringLiteral("kmess/bob@example.com.xml")
        << QStringList{QStringLiteral("2009-08-11T14:13:25.000Z bob@example.com < Text: hello Ana <3"),
               QStringLiteral("2009-08-11T14:13:29.000Z bob@example.com > Text: hello Bob"),
               QStringLiteral("2009-08-12T18:00:00.000Z bob@example.com < Text: without a time of its own")}
        << QStringList{};
}

void tst_KmessLog::reads()
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

void tst_KmessLog::isCutAnywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("XML") << QStringLiteral("kmess/bob@example.com.xml");
}

void tst_KmessLog::isCutAnywhere()
{
    QFETCH(QString, file);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::checkCuts(readerOf(bytes), bytes, contextOf(file));
}

void tst_KmessLog::holdsGarbage_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("XML") << QStringLiteral("kmess/bob@example.com.xml");
}

void tst_KmessLog::holdsGarbage()
{
    QFETCH(QString, file);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::checkGarbage(readerOf(bytes), bytes, contextOf(file));
}

QTEST_GUILESS_MAIN(tst_KmessLog)

#include "tst_kmesslog.moc"
