#include "core/wire/percentencoding.h"

#include <QTest>

using namespace Msn;

class tst_PercentEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes_data();
    void encodes();
    void decodes_data();
    void decodes();
    void encodesStrictly_data();
    void encodesStrictly();
    void staysWithin_data();
    void staysWithin();
    void leavesNothingThatEndsAToken();
};

void tst_PercentEncoding::encodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("plain") << QStringLiteral("Bob") << QByteArray("Bob");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("blank") << QStringLiteral("Other Contacts") << QByteArray("Other%20Contacts");
    QTest::newRow("percent") << QStringLiteral("100%") << QByteArray("100%25");
    QTest::newRow("looks encoded") << QStringLiteral("%20") << QByteArray("%2520");
    QTest::newRow("beyond ASCII") << QStringLiteral("B\u00FCro") << QByteArray("B%C3%BCro");
    QTest::newRow("heart") << QStringLiteral("Alice \u2665 100%") << QByteArray("Alice%20%E2%99%A5%20100%25");
    QTest::newRow("outside the BMP") << QStringLiteral("\U0001F98B") << QByteArray("%F0%9F%A6%8B");
    QTest::newRow("line break") << QStringLiteral("a\r\nb") << QByteArray("a%0D%0Ab");
    QTest::newRow("controls") << QStringLiteral("\t\u007F") << QByteArray("%09%7F");
    QTest::newRow("plus stays") << QStringLiteral("a+b(work),;=&") << QByteArray("a+b(work),;=&");
}

void tst_PercentEncoding::encodes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoded);
    QCOMPARE(percentEncode(text), encoded);
    QCOMPARE(percentDecode(encoded), text);
}

void tst_PercentEncoding::decodes_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QString>("text");
    QTest::newRow("once only") << QByteArray("%2520") << QStringLiteral("%20");
    QTest::newRow("either case") << QByteArray("%c3%BC%C3%bc") << QStringLiteral("\u00FC\u00FC");
    QTest::newRow("percent at the end") << QByteArray("100%") << QStringLiteral("100%");
    QTest::newRow("one digit at the end") << QByteArray("100%2") << QStringLiteral("100%2");
    QTest::newRow("not hex") << QByteArray("50%zz") << QStringLiteral("50%zz");
    QTest::newRow("half hex") << QByteArray("50%2z") << QStringLiteral("50%2z");
    QTest::newRow("percent before an escape") << QByteArray("%%20") << QStringLiteral("% ");
    QTest::newRow("plus") << QByteArray("a+b") << QStringLiteral("a+b");
    QTest::newRow("raw UTF-8") << QByteArray("B\xC3\xBCro%20\xE4\xBD\xA0")
                               << QStringLiteral("B\u00FCro \u4F60");
    QTest::newRow("raw and escaped in one character") << QByteArray("\xC3%BC") << QStringLiteral("\u00FC");
    QTest::newRow("invalid UTF-8") << QByteArray("a%FFb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("every byte escaped") << QByteArray("%42%6F%62") << QStringLiteral("Bob");
    QTest::newRow("empty") << QByteArray() << QString();
}

void tst_PercentEncoding::decodes()
{
    QFETCH(QByteArray, encoded);
    QTEST(percentDecode(encoded), "text");
}

void tst_PercentEncoding::encodesStrictly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("address") << QStringLiteral("alice@example.com") << QByteArray("alice%40example.com");
    QTest::newRow("comma and percent") << QStringLiteral("pa,ss%") << QByteArray("pa%2Css%25");
    QTest::newRow("plus and equals") << QStringLiteral("p w+%&,=\u00E9")
                                     << QByteArray("p%20w%2B%25%26%2C%3D%C3%A9");
    QTest::newRow("apostrophe") << QStringLiteral("it's") << QByteArray("it%27s");
    QTest::newRow("may stay") << QStringLiteral("aZ09.-_") << QByteArray("aZ09.-_");
    QTest::newRow("tilde may not") << QStringLiteral("~") << QByteArray("%7E");
}

void tst_PercentEncoding::encodesStrictly()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoded);
    QCOMPARE(percentEncodeStrict(text), encoded);
    QCOMPARE(percentDecode(encoded), text);
}

void tst_PercentEncoding::staysWithin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("maxBytes");
    QTest::addColumn<QByteArray>("encoded");
    const QString accents(4, u'\u00E9');
    QTest::newRow("fits escaped") << accents << 24 << QByteArray("%C3%A9%C3%A9%C3%A9%C3%A9");
    QTest::newRow("fits raw") << accents << 23 << QByteArray("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
    QTest::newRow("shortened") << accents << 7 << QByteArray("\xC3\xA9\xC3\xA9\xC3\xA9");
    QTest::newRow("blanks are escaped raw too")
        << QStringLiteral("\u00E9 \u00E9") << 7 << QByteArray("\xC3\xA9%20\xC3\xA9");
    QTest::newRow("not inside an escape") << QStringLiteral("ab c") << 4 << QByteArray("ab");
    QTest::newRow("not inside an emoji") << QStringLiteral("ab\U0001F98B") << 5 << QByteArray("ab");
    QTest::newRow("not before an accent") << QStringLiteral("abe\u0301") << 4 << QByteArray("ab");
    QTest::newRow("first character too long")
        << u'e' + QString(30, u'\u0301') << 10 << QByteArray("e\xCC\x81\xCC\x81\xCC\x81\xCC\x81");
    QTest::newRow("nothing fits") << QStringLiteral("\U0001F98B") << 3 << QByteArray();
}

void tst_PercentEncoding::staysWithin()
{
    QFETCH(QString, text);
    QFETCH(int, maxBytes);
    const QByteArray encoded = percentEncodeWithin(text, maxBytes);
    QVERIFY(encoded.size() <= maxBytes);
    QTEST(encoded, "encoded");
}

void tst_PercentEncoding::leavesNothingThatEndsAToken()
{
    QString everything;
    for (char16_t c = 0; c < 0x300; ++c)
        everything += QChar(c);
    const QByteArrayList forms{percentEncode(everything), percentEncodeStrict(everything),
        percentEncodeWithin(everything, everything.toUtf8().size() + 200)};
    for (const QByteArray &form : forms) {
        QVERIFY(
            std::none_of(form.cbegin(), form.cend(), [](char c) { return uchar(c) <= 0x20 || c == 0x7F; }));
        QCOMPARE(percentDecode(form), everything);
    }
}

QTEST_GUILESS_MAIN(tst_PercentEncoding)

#include "tst_percentencoding.moc"
