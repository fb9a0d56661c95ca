#include "core/protocol/msnobject.h"

#include "tests/support/goldenpeer.h"

#include <QTest>

using namespace Msn;
namespace GoldenPeer = Test::GoldenPeer;

/// Values of msnobject.md, "Worked example".
class tst_MsnObject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workedExample();
    void makesTheWorkedExamples_data();
    void makesTheWorkedExamples();
    void types_data();
    void types();
    void tolerated_data();
    void tolerated();
    void keepsTheStringAsItCame();
    void refused_data();
    void refused();
    void roundTrip_data();
    void roundTrip();
};

namespace {

const Address bob(QStringLiteral("bob@example.com"));

/// The worked example with \p before replaced by \p after.
QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    QByteArray xml = GoldenPeer::object();
    if (!xml.contains(before))
        qFatal("the example has no %s", before.constData());
    return xml.replace(before, after);
}

} // namespace

void tst_MsnObject::workedExample()
{
    const auto object = parseMsnObject(GoldenPeer::object());
    QVERIFY(object);
    QCOMPARE(object->creator, bob);
    QCOMPARE(object->size, qint64(72));
    QCOMPARE(object->type, MsnObject::Type::DisplayPicture);
    QCOMPARE(object->location, QStringLiteral("TFR2C.tmp"));
    QCOMPARE(object->friendly, QString());
    QCOMPARE(object->sha1d.toBase64(), QByteArray("II8QSrX7c3xvhdmjsy6hlH8HypY="));
    QCOMPARE(object->sha1c.toBase64(), QByteArray("iZFSU6yrn/i9zBJf7500Agr4l/U="));
    QCOMPARE(object->xml, GoldenPeer::object());
}

void tst_MsnObject::makesTheWorkedExamples_data()
{
    QTest::addColumn<MsnObject::Type>("type");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("friendly");
    QTest::addColumn<QByteArray>("sha1c");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("picture") << MsnObject::Type::DisplayPicture << QStringLiteral("TFR2C.tmp") << QString()
                             << QByteArray("iZFSU6yrn/i9zBJf7500Agr4l/U=") << GoldenPeer::object();
    QTest::newRow("emoticon") << MsnObject::Type::CustomEmoticon << QStringLiteral("smile.tmp")
                              << QStringLiteral("Sunset") << QByteArray("e1Iu3F5l9v7+mNmBxmyQhRFxTz8=")
                              << QByteArray("<msnobj Creator=\"bob@example.com\" Size=\"72\" Type=\"2\" "
                                            "Location=\"smile.tmp\" Friendly=\"UwB1AG4AcwBlAHQAAAA=\" "
                                            "SHA1D=\"II8QSrX7c3xvhdmjsy6hlH8HypY=\" "
                                            "SHA1C=\"e1Iu3F5l9v7+mNmBxmyQhRFxTz8=\"/>");
    QTest::newRow("long name") << MsnObject::Type::DisplayPicture << QStringLiteral("TFR2C.tmp")
                               << QString(200, u'A') << QByteArray("reze0pI6lnL7LwGclqiZ4+GYU90=")
                               << GoldenPeer::longObject();
}

void tst_MsnObject::makesTheWorkedExamples()
{
    QFETCH(MsnObject::Type, type);
    QFETCH(QString, location);
    QFETCH(QString, friendly);
    const MsnObject object = makeMsnObject(bob, type, GoldenPeer::picture(), location, friendly);
    QTEST(object.sha1c.toBase64(), "sha1c");
    QTEST(object.xml, "written");
    const auto read = parseMsnObject(object.xml);
    QVERIFY(read);
    QVERIFY(*read == object);
}

void tst_MsnObject::types_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<MsnObject::Type>("type");
    QTest::newRow("emoticon") << QByteArray("2") << MsnObject::Type::CustomEmoticon;
    QTest::newRow("wink") << QByteArray("8") << MsnObject::Type::Wink;
    QTest::newRow("voice clip") << QByteArray("11") << MsnObject::Type::VoiceClip;
    QTest::newRow("scene") << QByteArray("16") << MsnObject::Type::Scene;
    QTest::newRow("a gap in the table") << QByteArray("15") << MsnObject::Type::Unknown;
    QTest::newRow("zero") << QByteArray("0") << MsnObject::Type::Unknown;
    QTest::newRow("enormous") << QByteArray("18446744073709551615") << MsnObject::Type::Unknown;
}

void tst_MsnObject::types()
{
    QFETCH(QByteArray, number);
    const auto object = parseMsnObject(changed("Type=\"3\"", "Type=\"" + number + "\""));
    QVERIFY(object);
    QTEST(object->type, "type");
}

void tst_MsnObject::tolerated_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("attributes we do not know")
        << changed("/>", " contenttype=\"D\" Url=\"http://example.com/\" stamp=\"x\"/>");
    QTest::newRow("another order") << QByteArray(
        "<msnobj SHA1D=\"II8QSrX7c3xvhdmjsy6hlH8HypY=\" Friendly=\"AAA=\" Type=\"3\" "
        "Location=\"0\" Size=\"72\" Creator=\"bob@example.com\"/>");
    QTest::newRow("wrong SHA1C") << changed("iZFSU6yrn", "AAAAAAAAA");
    QTest::newRow("SHA1C that is no base64") << changed("iZFSU6yrn", "!!!");
    QTest::newRow("no SHA1C") << changed(" SHA1C=\"iZFSU6yrn/i9zBJf7500Agr4l/U=\"", "");
    QTest::newRow("no Location") << changed(" Location=\"TFR2C.tmp\"", "");
    QTest::newRow("a path as Location") << changed("TFR2C.tmp", "../../etc/passwd");
    QTest::newRow("no Friendly") << changed(" Friendly=\"AAA=\"", "");
    QTest::newRow("Friendly in plain text") << changed("AAA=", "my picture");
    QTest::newRow("Friendly of an odd length") << changed("AAA=", "AAAA");
    QTest::newRow("two tags") << changed("/>", "></msnobj>");
    QTest::newRow("blanks within") << changed(" Size", "   Size");
    QTest::newRow("blanks behind") << changed("/>", " /> \r\n");
}

void tst_MsnObject::tolerated()
{
    QFETCH(QByteArray, xml);
    const auto object = parseMsnObject(xml);
    QVERIFY(object);
    QCOMPARE(object->size, qint64(72));
    QCOMPARE(object->friendly, QString());
    QCOMPARE(object->xml, xml);
}

void tst_MsnObject::keepsTheStringAsItCame()
{
    const QByteArray xml = changed("TFR2C.tmp", "a &amp; b &#60;&apos;");
    const auto object = parseMsnObject(xml);
    QVERIFY(object);
    QCOMPARE(object->location, QStringLiteral("a & b <'"));
    QCOMPARE(object->xml, xml);
}

void tst_MsnObject::refused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &xml, ParseError::Code code) {
        QTest::newRow(name) << xml << static_cast<int>(code);
    };
    using Code = ParseError::Code;
    row("empty", "", Code::BadForm);
    row("no picture", "0", Code::BadForm);
    row("cut off", GoldenPeer::object().chopped(3), Code::BadForm);
    row("another element", changed("<msnobj", "<msnobject"), Code::BadForm);
    row("two elements", GoldenPeer::object() + GoldenPeer::object(), Code::BadForm);
    row("a child", changed("/>", "><a/></msnobj>"), Code::BadForm);
    row("a text", changed("/>", ">text</msnobj>"), Code::BadForm);
    row("a comment", GoldenPeer::object() + "<!-- -->", Code::BadForm);
    row("text behind", GoldenPeer::object() + "x", Code::BadForm);
    row("zero byte behind", GoldenPeer::object() + '\0', Code::BadForm);
    row("declaration", "<?xml version=\"1.0\"?>" + GoldenPeer::object(), Code::BadForm);
    row("DTD", "<!DOCTYPE msnobj [<!ENTITY a \"b\">]>" + GoldenPeer::object(), Code::BadForm);
    row("entity", changed("TFR2C.tmp", "&unknown;"), Code::BadForm);
    row("not UTF-8", changed("TFR2C.tmp", "\xFF\xFE"), Code::BadForm);
    row("the same attribute twice", changed("/>", " Size=\"72\"/>"), Code::BadForm);
    row("over 4 KiB", changed("TFR2C.tmp", QByteArray(4096, 'x')), Code::BadForm);
    row("no Creator", changed("Creator", "Maker"), Code::MissingField);
    row("no Size", changed("Size", "Length"), Code::MissingField);
    row("no Type", changed("Type", "Kind"), Code::MissingField);
    row("no SHA1D", changed("SHA1D", "sha1d"), Code::MissingField);
    row("Creator is no address", changed("bob@example.com", "bob"), Code::BadAddress);
    row("Size 0", changed("\"72\"", "\"0\""), Code::BadNumber);
    row("negative Size", changed("\"72\"", "\"-72\""), Code::BadNumber);
    row("Size with blanks", changed("\"72\"", "\" 72\""), Code::BadNumber);
    row("Size of 2^63", changed("\"72\"", "\"9223372036854775808\""), Code::BadNumber);
    row("Type is a word", changed("\"3\"", "\"three\""), Code::BadNumber);
    row("short SHA1D", changed("II8QSrX7c3xvhdmjsy6hlH8HypY=", "AAA="), Code::BadForm);
    row("SHA1D is no base64", changed("II8Q", "I*8Q"), Code::BadForm);
}

void tst_MsnObject::refused()
{
    QFETCH(QByteArray, xml);
    const auto object = parseMsnObject(xml);
    QVERIFY(!object);
    QTEST(static_cast<int>(object.error().code), "code");
}

void tst_MsnObject::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("XML") << QStringLiteral("<a b=\"c\" d='e'> & more");
    QTest::newRow("languages") << QStringLiteral("\u4F60\u597D \u0645\u0631\u062D \U0001F98B");
}

void tst_MsnObject::roundTrip()
{
    QFETCH(QString, name);
    const MsnObject object = makeMsnObject(bob, MsnObject::Type::CustomEmoticon, "data", name, name);
    const auto read = parseMsnObject(object.xml);
    QVERIFY(read);
    QVERIFY(*read == object);
}

QTEST_GUILESS_MAIN(tst_MsnObject)

#include "tst_msnobject.moc"
