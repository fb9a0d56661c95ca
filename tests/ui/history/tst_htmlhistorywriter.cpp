#include "tests/ui/history/keptmessages.h"
#include "ui/history/htmlhistorywriter.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace Test;
using namespace Ui;
using Msn::HistoryEntry;

/// A page that shows what was said and runs nothing of it.
class TestHtmlHistoryWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStyleMakesAPage_data();
    void everyStyleMakesAPage();
    void wordsAreNeverMarkup();
    void nothingIsLoadedFromElsewhere();
    void linksLeadWhereTheySay();
    void picturesStandOnThePageOnce();
    void colourCodesAreShownOrLeftOut();
    void fontsAreShownOrLeftOut();
    void failedMessagesAreMarked();
    void headersComeWhenTheSpeakerChanges();
    void everyPersonAndDayHasAHead();
    void everyAccountHasAHead();
};

namespace {

QString pageOf(const QList<HistoryEntry> &entries, const HtmlHistoryLook &look = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    HtmlHistoryWriter writer(
        buffer, look, [](int, const HistoryEntry &entry) { return entry.with.localPart(); },
        [](int, const HistoryEntry &entry) { return entry.senderName.singleLine(); });
    writer.begin();
    writer.beginPart(0);
    for (const HistoryEntry &entry : entries)
        writer.add(entry);
    writer.end();
    return QString::fromUtf8(buffer.data());
}

/// What is between the tags of the body.
QString bodyOf(const QString &page)
{
    return page.mid(page.indexOf(QStringLiteral("<body>")));
}

} // namespace

void TestHtmlHistoryWriter::everyStyleMakesAPage_data()
{
    QTest::addColumn<QString>("style");
    const QStringList ids = ChatStyle::ids();
    for (const QString &id : ids)
        QTest::newRow(qPrintable(id)) << id;
}

void TestHtmlHistoryWriter::everyStyleMakesAPage()
{
    QFETCH(QString, style);
    HtmlHistoryLook look;
    look.style = ChatStyle::load(style);
    look.title = QStringLiteral("Everything with Ana & Ben");
    HistoryEntry nudge = line(ana, noon(1, 5), {});
    nudge.kind = HistoryEntry::Kind::Nudge;
    const QString page = pageOf({line(ana, noon(1), QStringLiteral("hello\nyou")),
                                    mine(ana, noon(1, 2), QStringLiteral("hi")), nudge},
        look);
    QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>")));
    QVERIFY(page.endsWith(QStringLiteral("</html>\n")));
    QVERIFY(page.contains(QStringLiteral("<title>Everything with Ana &amp; Ben</title>")));
    QVERIFY(page.contains(QStringLiteral("hello<br>you")));
    QVERIFY(page.contains(QStringLiteral("class=\"m own head\"")));
    QVERIFY(page.contains(QStringLiteral("Ana Ruiz just sent you a nudge.")));
    QCOMPARE(page.count(QStringLiteral("<div")), page.count(QStringLiteral("</div>")));
    QCOMPARE(page.count(QStringLiteral("<span")), page.count(QStringLiteral("</span>")));
    // A place that was not filled would show as %1 or {time}.
    QVERIFY(
        !QRegularExpression(QStringLiteral("%[1-9]|\\{(name|time|says)\\}")).match(bodyOf(page)).hasMatch());
}

void TestHtmlHistoryWriter::wordsAreNeverMarkup()
{
    HistoryEntry entry = line(ana, noon(1), QStringLiteral("<script>alert(\"x\")</script> & </p>"));
    entry.senderName = Msn::FriendlyName(QStringLiteral("<img src=x onerror=alert(1)>"));
    entry.format.fontFamily = QStringLiteral("x';background:url(http://example.com)\"><b>");
    entry.format.colour = 0x800000;
    const QString page = pageOf({entry});
    QVERIFY(!page.contains(QStringLiteral("<script")));
    QVERIFY(!page.contains(QStringLiteral("<img")));
    QVERIFY(
        page.contains(QStringLiteral("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;/p&gt;")));
    QVERIFY(page.contains(QStringLiteral("font-family:'xbackgroundurlhttpexamplecomb'")));
}

void TestHtmlHistoryWriter::nothingIsLoadedFromElsewhere()
{
    const QString page = pageOf({line(ana, noon(1), QStringLiteral("[c=4]red[/c] :)"))});
    QVERIFY(page.contains(QStringLiteral("default-src 'none'")));
    QVERIFY(!page.contains(QStringLiteral("<link")));
    QVERIFY(!QRegularExpression(QStringLiteral("url\\((?!data:)")).match(page).hasMatch());
}

void TestHtmlHistoryWriter::linksLeadWhereTheySay()
{
    const QString page = pageOf(
        {line(ana, noon(1), QStringLiteral("see http://example.com/a?b=1&c=\"2 and javascript:alert(1)"))});
    QVERIFY(page.contains(QStringLiteral("href=\"http://example.com/a?b=1&amp;c=")));
    QVERIFY(!page.contains(QStringLiteral("href=\"javascript")));
    QCOMPARE(page.count(QStringLiteral("<a ")), 1);
}

void TestHtmlHistoryWriter::picturesStandOnThePageOnce()
{
    HtmlHistoryLook look;
    look.emoticons = EmoticonSet::load();
    const QList<HistoryEntry> entries{line(ana, noon(1), QStringLiteral("one :) two :-)")),
        line(ana, noon(1, 1), QStringLiteral("three :)"))};
    const QString page = pageOf(entries, look);
    QCOMPARE(page.count(QStringLiteral("<span class=\"e e-smile\">")), 3);
    QCOMPARE(page.count(QStringLiteral("data:image/svg+xml;base64,")), 1);
    look.showsEmoticons = false;
    QVERIFY(!pageOf(entries, look).contains(QStringLiteral("data:image")));
}

void TestHtmlHistoryWriter::colourCodesAreShownOrLeftOut()
{
    const QList<HistoryEntry> entries{line(ana, noon(1), QStringLiteral("plain [c=4]red[/c] [b]bold[/b]"))};
    HtmlHistoryLook look;
    const QString shown = pageOf(entries, look);
    QVERIFY(
        shown.contains(QRegularExpression(QStringLiteral("<span style=\"color:#[0-9a-f]{6};\">red</span>"))));
    QVERIFY(shown.contains(QStringLiteral("<span style=\"font-weight:bold;\">bold</span>")));
    look.showsCodes = false;
    QVERIFY(pageOf(entries, look).contains(QStringLiteral(">plain red bold<")));
}

void TestHtmlHistoryWriter::fontsAreShownOrLeftOut()
{
    HistoryEntry theirs = line(ana, noon(1), QStringLiteral("theirs"));
    theirs.format.bold = true;
    theirs.format.colour = 0xffff00; // yellow cannot be read on paper
    HistoryEntry own = mine(ana, noon(1, 1), QStringLiteral("own"));
    own.format.italic = true;
    HtmlHistoryLook look;
    const QString shown = pageOf({theirs, own}, look);
    QVERIFY(shown.contains(QStringLiteral("font-weight:bold;color:#")));
    QVERIFY(!shown.contains(QStringLiteral("#ffff00")));
    look.showsFormats = false;
    const QString plain = pageOf({theirs, own}, look);
    QVERIFY(!bodyOf(plain).contains(QStringLiteral("font-weight:bold")));
    QVERIFY(plain.contains(QStringLiteral("font-style:italic;\">own")));
}

void TestHtmlHistoryWriter::failedMessagesAreMarked()
{
    HistoryEntry entry = mine(ana, noon(1), QStringLiteral("lost"));
    QVERIFY(!pageOf({entry}).contains(QStringLiteral("not delivered")));
    entry.delivery = HistoryEntry::Delivery::Failed;
    QVERIFY(pageOf({entry}).contains(QStringLiteral("<p class=\"failed\">not delivered</p>")));
}

void TestHtmlHistoryWriter::headersComeWhenTheSpeakerChanges()
{
    const QString page = pageOf({line(ana, noon(1), QStringLiteral("a")),
        line(ana, noon(1, 1), QStringLiteral("b")), mine(ana, noon(1, 2), QStringLiteral("c")),
        line(ana, noon(1, 3), QStringLiteral("d")), line(ana, noon(1, 900), QStringLiteral("e"))});
    QCOMPARE(page.count(QStringLiteral("<div class=\"h\">")), 4);
}

void TestHtmlHistoryWriter::everyPersonAndDayHasAHead()
{
    const QString page
        = pageOf({line(ana, noon(1), QStringLiteral("a")), line(ana, noon(1, 1), QStringLiteral("b")),
            line(ana, noon(2), QStringLiteral("c")), line(ben, noon(2), QStringLiteral("d"))});
    QCOMPARE(page.count(QStringLiteral("<h1 class=\"person\">")), 2);
    QCOMPARE(page.count(QStringLiteral("<h2 class=\"day\">")), 3);
    QVERIFY(page.contains(QStringLiteral("<small>ben@example.net</small>")));
    HistoryEntry inGroup = line(ana, noon(1), QStringLiteral("a"));
    inGroup.group = QStringLiteral("g");
    QVERIFY(pageOf({inGroup}).contains(QStringLiteral("<bdi>Group with ana</bdi>")));
}

void TestHtmlHistoryWriter::everyAccountHasAHead()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    HtmlHistoryLook look;
    look.parts = {QStringLiteral("marta@example.com on <Home>"), QStringLiteral("marta@example.com on Club")};
    HtmlHistoryWriter writer(
        buffer, look, [](int part, const HistoryEntry &) { return QStringLiteral("peer of %1").arg(part); },
        [](int part, const HistoryEntry &) { return QStringLiteral("sender of %1").arg(part); });
    writer.begin();
    for (int part = 0; part < 2; ++part) {
        writer.beginPart(part);
        writer.add(line(ana, noon(1), QStringLiteral("hello")));
    }
    writer.end();
    const QString page = QString::fromUtf8(buffer.data());
    QVERIFY(page.contains(
        QStringLiteral("<h1 class=\"part\"><bdi>marta@example.com on &lt;Home&gt;</bdi></h1>")));
    QCOMPARE(page.count(QStringLiteral("<h2 class=\"person\">")), 2);
    QCOMPARE(page.count(QStringLiteral("<h3 class=\"day\">")), 2);
    QVERIFY(page.contains(QStringLiteral("peer of 1")) && page.contains(QStringLiteral("sender of 0")));
}

QTEST_MAIN(TestHtmlHistoryWriter)

#include "tst_htmlhistorywriter.moc"
