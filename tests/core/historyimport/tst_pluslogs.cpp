#include "tests/core/historyimport/logreadertest.h"
#include "tests/core/historyimport/logtest.h"

#include <QTest>

using namespace Msn;

namespace {

QList<Test::LogSample> samples()
{
    const QStringList page{
        QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com < Text: Hello Ana!\nHow are you?"),
        QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com > Text: Fine :) and you?"),
        QStringLiteral("2009-08-05T23:50:00.000Z bob@example.com > Text: this goes on"),
        QStringLiteral("2009-08-06T00:02:00.000Z bob@example.com < Text: It is tomorrow already."),
        QStringLiteral(
            "2009-08-07T21:45:00.000Z bob@example.com [Session_2009-08-07T21-45-00] < Text: all of us")};
    const QStringList text{
        QStringLiteral(
            "2003-12-26T23:58:21.000Z bob@example.com < Text: salut, ceci est long\net continue ici"),
        QStringLiteral("2003-12-26T23:59:35.000Z bob@example.com > Text: déjà demain ?"),
        QStringLiteral("2003-12-27T00:01:18.000Z bob@example.com < Text: oui : bonne nuit"),
        QStringLiteral("2003-12-27T00:01:18.000Z bob@example.com < Text: oui : bonne nuit"),
        QStringLiteral("2003-12-27T21:15:00.000Z bob@example.com > Text: in another language")};
    return {{"HTML, UTF-16", QStringLiteral("plushtml/bob.html"), page, {}, false},
        {"HTML, UTF-8", QStringLiteral("plushtml/utf8.html"), page},
        {"text, Windows-1252", QStringLiteral("plustext/bob.txt"), text},
        {"text, UTF-16", QStringLiteral("plustext/utf16.txt"), text, {}, false}};
}

} // namespace

class tst_PlusLogs : public Test::LogReaderTest
{
    Q_OBJECT

public:
    tst_PlusLogs()
        : LogReaderTest(samples())
    {
    }

private Q_SLOTS:
    void usesTheZone();
    void knowsThePeople();
};

void tst_PlusLogs::usesTheZone()
{
    const QByteArray bytes = Test::logBytes(QStringLiteral("plushtml/utf8.html"));
    LogContext context = Test::contextOf(QStringLiteral("bob.html"));
    context.zone = QTimeZone("Europe/Madrid");
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, context);
    QCOMPARE(sink.entries.at(0).time, QDateTime(QDate(2009, 8, 5), QTime(21, 50), Qt::UTC));
}

void tst_PlusLogs::knowsThePeople()
{
    const QByteArray bytes = Test::logBytes(QStringLiteral("plushtml/utf8.html"));
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, Test::contextOf(QStringLiteral("bob.html")));
    QCOMPARE(sink.entries.at(4).sender, Address(QStringLiteral("eve@example.net")));
    QCOMPARE(sink.entries.at(0).format.fontFamily, QStringLiteral("Courier New"));
    QCOMPARE(sink.entries.at(0).format.colour, 0x004000U);
}

QTEST_GUILESS_MAIN(tst_PlusLogs)

#include "tst_pluslogs.moc"
