#include "tests/core/historyimport/logreadertest.h"

#include <QTest>

namespace {

QList<Test::LogSample> samples()
{
    return {{"XML", QStringLiteral("kmess/bob@example.com.xml"),
        {QStringLiteral("2009-08-11T14:13:25.000Z bob@example.com < Text: hello Ana <3"),
            QStringLiteral("2009-08-11T14:13:29.000Z bob@example.com > Text: hello Bob"),
            QStringLiteral("2009-08-12T18:00:00.000Z bob@example.com < Text: without a time of its own"),
            QStringLiteral("2009-08-12T18:00:09.000Z bob@example.com < Text: with a time in an element")}}};
}

} // namespace

class tst_KmessLog : public Test::LogReaderTest
{
    Q_OBJECT

public:
    tst_KmessLog()
        : LogReaderTest(samples())
    {
    }
};

QTEST_GUILESS_MAIN(tst_KmessLog)

#include "tst_kmesslog.moc"
