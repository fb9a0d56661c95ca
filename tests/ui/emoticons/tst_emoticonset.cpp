#include "ui/emoticons/emoticonpixmap.h"
#include "ui/emoticons/emoticonset.h"

#include <QtTest>

using namespace Ui;

class tst_EmoticonSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsTheOwnSet();
    void codesAreUnique();
    void missingFileGivesAnEmptySet();
    void matches_data();
    void matches();
    void everyEmoticonDraws();
};

void tst_EmoticonSet::loadsTheOwnSet()
{
    const EmoticonSet set = EmoticonSet::load();
    QVERIFY(set.all().size() >= 80);
    const Emoticon *smile = set.find(QStringLiteral("smile"));
    QVERIFY(smile);
    QCOMPARE(smile->code(), QStringLiteral(":)"));
    QVERIFY(!set.find(QStringLiteral("no such")));
    for (const Emoticon &emoticon : set.all())
        QVERIFY2(!emoticon.title.isEmpty(), qPrintable(emoticon.name));
}

void tst_EmoticonSet::codesAreUnique()
{
    QSet<QString> seen;
    const EmoticonSet set = EmoticonSet::load();
    for (const Emoticon &emoticon : set.all()) {
        for (const QString &code : emoticon.codes) {
            QVERIFY2(!seen.contains(code.toLower()), qPrintable(code));
            seen.insert(code.toLower());
        }
    }
}

void tst_EmoticonSet::missingFileGivesAnEmptySet()
{
    QVERIFY(EmoticonSet::load(QStringLiteral(":/no/such.json")).all().isEmpty());
}

void tst_EmoticonSet::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("smile") << QStringLiteral(":)") << QStringLiteral("smile") << qsizetype(2);
    QTest::newRow("with nose") << QStringLiteral(":-) x") << QStringLiteral("smile") << qsizetype(3);
    QTest::newRow("letter, lower case") << QStringLiteral(":d") << QStringLiteral("laugh") << qsizetype(2);
    QTest::newRow("letter in brackets, other case")
        << QStringLiteral("(h)") << QStringLiteral("cool") << qsizetype(3);
    QTest::newRow("long code, other case")
        << QStringLiteral("(BRB)") << QStringLiteral("be-right-back") << qsizetype(5);
    QTest::newRow("the longer of two") << QStringLiteral(":'(") << QStringLiteral("crying") << qsizetype(3);
    QTest::newRow("cut off") << QStringLiteral("(h") << QString() << qsizetype(0);
    QTest::newRow("none") << QStringLiteral("abc") << QString() << qsizetype(0);
}

void tst_EmoticonSet::matches()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const qsizetype, length);
    const EmoticonSet set = EmoticonSet::load();
    const EmoticonSet::Match match = set.matchAt(text, 0);
    QCOMPARE(match.emoticon ? match.emoticon->name : QString(), name);
    QCOMPARE(match.length, length);
}

void tst_EmoticonSet::everyEmoticonDraws()
{
    const EmoticonSet set = EmoticonSet::load();
    for (const Emoticon &emoticon : set.all())
        QCOMPARE(emoticonPixmap(emoticon, 20, 2).size(), QSize(40, 40));
}

QTEST_MAIN(tst_EmoticonSet)
#include "tst_emoticonset.moc"
