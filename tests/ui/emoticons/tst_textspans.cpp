#include "ui/emoticons/textspans.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Ui;

class tst_TextSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_set = EmoticonSet::load(); }
    void cuts_data();
    void cuts();
    void capsTheNumberOfPictures();
    void coversEverything();

private:
    QString described(const QString &text) const;

    EmoticonSet m_set;
};

/// `text|<smile>|[link]`
QString tst_TextSpans::described(const QString &text) const
{
    int budget = maxEmoticonsPerMessage;
    QStringList parts;
    const QList<TextSpan> spans = spansOf(text, m_set, budget);
    for (const TextSpan &span : spans) {
        const QString part = text.mid(span.start, span.length);
        if (span.kind == TextSpan::Kind::Emoticon)
            parts.append(u'<' + span.emoticon->name + u'>');
        else
            parts.append(span.kind == TextSpan::Kind::Link ? u'[' + part + u']' : part);
    }
    return parts.join(u'|');
}

void tst_TextSpans::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spans");
    const auto row = [](const char *name, const char *text, const char *spans) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(spans);
    };
    row("plain", "hello", "hello");
    row("empty", "", "");
    row("one", "hello :) you", "hello |<smile>| you");
    row("side by side", ":):(", "<smile>|<sad>");
    row("never inside a link", "http://example.com/:)(h)/a :)", "[http://example.com/:)(h)/a]| |<smile>");
    row("port of a link", "http://example.com:8080/", "[http://example.com:8080/]");
    row("link between", ":) www.example.com :D", "<smile>| |[www.example.com]| |<laugh>");
    row("longest first", ":'( (brb)", "<crying>| |<be-right-back>");
    row("markup is only text", "<b>:)</b>", "<b>|<smile>|</b>");
}

void tst_TextSpans::cuts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, spans);
    QCOMPARE(described(text), spans);
}

void tst_TextSpans::capsTheNumberOfPictures()
{
    int budget = maxEmoticonsPerMessage;
    const QString text = QStringLiteral(":)").repeated(5000);
    const QList<TextSpan> spans = spansOf(text, m_set, budget);
    QCOMPARE(spans.size(), maxEmoticonsPerMessage + 1);
    QCOMPARE(budget, 0);
    QCOMPARE(spans.last().kind, TextSpan::Kind::Text);
    QCOMPARE(spans.last().start + spans.last().length, text.size());
}

void tst_TextSpans::coversEverything()
{
    const QString text = QStringLiteral("a:)www.example.com(((h)(brb:-#mailto:a@example.com");
    int budget = maxEmoticonsPerMessage;
    qsizetype position = 0;
    const QList<TextSpan> spans = spansOf(text, m_set, budget);
    for (const TextSpan &span : spans) {
        QCOMPARE(span.start, position);
        QVERIFY(span.length > 0);
        position += span.length;
    }
    QCOMPARE(position, text.size());
}

QTEST_GUILESS_MAIN(tst_TextSpans)
#include "tst_textspans.moc"
