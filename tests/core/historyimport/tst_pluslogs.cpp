#include "core/history/import/logformats.h"
#include "tests/core/historyimport/logtest.h"
#include "tests/support/testdata.h"

#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

class tst_PlusLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isCutAnywhere_data();
    void isCutAnywhere();
    void holdsGarbage_data();
    void holdsGarbage();
    void usesTheZone();
    void knowsThePeople();
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

void tst_PlusLogs::reads_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("HTML, UTF-16")
        << QStringLiteral("plushtml/bob.html")
        << QStringList{QStringLiteral(
                           "2009-08-05T23:50:00.000Z bob@example.com < Text: Hello Ana!\nHow are you?"),
               QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com > Text: Fine :) and you?"),
               QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com > Text: this goes on"),
               QStringLiteral("2009-08-06T00:02:00.000Z bob@example.com < Text: It is tomorrow already."),
               QStringLiteral("2009-08-07T21:45:00.000Z bob@example.com [Session_2009-08-07T21-45-00] < "
                              "Text: all of us")}
        << QStringList{};
    QTest::newRow("HTML, UTF-8")
        << QStringLiteral("plushtml/utf8.html")
        << QStringList{QStringLiteral(
                           "2009-08-05T23:50:00.000Z bob@example.com < Text: Hello Ana!\nHow are you?"),
               QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com > Text: Fine :) and you?"),
               QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com > Text: this goes on"),
               QStringLiteral("2009-08-06T00:02:00.000Z bob@example.com < Text: It is tomorrow already."),
               QStringLiteral("2009-08-07T21:45:00.000Z bob@example.com [Session_2009-08-07T21-45-00] < "
                              "Text: all of us")}
        << QStringList{};
    QTest::newRow("text, Windows-1252")
        << QStringLiteral("plustext/bob.txt")
        << QStringList{QStringLiteral("2003-12-26T23:58:21.000Z bob@example.com < Text: salut, ceci est "
                                      "long\net continue ici"),
               QStringLiteral("2003-12-26T23:59:35.000Z bob@example.com > Text: déjà demain ?"),
               QStringLiteral("2003-12-27T00:01:18.000Z bob@example.com < Text: oui : bonne nuit"),
               QStringLiteral("2003-12-27T00:01:18.000Z bob@example.com < Text: oui : bonne nuit"),
               QStringLiteral("2003-12-27T21:15:00.000Z bob@example.com > Text: in another language")}
        << QStringList{};
    QTest::newRow("text, UTF-16")
        << QStringLiteral("plustext/utf16.txt")
        << QStringList{QStringLiteral("2003-12-26T23:58:21.000Z bob@example.com < Text: salut, ceci est "
                                      "long\net continue ici"),
               QStringLiteral("2003-12-26T23:59:35.000Z bob@example.com > Text: déjà demain ?"),
               QStringLiteral("2003-12-27T00:01:18.000Z bob@example.com < Text: oui : bonne nuit"),
               QStringLiteral("2003-12-27T00:01:18.000Z bob@example.com < Text: oui : bonne nuit"),
               QStringLiteral("2003-12-27T21:15:00.000Z bob@example.com > Text: in another language")}
        << QStringList{};
}

void tst_PlusLogs::reads()
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

void tst_PlusLogs::isCutAnywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("HTML") << QStringLiteral("plushtml/utf8.html");
    QTest::newRow("text") << QStringLiteral("plustext/bob.txt");
}

void tst_PlusLogs::isCutAnywhere()
{
    QFETCH(QString, file);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::checkCuts(readerOf(bytes), bytes, contextOf(file));
}

void tst_PlusLogs::holdsGarbage_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("HTML") << QStringLiteral("plushtml/utf8.html");
    QTest::newRow("text") << QStringLiteral("plustext/bob.txt");
}

void tst_PlusLogs::holdsGarbage()
{
    QFETCH(QString, file);
    const QByteArray bytes = Test::readData(QStringLiteral("history/") + file);
    Test::checkGarbage(readerOf(bytes), bytes, contextOf(file));
}

void tst_PlusLogs::usesTheZone()
{
    const QByteArray bytes = Test::readData(QStringLiteral("history/plushtml/utf8.html"));
    LogContext context = contextOf(QStringLiteral("bob.html"));
    context.zone = QTimeZone("Europe/Madrid");
    Test::CollectingSink sink;
    Test::readInto(sink, readerOf(bytes), bytes, context);
    QCOMPARE(sink.entries.at(0).time, QDateTime(QDate(2009, 8, 5), QTime(21, 50), Qt::UTC));
}

void tst_PlusLogs::knowsThePeople()
{
    const QByteArray bytes = Test::readData(QStringLiteral("history/plushtml/utf8.html"));
    Test::CollectingSink sink;
    Test::readInto(sink, readerOf(bytes), bytes, contextOf(QStringLiteral("bob.html")));
    QCOMPARE(sink.entries.at(4).sender, Address(QStringLiteral("eve@example.net")));
    QCOMPARE(sink.entries.at(0).format.fontFamily, QStringLiteral("Courier New"));
    QCOMPARE(sink.entries.at(0).format.colour, 0x004000U);
}

QTEST_GUILESS_MAIN(tst_PlusLogs)

#include "tst_pluslogs.moc"
