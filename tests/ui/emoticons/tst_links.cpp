#include "ui/emoticons/links.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Ui;

class tst_Links : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void targets_data();
    void targets();
    void opensOnlyWebAndMail_data();
    void opensOnlyWebAndMail();
    void showsTheRealTarget();
    void longTextTakesLinearTime();
};

void tst_Links::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const QString &text, const QStringList &links) {
        QTest::newRow(name) << text << links;
    };
    row("none", QStringLiteral("no link: here"), {});
    row("alone", QStringLiteral("http://example.com"), {QStringLiteral("http://example.com")});
    row("capitals", QStringLiteral("HTTPS://Example.com/A"), {QStringLiteral("HTTPS://Example.com/A")});
    row("end of a sentence", QStringLiteral("See https://example.com/a."),
        {QStringLiteral("https://example.com/a")});
    row("in brackets", QStringLiteral("(https://example.com/a)"), {QStringLiteral("https://example.com/a")});
    row("bracket of its own", QStringLiteral("https://example.com/a_(b)"),
        {QStringLiteral("https://example.com/a_(b)")});
    row("bare www", QStringLiteral("go to www.example.com, now"), {QStringLiteral("www.example.com")});
    row("two", QStringLiteral("www.example.com www.example.net"),
        {QStringLiteral("www.example.com"), QStringLiteral("www.example.net")});
    row("address", QStringLiteral("write to ana@example.com!"), {QStringLiteral("ana@example.com")});
    row("Chinese full stop", QStringLiteral("https://example.com/图。"),
        {QStringLiteral("https://example.com/图")});
    row("quoted", QStringLiteral("\"https://example.com\""), {QStringLiteral("https://example.com")});
    row("direction override ends it", QStringLiteral("https://example.com/\u202Ecod.exe"),
        {QStringLiteral("https://example.com/")});
    row("inside a word", QStringLiteral("xhttp://example.com"), {});
    row("file", QStringLiteral("file:///etc/passwd"), {});
    row("script", QStringLiteral("javascript:alert(1)"), {});
    row("network share", QStringLiteral("\\\\example.com\\share"), {});
    row("scheme alone", QStringLiteral("http://"), {});
    row("only punctuation", QStringLiteral("http://..."), {});
}

void tst_Links::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, links);
    QStringList found;
    const QList<LinkSpan> spans = findLinks(text);
    for (const LinkSpan &span : spans)
        found.append(text.mid(span.start, span.length));
    QCOMPARE(found, links);
}

void tst_Links::targets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QUrl>("target");
    QTest::newRow("web") << QStringLiteral("https://example.com/a?b=c")
                         << QUrl(QStringLiteral("https://example.com/a?b=c"));
    QTest::newRow("bare") << QStringLiteral("www.example.com")
                          << QUrl(QStringLiteral("http://www.example.com"));
    QTest::newRow("address") << QStringLiteral("ana@example.com")
                             << QUrl(QStringLiteral("mailto:ana@example.com"));
    QTest::newRow("mailto") << QStringLiteral("mailto:ana@example.com")
                            << QUrl(QStringLiteral("mailto:ana@example.com"));
}

void tst_Links::targets()
{
    QFETCH(const QString, text);
    QFETCH(const QUrl, target);
    const QList<LinkSpan> links = findLinks(text);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().target, target);
}

void tst_Links::opensOnlyWebAndMail_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("may");
    const auto row
        = [](const char *url, bool may) { QTest::newRow(url) << QUrl(QString::fromLatin1(url)) << may; };
    row("http://example.com", true);
    row("https://example.com", true);
    row("mailto:ana@example.com", true);
    row("file:///etc/passwd", false);
    row("ftp://example.com", false);
    row("javascript:alert(1)", false);
    row("smb://example.com/a", false);
    row("http:///a", false);
    row("relative", false);
}

void tst_Links::opensOnlyWebAndMail()
{
    QFETCH(const QUrl, url);
    QFETCH(const bool, may);
    QCOMPARE(mayOpen(url), may);
}

void tst_Links::showsTheRealTarget()
{
    const QUrl lookAlike(QStringLiteral("https://ex\u0430mple.com/")); // a Cyrillic a
    QVERIFY(shownTarget(lookAlike).contains(QStringLiteral("xn--")));
    QVERIFY(shownTarget(QUrl(QStringLiteral("https://example.com/") + QString(5000, u'a'))).size() <= 201);
}

void tst_Links::longTextTakesLinearTime()
{
    for (const QString &part : {QStringLiteral("a"), QStringLiteral("a."), QStringLiteral("a@"),
             QStringLiteral("www."), QStringLiteral("http://"), QStringLiteral("("), QStringLiteral(")")}) {
        QElapsedTimer timer;
        timer.start();
        findLinks(part.repeated(65536 / part.size()));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(part));
    }
}

QTEST_APPLESS_MAIN(tst_Links)
#include "tst_links.moc"
