#include "core/history/import/linereader.h"
#include "core/history/import/logclock.h"
#include "core/history/import/logformats.h"
#include "core/history/import/logname.h"
#include "core/history/import/markup.h"
#include "core/history/import/recordreader.h"
#include "core/history/import/stampspreader.h"
#include "tests/core/historyimport/logtest.h"
#include "tests/support/testdata.h"

#include <QBuffer>
#include <QTest>

using namespace Msn;

/// What the readers of logs are made of.
class tst_LogParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clocks_data();
    void clocks();
    void dates_data();
    void dates();
    void clockGoesOverMidnight();
    void clockKnowsSummerTime();
    void names_data();
    void names();
    void startsInNames_data();
    void startsInNames();
    void entities_data();
    void entities();
    void markupAsText_data();
    void markupAsText();
    void attributes();
    void forbiddenCharacters();
    void linesAreBounded();
    void linesOfEveryEncoding_data();
    void linesOfEveryEncoding();
    void recordsTellTheirPlace();
    void stampsAreCountedUp();
    void formatsAreRecognized_data();
    void formatsAreRecognized();
};

void tst_LogParts::clocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QTime>("time");
    QTest::newRow("seconds") << QStringLiteral("21:18:15") << QTime(21, 18, 15);
    QTest::newRow("minutes") << QStringLiteral("9:05") << QTime(9, 5);
    QTest::newRow("afternoon") << QStringLiteral("09:18:15 PM") << QTime(21, 18, 15);
    QTest::newRow("noon") << QStringLiteral("12:00 PM") << QTime(12, 0);
    QTest::newRow("midnight") << QStringLiteral("12:00:01 am") << QTime(0, 0, 1);
    QTest::newRow("with dots") << QStringLiteral("9:18 p.m.") << QTime(21, 18);
    QTest::newRow("narrow blank") << QStringLiteral("9:18\u202FPM") << QTime(21, 18);
    QTest::newRow("no such hour") << QStringLiteral("25:00") << QTime();
    QTest::newRow("no such afternoon") << QStringLiteral("13:00 PM") << QTime();
    QTest::newRow("words") << QStringLiteral("soon") << QTime();
    QTest::newRow("empty") << QString() << QTime();
}

void tst_LogParts::clocks()
{
    QFETCH(QString, text);
    QFETCH(QTime, time);
    QCOMPARE(parseClock(text).value_or(QTime()), time);
}

void tst_LogParts::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("near");
    QTest::addColumn<QDate>("date");
    const QDate day(2003, 12, 26);
    QTest::newRow("English") << QStringLiteral("Friday, December 26, 2003") << QDate() << day;
    QTest::newRow("British") << QStringLiteral("26 December 2003") << QDate() << day;
    QTest::newRow("French") << QStringLiteral("26 décembre 2003") << QDate() << day;
    QTest::newRow("Dutch") << QStringLiteral("vrijdag 26 december 2003") << QDate() << day;
    QTest::newRow("ISO") << QStringLiteral("2003-12-26") << QDate() << day;
    QTest::newRow("day first") << QStringLiteral("26/12/2003") << QDate() << day;
    QTest::newRow("month first") << QStringLiteral("12/26/2003") << QDate() << day;
    QTest::newRow("ambiguous, near") << QStringLiteral("03/04/2003") << QDate(2003, 3, 5)
                                     << QDate(2003, 3, 4);
    QTest::newRow("ambiguous, alone") << QStringLiteral("03/04/2003") << QDate() << QDate(2003, 4, 3);
    QTest::newRow("two digits") << QStringLiteral("26.12.03") << QDate() << day;
    QTest::newRow("long ago") << QStringLiteral("26.12.1503") << QDate() << QDate();
    QTest::newRow("no such day") << QStringLiteral("31 April 2003") << QDate() << QDate();
    QTest::newRow("numbers") << QStringLiteral("99999999999999") << QDate() << QDate();
}

void tst_LogParts::dates()
{
    QFETCH(QString, text);
    QFETCH(QDate, near);
    QFETCH(QDate, date);
    QCOMPARE(parseLogDate(text, near).value_or(QDate()), date);
}

void tst_LogParts::clockGoesOverMidnight()
{
    LogClock clock(QDate(2010, 10, 12), QTime(23, 58), 3 * 3600);
    QCOMPARE(clock.at(QTime(23, 57)), QDateTime(QDate(2010, 10, 12), QTime(20, 57), Qt::UTC));
    QCOMPARE(clock.at(QTime(0, 1)), QDateTime(QDate(2010, 10, 12), QTime(21, 1), Qt::UTC));
    QCOMPARE(clock.at(QTime(0, 0)), QDateTime(QDate(2010, 10, 12), QTime(21, 0), Qt::UTC));
    QCOMPARE(clock.date(), QDate(2010, 10, 13));
}

void tst_LogParts::clockKnowsSummerTime()
{
    LogClock winter(QDate(2010, 1, 12), QTime(12, 0), QTimeZone("Europe/Madrid"));
    QCOMPARE(winter.at(QTime(12, 0)), QDateTime(QDate(2010, 1, 12), QTime(11, 0), Qt::UTC));
    LogClock summer(QDate(2010, 7, 12), QTime(12, 0), QTimeZone("Europe/Madrid"));
    QCOMPARE(summer.at(QTime(12, 0)), QDateTime(QDate(2010, 7, 12), QTime(10, 0), Qt::UTC));
}

void tst_LogParts::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::newRow("address") << QStringLiteral("bob@example.com") << QStringLiteral("bob@example.com");
    QTest::newRow("escaped") << QStringLiteral("bob%40example.com") << QStringLiteral("bob@example.com");
    QTest::newRow("shortened") << QStringLiteral("bob2211151048") << QStringLiteral("bob@example.com");
    QTest::newRow("of a known person") << QStringLiteral("zoe")
            + QString::number(logNumberOf(Address(QStringLiteral("zoe@chat.example.org"))))
                                       << QStringLiteral("zoe@chat.example.org");
    QTest::newRow("digits before the number") << QStringLiteral("zoe77")
            + QString::number(logNumberOf(Address(QStringLiteral("zoe77@hotmail.com"))))
                                              << QStringLiteral("zoe77@hotmail.com");
    QTest::newRow("another number") << QStringLiteral("bob2211151049") << QString();
    QTest::newRow("name") << QStringLiteral("bob") << QString();
    QTest::newRow("digits") << QStringLiteral("12345678901234567890") << QString();
}

void tst_LogParts::names()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    const QList<Address> known{Address(QStringLiteral("zoe@chat.example.org"))};
    QCOMPARE(addressOfLogName(name, known).toString(), address);
    QCOMPARE(peerOfLogPath(QStringLiteral("some/folder/%1.2.xml").arg(name), Address(), known).toString(),
        address);
}

void tst_LogParts::startsInNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDateTime>("utc");
    QTest::newRow("zone") << QStringLiteral("x/2010-10-12.211815+0300EEST.html")
                          << QDateTime(QDate(2010, 10, 12), QTime(18, 18, 15), Qt::UTC);
    QTest::newRow("west") << QStringLiteral("2010-10-12.211815-0230NDT.txt")
                          << QDateTime(QDate(2010, 10, 12), QTime(23, 48, 15), Qt::UTC);
    QTest::newRow("no zone") << QStringLiteral("2006-10-12.211815.txt")
                             << QDateTime(QDate(2006, 10, 12), QTime(21, 18, 15), Qt::UTC);
    QTest::newRow("no such day") << QStringLiteral("2006-13-12.211815.txt") << QDateTime();
    QTest::newRow("no such zone") << QStringLiteral("2006-10-12.211815+9900X.txt") << QDateTime();
}

void tst_LogParts::startsInNames()
{
    QFETCH(QString, name);
    QFETCH(QDateTime, utc);
    const auto start = startOfLogName(name);
    QCOMPARE(start.has_value(), utc.isValid());
    if (start)
        QCOMPARE(start->time.toUTC(), utc);
}

void tst_LogParts::entities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decoded");
    QTest::newRow("named") << QStringLiteral("a &lt; b &amp;&amp; c&nbsp;d")
                           << QStringLiteral("a < b && c d");
    QTest::newRow("numbered") << QStringLiteral("&#233;&#xE9;&#128522;") << QStringLiteral("éé😊");
    QTest::newRow("unknown") << QStringLiteral("&bomb; & &") << QStringLiteral("&bomb; & &");
    QTest::newRow("too large") << QStringLiteral("&#x110000;&#99999999;") << QString();
    QTest::newRow("half a character") << QStringLiteral("&#xD800;x") << QStringLiteral("x");
    QTest::newRow("without an end") << QStringLiteral("&#233") << QStringLiteral("&#233");
}

void tst_LogParts::entities()
{
    QFETCH(QString, text);
    QFETCH(QString, decoded);
    QCOMPARE(decodeEntities(text), decoded);
}

void tst_LogParts::markupAsText_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("text");
    QTest::newRow("line end") << QStringLiteral("one<br>two<BR />three") << QStringLiteral("one\ntwo\nthree");
    QTest::newRow("picture") << QStringLiteral("a <img src='x' alt=\":)\"> b") << QStringLiteral("a :) b");
    QTest::newRow("broken attribute")
        << QStringLiteral("<span style='font-family: 'Arial';'>x</span>") << QStringLiteral("x");
    QTest::newRow("not closed") << QStringLiteral("x <b") << QStringLiteral("x");
    QTest::newRow("brackets") << QStringLiteral("<><<>>x") << QStringLiteral(">x");
}

void tst_LogParts::markupAsText()
{
    QFETCH(QString, markup);
    QFETCH(QString, text);
    QCOMPARE(textOfMarkup(markup), text);
}

void tst_LogParts::attributes()
{
    const QString tag = QStringLiteral("<li data-class=\"no\" class = \"in\" id=Session_1>");
    QCOMPARE(attributeOf(tag, u"class"), QStringLiteral("in"));
    QCOMPARE(attributeOf(tag, u"id"), QStringLiteral("Session_1"));
    QCOMPARE(attributeOf(tag, u"style"), QString());
    QCOMPARE(attributeOf(u"<li class=\"", u"class"), QString());
}

void tst_LogParts::forbiddenCharacters()
{
    QString text = QStringLiteral("a&#x3;b&#0;c&amp;d");
    text += QChar(1);
    text += QChar(3);
    text += QChar(0xD800);
    QCOMPARE(legalXml(text), QStringLiteral("a·bc&amp;d·"));
    QCOMPARE(legalXml(QStringLiteral("😊")), QStringLiteral("😊"));
}

void tst_LogParts::linesAreBounded()
{
    QBuffer device;
    device.setData("first\n" + QByteArray(5'000'000, 'x') + "\nlast");
    device.open(QIODevice::ReadOnly);
    LineReader lines(device);
    QCOMPARE(lines.next()->text, QStringLiteral("first"));
    const auto cut = lines.next();
    QVERIFY(cut->wasCut);
    QCOMPARE(cut->text.size(), LineReader::maxLineBytes);
    const auto last = lines.next();
    QCOMPARE(last->text, QStringLiteral("last"));
    QCOMPARE(last->number, 3);
    QVERIFY(!last->isWhole);
    QVERIFY(!lines.next());
}

void tst_LogParts::linesOfEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("hello é\r\n漢字 Ċ\n");
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    for (const auto &[name, encoding] : {std::pair("UTF-16 LE", QStringConverter::Utf16LE),
             std::pair("UTF-16 BE", QStringConverter::Utf16BE)}) {
        QTest::newRow(name) << QByteArray(QStringEncoder(encoding)(text));
        QTest::newRow(qPrintable(QString::fromLatin1(name) + QStringLiteral(" with a mark")))
            << QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(text));
    }
}

void tst_LogParts::linesOfEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    LineReader lines(device);
    QCOMPARE(lines.next()->text, QStringLiteral("hello é"));
    QCOMPARE(lines.next()->text, QStringLiteral("漢字 Ċ"));
    QVERIFY(!lines.next());
}

void tst_LogParts::recordsTellTheirPlace()
{
    QBuffer device;
    device.setData("<Log>\n <!-- <tr> --><tr a=\"<\">1</TR>\n\nstray<tr/><div>\n<tr>2<tr>3</tr><tr>4");
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, {"tr"}, {"div"});
    QStringList words;
    while (const auto record = reader.next()) {
        words.append(QStringLiteral("%1:%2 %3 %4")
                         .arg(record->line)
                         .arg(record->column)
                         .arg(static_cast<int>(record->state))
                         .arg(record->markup.simplified()));
    }
    QCOMPARE(words,
        (QStringList{QStringLiteral("2:15 0 <tr a=\"<\">1</TR>"), QStringLiteral("4:1 2 stray"),
            QStringLiteral("4:6 0 <tr/>"), QStringLiteral("4:11 1 <div>"), QStringLiteral("5:1 3 <tr>2"),
            QStringLiteral("5:6 0 <tr>3</tr>"), QStringLiteral("5:16 4 <tr>4")}));
}

void tst_LogParts::stampsAreCountedUp()
{
    StampSpreader spreader;
    const QDateTime stamp(QDate(2010, 10, 12), QTime(12, 0), Qt::UTC);
    QCOMPARE(spreader.next(stamp), stamp);
    QCOMPARE(spreader.next(stamp), stamp.addMSecs(1));
    QCOMPARE(spreader.next(stamp), stamp.addMSecs(2));
    QCOMPARE(spreader.next(stamp.addSecs(1)), stamp.addSecs(1));
    for (int i = 0; i < 2000; ++i)
        QVERIFY(spreader.next(stamp) < stamp.addSecs(1));
}

void tst_LogParts::formatsAreRecognized_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<int>("program");
    const auto row = [](const char *name, const QByteArray &beginning, int program) {
        QTest::newRow(name) << beginning << program;
    };
    for (const auto &[file, program] :
        {std::pair("messengerxml/utf16be-nomark.xml", LogProgram::MessengerXml),
            std::pair("plushtml/bob.html", LogProgram::PlusHtml),
            std::pair("plustext/bob.txt", LogProgram::PlusText),
            std::pair("amsn/bob@example.com.log", LogProgram::Amsn),
            std::pair("pidgin/renamed.html", LogProgram::PidginHtml),
            std::pair("kmess/bob@example.com.xml", LogProgram::Kmess)})
        row(file, Test::readData(QStringLiteral("history/") + QString::fromLatin1(file)),
            static_cast<int>(program));
    row("a web page", "<!DOCTYPE html><html><body><h1>Log</h1></body></html>", -1);
    row("a letter", "Dear Bob,\n(12:00) is when I come.\n", -1);
    row("nothing", "", -1);
    row("a picture", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), -1);
}

void tst_LogParts::formatsAreRecognized()
{
    QFETCH(QByteArray, beginning);
    QFETCH(int, program);
    const QList<LogFormat> formats = textLogFormats();
    const LogFormat *format = formatOfLog(formats, beginning, QStringLiteral("some.html"));
    QCOMPARE(format ? static_cast<int>(format->program) : -1, program);
}

QTEST_GUILESS_MAIN(tst_LogParts)

#include "tst_logparts.moc"
