#include "core/base/textcut.h"

#include <QTest>

using Msn::fittingLength;

class tst_TextCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
};

namespace {

qsizetype utf8Cost(const QString &part)
{
    return part.toUtf8().size();
}

} // namespace

void tst_TextCut::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("room");
    QTest::addColumn<QString>("fitting");
    const QString family
        = QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467"); // 18 bytes, one character
    const QString zalgo = u'e' + QString(30, u'\u0301'); // 61 bytes, one character
    QTest::newRow("all") << QStringLiteral("abc") << 3 << QStringLiteral("abc");
    QTest::newRow("some") << QStringLiteral("abc") << 2 << QStringLiteral("ab");
    QTest::newRow("empty") << QString() << 5 << QString();
    QTest::newRow("no room") << QStringLiteral("abc") << 0 << QString();
    QTest::newRow("less than no room") << QStringLiteral("abc") << -5 << QString();
    QTest::newRow("two bytes do not go into one") << QStringLiteral("\u00E9") << 1 << QString();
    QTest::newRow("not inside a pair") << QStringLiteral("a\U0001F98B") << 4 << QStringLiteral("a");
    QTest::newRow("the whole pair") << QStringLiteral("a\U0001F98B") << 5 << QStringLiteral("a\U0001F98B");
    QTest::newRow("not between letter and accent")
        << QStringLiteral("abe\u0301") << 4 << QStringLiteral("ab");
    QTest::newRow("not inside a family") << u'a' + family << 18 << QStringLiteral("a");
    QTest::newRow("the whole family") << u'a' + family << 19 << u'a' + family;
    QTest::newRow("one enormous character") << zalgo << 10 << zalgo.first(5);
    QTest::newRow("a family alone that does not fit") << family << 8 << family.first(3);
    QTest::newRow("a lone surrogate")
        << QString(QChar(0xD83E)) + u'a' << 100 << QString(QChar(0xD83E)) + u'a';
}

void tst_TextCut::cuts()
{
    QFETCH(QString, text);
    QFETCH(int, room);
    QTEST(text.first(fittingLength(text, room, utf8Cost)), "fitting");
}

QTEST_GUILESS_MAIN(tst_TextCut)

#include "tst_textcut.moc"
