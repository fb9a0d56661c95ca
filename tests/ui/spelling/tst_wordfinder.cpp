#include "ui/emoticons/emoticonset.h"
#include "ui/spelling/wordfinder.h"

#include <QtTest>

using namespace Ui;

class tst_WordFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void tst_WordFinder::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *text, const QStringList &words) {
        QTest::newRow(name) << QString::fromUtf8(text) << words;
    };
    const QString dont = QStringLiteral("don't");
    row("words", "Hello, dear world!",
        {QStringLiteral("Hello"), QStringLiteral("dear"), QStringLiteral("world")});
    row("apostrophe", "I don't", {dont});
    row("link", "see https://example.com/wrod now", {QStringLiteral("see"), QStringLiteral("now")});
    row("address", "ana@example.com wrote", {QStringLiteral("wrote")});
    row("emoticons", "yes (brb) :D", {QStringLiteral("yes")});
    row("digits", "4pm b2b x86", {});
    row("Chinese", "你好 hello", {QStringLiteral("hello")});
    row("Arabic", "مرحبا", {QString::fromUtf8("مرحبا")});
    row("nothing", "", {});
}

void tst_WordFinder::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, words);
    const EmoticonSet emoticons = EmoticonSet::load();
    QStringList found;
    for (const WordSpan &span : wordsIn(text, emoticons))
        found.append(text.mid(span.start, span.length));
    QCOMPARE(found, words);
}

QTEST_MAIN(tst_WordFinder)
#include "tst_wordfinder.moc"
