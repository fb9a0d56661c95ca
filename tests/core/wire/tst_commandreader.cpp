#include "core/wire/commandreader.h"

#include "core/protocol/verb.h"
#include "tests/support/capture.h"
#include "tests/support/chunks.h"
#include "tests/support/commands.h"
#include "tests/support/transcript.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Msn;
using Test::readCommands;
using Test::ReadResult;
using Test::Sender;

class tst_CommandReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedStreams_data();
    void recordedStreams();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void limitsAreInclusive();
    void errorRepeats();
    void commandsBeforeAnErrorAreDelivered();
    void lyingPayloadLength();
    void tellsWhetherItIsMidCommand();
    void aBurstCostsLinearTime();
    void carriageReturnIsNoPartOfAVerb();
    void carriageReturnIsNoPartOfAnArgument();
};

namespace {

/// Caps small enough to reach in a test.
constexpr WireLimits smallLimits{.maxLine = 40, .maxPayload = 20, .maxBuffer = 100, .maxArguments = 4};

void addStreamRows(const QByteArray &name, const QByteArray &fromClient, const QByteArray &fromServer)
{
    if (!fromClient.isEmpty())
        QTest::addRow("%s client", name.constData()) << int(Sender::Client) << fromClient;
    if (!fromServer.isEmpty())
        QTest::addRow("%s server", name.constData()) << int(Sender::Server) << fromServer;
}

} // namespace

void tst_CommandReader::recordedStreams_data()
{
    QTest::addColumn<int>("sender");
    QTest::addColumn<QByteArray>("stream");
    const QStringList transcripts = Test::Transcript::names();
    for (const QString &name : transcripts) {
        int number = 0;
        const auto connections = Test::Transcript::load(name).connections();
        for (const auto &connection : connections) {
            if (!connection.isHttp())
                addStreamRows(name.toUtf8() + '/' + QByteArray::number(++number),
                    connection.sentBy(Sender::Client), connection.sentBy(Sender::Server));
        }
    }
    const QStringList captures = Test::Capture::names();
    for (const QString &name : captures) {
        int number = 0;
        const Test::Capture capture = Test::Capture::load(name);
        for (const auto &connection : capture.connections()) {
            if (!connection.isHttp)
                addStreamRows(name.toUtf8() + '/' + QByteArray::number(++number) + ' ' + connection.who,
                    connection.sentBy(Sender::Client), connection.sentBy(Sender::Server));
        }
    }
}

/// However a stream is cut, the same commands come out; together they are the stream.
void tst_CommandReader::recordedStreams()
{
    QFETCH(int, sender);
    QFETCH(QByteArray, stream);
    const ReadResult whole = readCommands(stream, Sender(sender));
    QVERIFY(!whole.error);
    QVERIFY(!whole.commands.isEmpty());
    const QList<qsizetype> sizes = Test::chunkSizes();
    for (const qsizetype size : sizes) {
        const ReadResult cut = readCommands(stream, Sender(sender), size);
        QVERIFY(!cut.error);
        QCOMPARE(cut.isMidCommand, whole.isMidCommand);
        QCOMPARE(cut.commands, whole.commands);
    }
}

void tst_CommandReader::reads_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<Command>>("commands");
    const auto row = [](const char *name, const QByteArray &stream, const QList<Command> &commands) {
        QTest::newRow(name) << stream << commands;
    };
    const Command online{"NLN", {}, {"NLN", "bob@example.com", "Bob"}, {}};
    row("one", "NLN NLN bob@example.com Bob\r\n", {online});
    row("bare LF", "NLN NLN bob@example.com Bob\nQNG\n", {online, {"QNG", {}, {}, {}}});
    row("trailing blanks", "NLN NLN bob@example.com Bob   \r\n", {online});
    row("runs of blanks", "NLN   NLN  bob@example.com Bob\r\n", {online});
    row("blank lines between", "\r\n\nQNG\r\n\r\n\r\nQNG 50\r\n\r\n",
        {{"QNG", {}, {}, {}}, {"QNG", {}, {"50"}, {}}});
    row("payload", "MSG bob@example.com Bob 5\r\nhello", {{"MSG", {}, {"bob@example.com", "Bob"}, "hello"}});
    row("payload and next at once", "NOT 3\r\nxyzFLN bob@example.com\r\n",
        {{"NOT", {}, {}, "xyz"}, {"FLN", {}, {"bob@example.com"}, {}}});
    row("payload that looks like commands", "NOT 10\r\nOUT\r\nOUT\r\nQNG\r\n",
        {{"NOT", {}, {}, "OUT\r\nOUT\r\n"}, {"QNG", {}, {}, {}}});
    row("payload of zero bytes", "MSG bob@example.com Bob 0\r\nQNG\r\n",
        {{"MSG", {}, {"bob@example.com", "Bob"}, ""}, {"QNG", {}, {}, {}}});
    row("length with leading zeros", "NOT 0000003\r\nxyz", {{"NOT", {}, {}, "xyz"}});
    row("payload verb without any token", "MSG\r\nQNG\r\n", {{"MSG", {}, {}, {}}, {"QNG", {}, {}, {}}});
    row("transaction id", "USR 4 OK alice@example.com 1 0\r\n",
        {{"USR", 4, {"OK", "alice@example.com", "1", "0"}, {}}});
    row("transaction id 0", "CHL 0 1234\r\n", {{"CHL", 0, {"1234"}, {}}});
    row("largest transaction id", "QRY 4294967295\r\n", {{"QRY", 4294967295U, {}, {}}});
    row("too large for a transaction id", "QRY 4294967296\r\n", {{"QRY", {}, {"4294967296"}, {}}});
    row("signed is no transaction id", "QRY +5\r\n", {{"QRY", {}, {"+5"}, {}}});
    row("inside SYN without transaction id", "GTC A\r\nBLP AL\r\nPRP PHH 555%200100\r\n",
        {{"GTC", {}, {"A"}, {}}, {"BLP", {}, {"AL"}, {}}, {"PRP", {}, {"PHH", "555%200100"}, {}}});
    row("a number that is no transaction id", "LSG 0 Other%20Contacts 0\r\nRNG 20481 h:1 CKI 1.2 b@c B\r\n",
        {{"LSG", {}, {"0", "Other%20Contacts", "0"}, {}},
            {"RNG", {}, {"20481", "h:1", "CKI", "1.2", "b@c", "B"}, {}}});
    row("error", "911 4\r\n", {{"911", 4, {}, {}}});
    row("error without transaction id", "600\r\n", {{"600", {}, {}, {}}});
    row("error with more behind", "215 5 bob@example.com\r\n", {{"215", 5, {"bob@example.com"}, {}}});
    row("unknown verb is skipped by line", "XYZ 5 a b 3\r\nQNG\r\n",
        {{"XYZ", {}, {"5", "a", "b", "3"}, {}}, {"QNG", {}, {}, {}}});
    row("later version with payload", "UBX bob@example.com 3\r\nxyzGCF 0 2\r\nab",
        {{"UBX", {}, {"bob@example.com"}, "xyz"}, {"GCF", 0, {}, "ab"}});
    row("raw UTF-8", "NLN NLN b@c \xE4\xBD\xA0\r\n", {{"NLN", {}, {"NLN", "b@c", "\xE4\xBD\xA0"}, {}}});
    row("tab is no separator", "NLN NLN b@c a\tb\r\n", {{"NLN", {}, {"NLN", "b@c", "a\tb"}, {}}});
}

void tst_CommandReader::reads()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<Command>, commands);
    const QList<qsizetype> sizes = Test::chunkSizes();
    for (const qsizetype size : sizes) {
        const ReadResult result = readCommands(stream, Sender::Server, size);
        QVERIFY(!result.error);
        QCOMPARE(result.commands, commands);
        QVERIFY(!result.isMidCommand);
    }
}

void tst_CommandReader::refuses_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("code");
    QTest::addColumn<qint64>("offset");
    const auto row = [](const char *name, const QByteArray &stream, WireError::Code code, qint64 offset = 0) {
        QTest::newRow(name) << stream << int(code) << offset;
    };
    using enum WireError::Code;
    row("web server", "HTTP/1.1 400 Bad Request\r\n", NotACommand);
    row("lower case", "nln\r\n", NotACommand);
    row("tab behind the verb", "NLN\tNLN\r\n", NotACommand);
    row("four letters", "HELO\r\n", NotACommand);
    row("two letters", "HI\r\n", NotACommand);
    row("blank first", " NLN\r\n", NotACommand);
    row("binary", QByteArray("\x16\x03\x01\x00\x05", 5), NotACommand);
    row("NUL", QByteArray("\0\0\0\0", 4), NotACommand);
    row("out of step behind a payload", "NOT 2\r\nxyzQNG\r\n", NotACommand, 9);
    row("endless line", "NLN " + QByteArray(60, 'x'), LineTooLong);
    row("long line", "NLN " + QByteArray(50, 'x') + "\r\n", LineTooLong);
    row("second line too long", "QNG\r\nNLN " + QByteArray(50, 'x') + "\r\n", LineTooLong, 5);
    row("too many arguments", "NLN a b c d\r\n", TooManyArguments);
    row("no number as length", "NOT x\r\n", BadLength);
    row("negative length", "NOT -1\r\n", BadLength);
    row("signed length", "NOT +1\r\n", BadLength);
    row("hexadecimal length", "NOT 0x5\r\n", BadLength);
    row("length of eight digits", "NOT 00000005\r\n", BadLength);
    row("length beyond the cap", "NOT 21\r\n", PayloadTooLong);
    row("length of seven nines", "NOT 9999999\r\n", PayloadTooLong);
    row("unicode digits", "NOT \xD9\xA3\r\n", BadLength);
}

void tst_CommandReader::refuses()
{
    QFETCH(QByteArray, stream);
    QFETCH(int, code);
    QFETCH(qint64, offset);
    const QList<qsizetype> sizes = Test::chunkSizes();
    for (const qsizetype size : sizes) {
        const ReadResult result = readCommands(stream, Sender::Server, size, smallLimits);
        QVERIFY(result.error);
        QCOMPARE(int(result.error->code), code);
        QCOMPARE(result.error->offset, offset);
    }
}

void tst_CommandReader::limitsAreInclusive()
{
    const ReadResult line
        = readCommands("NLN " + QByteArray(35, 'x') + "\r\n", Sender::Server, 0, smallLimits);
    QCOMPARE(line.commands.size(), 1);
    const ReadResult arguments = readCommands("NLN a b c\r\n", Sender::Server, 0, smallLimits);
    QCOMPARE(arguments.commands.size(), 1);
    const ReadResult payload
        = readCommands("NOT 20\r\n" + QByteArray(20, 'x'), Sender::Server, 0, smallLimits);
    QCOMPARE(payload.commands.size(), 1);

    CommandReader reader(framingFromServer, smallLimits);
    reader.feed(QByteArray(25, 'Q').replace("Q", "QNG\n")); // 100 bytes
    QVERIFY(reader.next());
    reader.feed("QNG\n"); // the read command made room for as much
    QVERIFY(reader.next());
    reader.feed("QNG\nQ");
    const auto result = reader.next();
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), int(WireError::Code::BufferFull));
}

void tst_CommandReader::errorRepeats()
{
    CommandReader reader(framingFromServer);
    reader.feed("garbage\r\n");
    const auto first = reader.next();
    QVERIFY(!first);
    reader.feed("QNG 50\r\n");
    const auto second = reader.next();
    QVERIFY(!second);
    QCOMPARE(second.error(), first.error());
}

void tst_CommandReader::commandsBeforeAnErrorAreDelivered()
{
    const ReadResult result = readCommands("QNG\r\nOUT SSD\r\n<html>", Sender::Server);
    QCOMPARE(result.commands.size(), 2);
    QVERIFY(result.error);
    QCOMPARE(result.error->offset, 14);
}

/// A length that is too large swallows what follows, one that is too small leaves a rest that is no
/// command; neither may hang or crash.
void tst_CommandReader::lyingPayloadLength()
{
    const ReadResult tooLarge = readCommands("NOT 20\r\nxyzQNG\r\n", Sender::Server);
    QVERIFY(!tooLarge.error);
    QVERIFY(tooLarge.commands.isEmpty());
    QVERIFY(tooLarge.isMidCommand);

    const ReadResult tooSmall = readCommands("NOT 3\r\nabcdefg\r\nQNG\r\n", Sender::Server);
    QCOMPARE(tooSmall.commands, (QList<Command>{{"NOT", {}, {}, "abc"}}));
    QVERIFY(tooSmall.error);
}

void tst_CommandReader::tellsWhetherItIsMidCommand()
{
    CommandReader reader(framingFromServer);
    QVERIFY(!reader.isMidCommand());
    reader.feed("NOT 2\r");
    QVERIFY(reader.next());
    QVERIFY(reader.isMidCommand());
    reader.feed("\n");
    QVERIFY(reader.next());
    QVERIFY(reader.isMidCommand());
    reader.feed("ab");
    QVERIFY(reader.next());
    QVERIFY(!reader.isMidCommand());
}

/// Moving the rest of the buffer for every command would take minutes here.
void tst_CommandReader::aBurstCostsLinearTime()
{
    const QByteArray burst = QByteArray("QNG 50\r\n").repeated(110'000); // just below 1 MiB
    QElapsedTimer timer;
    timer.start();
    const ReadResult result = readCommands(burst, Sender::Server);
    QCOMPARE(result.commands.size(), 110'000);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

/// The check for an empty line let `CR A B` through as a verb.
void tst_CommandReader::carriageReturnIsNoPartOfAVerb()
{
    const ReadResult result = readCommands("\rAB\r\n", Sender::Server);
    QVERIFY(result.commands.isEmpty());
    QVERIFY(result.error);
}

/// `SYN CR CR LF` had an argument that ends a line when it is written.
void tst_CommandReader::carriageReturnIsNoPartOfAnArgument()
{
    const ReadResult result = readCommands("SYN \r\r\nNLN NLN b@c a\rb\r\n", Sender::Server);
    QCOMPARE(
        result.commands, (QList<Command>{{"SYN", {}, {}, {}}, {"NLN", {}, {"NLN", "b@c", "a", "b"}, {}}}));
}

QTEST_GUILESS_MAIN(tst_CommandReader)

#include "tst_commandreader.moc"
