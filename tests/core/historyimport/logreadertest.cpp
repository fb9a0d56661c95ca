#include "tests/core/historyimport/logreadertest.h"

#include "tests/core/historyimport/logtest.h"

#include <QTest>

namespace Test {

LogReaderTest::LogReaderTest(const QList<LogSample> &samples)
    : m_samples(samples)
{
}

void LogReaderTest::reads_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QStringList>("problems");
    for (const LogSample &sample : m_samples)
        QTest::newRow(sample.name) << sample.file << sample.entries << sample.problems;
}

void LogReaderTest::reads()
{
    QFETCH(QString, file);
    QFETCH(QStringList, entries);
    QFETCH(QStringList, problems);
    const QByteArray bytes = logBytes(file);
    const ReadLog read = readerOf(bytes);
    QVERIFY(read);
    for (const qsizetype chunk : {0, 1, 7, 4096}) {
        CollectingSink sink;
        readInto(sink, read, bytes, contextOf(file), chunk);
        QCOMPARE(inWords(sink.entries), entries);
        QCOMPARE(inWords(sink.problems), problems);
    }
}

void LogReaderTest::addSpoiltSamples() const
{
    QTest::addColumn<QString>("file");
    for (const LogSample &sample : m_samples) {
        if (sample.isSpoilt)
            QTest::newRow(sample.name) << sample.file;
    }
}

void LogReaderTest::isCutAnywhere_data()
{
    addSpoiltSamples();
}

void LogReaderTest::isCutAnywhere()
{
    QFETCH(QString, file);
    const QByteArray bytes = logBytes(file);
    checkCuts(readerOf(bytes), bytes, contextOf(file));
}

void LogReaderTest::holdsGarbage_data()
{
    addSpoiltSamples();
}

void LogReaderTest::holdsGarbage()
{
    QFETCH(QString, file);
    const QByteArray bytes = logBytes(file);
    checkGarbage(readerOf(bytes), bytes, contextOf(file));
}

} // namespace Test
