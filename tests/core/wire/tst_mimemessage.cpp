#include "core/wire/mimeheader.h"
#include "core/wire/mimemessage.h"

#include <QTest>

using Msn::MimeMessage;
using Headers = QList<MimeMessage::Header>;

class tst_MimeMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void headersAreFoundWithoutParsing_data();
    void headersAreFoundWithoutParsing();
    void roundTrip_data();
    void roundTrip();
    void headerNamesCompareWithoutCase();
    void firstOfTwoHeadersWins();
    void contentType_data();
    void contentType();
    void bodyText_data();
    void bodyText();
    void keepsAtMost64Headers();
    void aValueCannotAddAHeader();
    void latin1TextMayEndInAnAccent();
};

void tst_MimeMessage::parses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("body");
    const Headers plain{{"MIME-Version", "1.0"}, {"Content-Type", "text/plain"}};
    QTest::newRow("classic") << QByteArray("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhi") << plain
                             << QByteArray("hi");
    QTest::newRow("LF alone") << QByteArray("MIME-Version: 1.0\nContent-Type: text/plain\n\nhi\nyou") << plain
                              << QByteArray("hi\nyou");
    QTest::newRow("no blank behind the colon")
        << QByteArray("MIME-Version:1.0\r\nContent-Type:text/plain\r\n\r\n") << plain << QByteArray();
    QTest::newRow("many blanks") << QByteArray("MIME-Version : \t 1.0 \r\nContent-Type:  text/plain\r\n\r\nx")
                                 << plain << QByteArray("x");
    QTest::newRow("no empty line") << QByteArray("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n") << plain
                                   << QByteArray();
    QTest::newRow("no line end at all")
        << QByteArray("MIME-Version: 1.0\r\nContent-Type: text/plain") << plain << QByteArray();
    QTest::newRow("line without colon")
        << QByteArray("MIME-Version: 1.0\r\nnonsense\r\nContent-Type: text/plain\r\n\r\nx") << plain
        << QByteArray("x");
    QTest::newRow("line that begins with a colon")
        << QByteArray(": 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx") << plain
        << QByteArray("x");
    QTest::newRow("empty value") << QByteArray("preferredEmail: \r\nAge:\r\n\r\n")
                                 << Headers{{"preferredEmail", ""}, {"Age", ""}} << QByteArray();
    QTest::newRow("colon in the value") << QByteArray("Url: http://example.net:80/\r\n\r\n")
                                        << Headers{{"Url", "http://example.net:80/"}} << QByteArray();
    QTest::newRow("body starts with an empty line")
        << QByteArray("A: 1\r\n\r\n\r\nx") << Headers{{"A", "1"}} << QByteArray("\r\nx");
    QTest::newRow("binary body") << QByteArray("A: 1\r\n\r\n\x00\xFF\r\n\r\n", 13) << Headers{{"A", "1"}}
                                 << QByteArray("\x00\xFF\r\n\r", 5);
    QTest::newRow("empty") << QByteArray() << Headers{} << QByteArray();
    QTest::newRow("body alone") << QByteArray("\r\nhi") << Headers{} << QByteArray("hi");
}

void tst_MimeMessage::parses()
{
    QFETCH(QByteArray, bytes);
    const MimeMessage message = MimeMessage::parse(bytes);
    QTEST(message.headers(), "headers");
    QTEST(message.body(), "body");
}

void tst_MimeMessage::headersAreFoundWithoutParsing_data()
{
    parses_data();
}

/// What mimeHeader() finds is what parse() finds.
void tst_MimeMessage::headersAreFoundWithoutParsing()
{
    QFETCH(QByteArray, bytes);
    const MimeMessage message = MimeMessage::parse(bytes);
    for (const char *name : {"mime-version", "CONTENT-TYPE", "preferredEmail", "Age", "Url", "A", "B", ""}) {
        const auto value = Msn::mimeHeader(bytes, name);
        QCOMPARE(value.has_value(), message.hasHeader(name));
        QCOMPARE(value.value_or(QByteArrayView()).toByteArray(), message.header(name));
    }
}

void tst_MimeMessage::roundTrip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray(
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nh\xC3\xA9llo");
    QTest::newRow("header only") << QByteArray(
        "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsprofile\r\n\r\n");
    QTest::newRow("empty value") << QByteArray("A: \r\n\r\n");
}

void tst_MimeMessage::roundTrip()
{
    QFETCH(QByteArray, bytes);
    const MimeMessage message = MimeMessage::parse(bytes);
    QCOMPARE(message.encode(), bytes);
    QCOMPARE(MimeMessage::parse(message.encode()), message);
}

void tst_MimeMessage::headerNamesCompareWithoutCase()
{
    const MimeMessage message = MimeMessage::parse("content-TYPE: text/plain\r\n\r\n");
    QVERIFY(message.hasHeader("Content-Type"));
    QCOMPARE(message.header("CONTENT-type"), QByteArray("text/plain"));
    QVERIFY(!message.hasHeader("Content"));
    QCOMPARE(message.header("Content"), QByteArray());
}

void tst_MimeMessage::firstOfTwoHeadersWins()
{
    QCOMPARE(MimeMessage::parse("A: 1\r\na: 2\r\n\r\n").header("A"), QByteArray("1"));
}

void tst_MimeMessage::contentType_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("charset");
    QTest::newRow("both") << QByteArray("text/plain; charset=UTF-8") << QByteArray("text/plain")
                          << QByteArray("utf-8");
    QTest::newRow("no charset") << QByteArray("text/x-msmsgscontrol") << QByteArray("text/x-msmsgscontrol")
                                << QByteArray();
    QTest::newRow("shouted, no blank")
        << QByteArray("TEXT/PLAIN;CHARSET=utf-8") << QByteArray("text/plain") << QByteArray("utf-8");
    QTest::newRow("quoted") << QByteArray("text/plain; charset=\"ISO-8859-1\"") << QByteArray("text/plain")
                            << QByteArray("iso-8859-1");
    QTest::newRow("other parameters") << QByteArray("text/plain; format=flowed; charset=gb2312 ")
                                      << QByteArray("text/plain") << QByteArray("gb2312");
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("semicolons") << QByteArray(";;;") << QByteArray() << QByteArray();
}

void tst_MimeMessage::contentType()
{
    QFETCH(QByteArray, value);
    MimeMessage message;
    message.addHeader("Content-Type", value);
    QTEST(message.contentType(), "type");
    QTEST(message.charset(), "charset");
}

void tst_MimeMessage::bodyText_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const QByteArray utf8("bhw98\xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x81");
    const QString chinese = QStringLiteral("bhw98\u4F60\u597D\uFF01");
    QTest::newRow("UTF-8") << QByteArray("; charset=UTF-8") << utf8 << chinese;
    QTest::newRow("UTF-8 without being said") << QByteArray() << utf8 << chinese;
    QTest::newRow("Latin-1 without being said")
        << QByteArray() << QByteArray("caf\xE9 noir") << QStringLiteral("caf\u00E9 noir");
    QTest::newRow("Latin-1") << QByteArray("; charset=iso-8859-1") << QByteArray("caf\xE9 noir")
                             << QStringLiteral("caf\u00E9 noir");
    QTest::newRow("broken UTF-8") << QByteArray("; charset=UTF-8") << QByteArray("a\xFF\x62")
                                  << QStringLiteral("a\uFFFDb");
    QTest::newRow("unknown charset") << QByteArray("; charset=x-nothing") << QByteArray("caf\xE9 noir")
                                     << QStringLiteral("caf\u00E9 noir");
    QTest::newRow("empty") << QByteArray("; charset=UTF-8") << QByteArray() << QString();
}

void tst_MimeMessage::bodyText()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, body);
    MimeMessage message;
    message.addHeader("Content-Type", "text/plain" + charset);
    message.setBody(body);
    QTEST(message.bodyText(), "text");
}

void tst_MimeMessage::keepsAtMost64Headers()
{
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += "H: 1\r\n";
    const MimeMessage message = MimeMessage::parse(bytes + "\r\nbody");
    QCOMPARE(message.headers().size(), 64);
    QCOMPARE(message.body(), QByteArray("body"));
}

void tst_MimeMessage::aValueCannotAddAHeader()
{
    MimeMessage message;
    message.addHeader("Application-File", "a.txt\r\nInvitation-Command: ACCEPT\n\nbody");
    const MimeMessage received = MimeMessage::parse(message.encode());
    QCOMPARE(received.headers().size(), 1);
    QCOMPARE(received.body(), QByteArray());
}

/// A decoder that waits for the rest of a character swallowed the last letter.
void tst_MimeMessage::latin1TextMayEndInAnAccent()
{
    MimeMessage message;
    message.addHeader("Content-Type", "text/plain");
    message.setBody("caf\xE9");
    QCOMPARE(message.bodyText(), QStringLiteral("caf\u00E9"));

    MimeMessage cut;
    cut.addHeader("Content-Type", "text/plain; charset=UTF-8");
    cut.setBody("Gr\xC3");
    QCOMPARE(cut.bodyText(), QStringLiteral("Gr\uFFFD"));
}

QTEST_GUILESS_MAIN(tst_MimeMessage)

#include "tst_mimemessage.moc"
