#include "tests/core/history/historysamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace Test;

/// What is typed is found, whatever the script and however short; no character of it is a command.
class TestHistorySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void complaint14_findsWhatIsTyped_data();
    void complaint14_findsWhatIsTyped();
    void nothingTypedIsSyntax_data();
    void nothingTypedIsSyntax();
    void newestComeFirstInPages_data();
    void newestComeFirstInPages();
    void oldestComeFirstWhereAskedFor_data();
    void oldestComeFirstWhereAskedFor();
    void filters_data();
    void filters();
    void shortWordsAreFoundHoweverOld();
    void changedTextIsFoundAsItIsNow();
    void stopsWhenItIsCancelled();

private:
    Expected<HistoryHits, Error> search(const HistoryQuery &query);
    QStringList found(const QString &text);

    QTemporaryDir m_folder;
    std::unique_ptr<HistoryDatabase> m_database;
};

namespace {

const QStringList samples{
    QStringLiteral("Back from my holidays"),
    QStringLiteral("\u4f60\u597d\uff0c\u660e\u5929\u4e00\u8d77\u53bb\u516c\u56ed\u5427"), // Chinese
    QStringLiteral("\u660e\u65e5\u306f\u6620\u753b\u3092\u898b\u306b\u884c\u304d\u307e\u3059"), // Japanese
    QStringLiteral("\u042d\u0442\u043e \u043f\u043e-\u0440\u0443\u0441\u0441\u043a\u0438"), // Russian
    QStringLiteral("say \"quoted words\" aloud"),
    QStringLiteral("100% sure_thing"),
    QStringLiteral("star * and NEAR(a b) AND NOT text:x"),
    QStringLiteral("party \U0001F389\U0001F389\U0001F600 tonight"),
    QStringLiteral("C:\\path\\to"),
    QStringLiteral("ok"),
    QStringLiteral("\u00c9cole"),
};

} // namespace

void TestHistorySearch::initTestCase()
{
    auto opened = HistoryDatabase::open({m_folder.filePath(QStringLiteral("history.sqlite")), 1000, 0});
    QVERIFY(opened.has_value());
    m_database = std::move(opened).value();
    QVERIFY(m_database->begin().has_value());
    for (int i = 0; i < samples.size(); ++i)
        QVERIFY(m_database->add(said(samples.at(i), i)).has_value());
    HistoryEntry nudge = said({}, 50, ben);
    nudge.kind = HistoryEntry::Kind::Nudge;
    QVERIFY(m_database->add(nudge).has_value());
    QVERIFY(m_database->add(said(QStringLiteral("holidays with Ben"), 60, ben)).has_value());
    for (int i = 0; i < 120; ++i)
        QVERIFY(m_database->add(said(QStringLiteral("filler zq %1").arg(i), 1000 + i, ben)).has_value());
    QVERIFY(m_database->commit().has_value());
}

Expected<HistoryHits, Error> TestHistorySearch::search(const HistoryQuery &query)
{
    return searchHistory(m_database->connection(), query);
}

QStringList TestHistorySearch::found(const QString &text)
{
    HistoryQuery query;
    query.text = text;
    const auto hits = search(query);
    return hits ? textsOf(hits->entries) : QStringList{hits.error().detail};
}

void TestHistorySearch::complaint14_findsWhatIsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("a word") << QStringLiteral("from") << 0;
    QTest::newRow("another case") << QStringLiteral("BACK") << 0;
    QTest::newRow("the middle of a word") << QStringLiteral("olid fro") << 0;
    QTest::newRow("words in another order") << QStringLiteral("my back") << 0;
    QTest::newRow("Chinese, three characters") << QStringLiteral("\u53bb\u516c\u56ed") << 1;
    QTest::newRow("Chinese, two") << QStringLiteral("\u516c\u56ed") << 1;
    QTest::newRow("Chinese, one") << QStringLiteral("\u5427") << 1;
    QTest::newRow("Japanese") << QStringLiteral("\u6620\u753b\u3092\u898b") << 2;
    QTest::newRow("Japanese, two") << QStringLiteral("\u6620\u753b") << 2;
    QTest::newRow("Russian, another case") << QStringLiteral("\u0420\u0423\u0421\u0421") << 3;
    QTest::newRow("Russian, two, another case") << QStringLiteral("\u044d\u0422") << 3;
    QTest::newRow("quotes") << QStringLiteral("\"quoted words\"") << 4;
    QTest::newRow("a single quote character") << QStringLiteral("\"") << 4;
    QTest::newRow("per cent") << QStringLiteral("%") << 5;
    QTest::newRow("underscore") << QStringLiteral("_") << 5;
    QTest::newRow("underscore in a word") << QStringLiteral("sure_t") << 5;
    QTest::newRow("star") << QStringLiteral("*") << 6;
    QTest::newRow("NEAR") << QStringLiteral("NEAR(a") << 6;
    QTest::newRow("a column") << QStringLiteral("text:x") << 6;
    QTest::newRow("one emoji") << QStringLiteral("\U0001F600") << 7;
    QTest::newRow("two emoji") << QStringLiteral("\U0001F389\U0001F600") << 7;
    QTest::newRow("three emoji") << QStringLiteral("\U0001F389\U0001F389\U0001F600") << 7;
    QTest::newRow("backslash") << QStringLiteral("\\") << 8;
    QTest::newRow("path") << QStringLiteral("h\\to") << 8;
    QTest::newRow("a long and a short word") << QStringLiteral("path C:") << 8;
    QTest::newRow("two letters") << QStringLiteral("OK") << 9;
    QTest::newRow("accent, another case") << QStringLiteral("\u00e9co") << 10;
    QTest::newRow("accent, two letters") << QStringLiteral("\u00e9c") << 10;
}

void TestHistorySearch::complaint14_findsWhatIsTyped()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QCOMPARE(found(text), QStringList{samples.at(line)});
}

void TestHistorySearch::nothingTypedIsSyntax_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an open quote") << QStringLiteral("\"holi");
    QTest::newRow("three quotes") << QStringLiteral("\"\"\"");
    QTest::newRow("AND") << QStringLiteral("AND XOR");
    QTest::newRow("an open bracket") << QStringLiteral("NEAR(holidays");
    QTest::newRow("a prefix") << QStringLiteral("holi*");
    QTest::newRow("a column") << QStringLiteral("text : holi^");
    QTest::newRow("a statement") << QStringLiteral("'; DROP TABLE message; --");
    QTest::newRow("a null character")
        << QString(QStringLiteral("ab") + QChar(u'\0') + QStringLiteral("cd\"ef"));
    QTest::newRow("half a character") << QString(3, QChar(0xd83d));
    QTest::newRow("very long") << QString(100'000, u'%');
    QTest::newRow("many words") << QStringLiteral("zz ").repeated(2000);
}

void TestHistorySearch::nothingTypedIsSyntax()
{
    QFETCH(QString, text);
    HistoryQuery query;
    query.text = text;
    const auto hits = search(query);
    QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
    QCOMPARE(textsOf(hits->entries), QStringList());
    QCOMPARE(found(QStringLiteral("back")).size(), 1);
}

void TestHistorySearch::newestComeFirstInPages_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("everything") << QString();
    QTest::newRow("a word") << QStringLiteral("filler");
    QTest::newRow("two letters") << QStringLiteral("zq");
    QTest::newRow("both") << QStringLiteral("zq filler");
}

void TestHistorySearch::newestComeFirstInPages()
{
    QFETCH(QString, text);
    HistoryQuery query;
    query.text = text;
    query.count = 50;
    query.from = morning().addSecs(1000);
    QStringList all;
    for (int pages = 0; pages < 10; ++pages) {
        const auto hits = search(query);
        QVERIFY(hits.has_value());
        QVERIFY(hits->entries.size() <= 50);
        all += textsOf(hits->entries);
        query.before = hits->next;
        if (!hits->next)
            break;
    }
    QCOMPARE(all.size(), 120);
    for (int i = 0; i < 120; ++i)
        QCOMPARE(all.at(i), QStringLiteral("filler zq %1").arg(119 - i));
}

void TestHistorySearch::oldestComeFirstWhereAskedFor_data()
{
    newestComeFirstInPages_data();
}

void TestHistorySearch::oldestComeFirstWhereAskedFor()
{
    QFETCH(QString, text);
    HistoryQuery query;
    query.text = text;
    query.from = morning().addSecs(1000);
    query.oldestFirst = true;
    QStringList all;
    for (int pages = 0; pages < 10; ++pages) {
        const auto hits = search(query);
        QVERIFY(hits.has_value());
        QVERIFY(!hits->next || hits->entries.size() == query.count);
        all += textsOf(hits->entries);
        query.after = hits->next;
        if (!hits->next)
            break;
    }
    QCOMPARE(all.size(), 120);
    for (int i = 0; i < 120; ++i)
        QCOMPARE(all.at(i), QStringLiteral("filler zq %1").arg(i));
}

void TestHistorySearch::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("person");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::addColumn<bool>("nudges");
    QTest::addColumn<QStringList>("expected");
    const QStringList both{QStringLiteral("holidays with Ben"), samples.at(0)};
    QTest::newRow("nobody in particular")
        << QStringLiteral("holidays") << QString() << -1 << -1 << false << both;
    QTest::newRow("Ana") << QStringLiteral("holidays") << QStringLiteral("ANA@example.com") << -1 << -1
                         << false << both.mid(1);
    QTest::newRow("Ben") << QStringLiteral("holidays") << QStringLiteral("ben@example.net") << -1 << -1
                         << false << both.mid(0, 1);
    QTest::newRow("a stranger") << QStringLiteral("holidays") << QStringLiteral("x@example.net") << -1 << -1
                                << false << QStringList();
    QTest::newRow("later") << QStringLiteral("holidays") << QString() << 30 << -1 << false << both.mid(0, 1);
    QTest::newRow("earlier") << QStringLiteral("holidays") << QString() << -1 << 60 << false << both.mid(1);
    QTest::newRow("nudges") << QString() << QString() << -1 << -1 << true << QStringList{QString()};
    QTest::newRow("Ben, short, a while")
        << QStringLiteral("zq") << QStringLiteral("ben@example.net") << 1001 << 1003 << false
        << QStringList{QStringLiteral("filler zq 2"), QStringLiteral("filler zq 1")};
}

void TestHistorySearch::filters()
{
    QFETCH(QString, text);
    QFETCH(QString, person);
    QFETCH(int, from);
    QFETCH(int, until);
    QFETCH(bool, nudges);
    HistoryQuery query;
    query.text = text;
    if (!person.isEmpty())
        query.with = {Address(person)};
    if (from >= 0)
        query.from = morning().addSecs(from);
    if (until >= 0)
        query.until = morning().addSecs(until);
    if (nudges)
        query.kinds = {HistoryEntry::Kind::Nudge};
    const auto hits = search(query);
    QVERIFY(hits.has_value());
    QTEST(textsOf(hits->entries), "expected");
}

/// A page looks through so many lines and no more; the search goes on with the next.
void TestHistorySearch::shortWordsAreFoundHoweverOld()
{
    const QTemporaryDir folder;
    auto opened = HistoryDatabase::open({folder.filePath(QStringLiteral("history.sqlite")), 1000, 0});
    HistoryDatabase &database = *opened.value();
    QVERIFY(database.begin().has_value());
    QVERIFY(database.add(said(QStringLiteral("\u5bcc\u58eb"), 0)).has_value());
    for (int i = 1; i < 50'000; ++i)
        QVERIFY(database.add(said(QStringLiteral("x"), i)).has_value());
    QVERIFY(database.commit().has_value());
    HistoryQuery query;
    query.text = QStringLiteral("\u5bcc\u58eb");
    auto hits = searchHistory(database.connection(), query);
    QVERIFY(hits.has_value());
    QCOMPARE(hits->entries.size(), 0);
    QVERIFY(hits->next.has_value());
    query.before = hits->next;
    hits = searchHistory(database.connection(), query);
    QCOMPARE(hits->entries.size(), 1);
    QVERIFY(!hits->next);
}

void TestHistorySearch::changedTextIsFoundAsItIsNow()
{
    const auto id = m_database->add(said(QStringLiteral("marmalade"), 70));
    SqliteConnection &connection = m_database->connection();
    QVERIFY(connection.run(QStringLiteral("UPDATE message SET text = 'porridge' WHERE id = %1").arg(*id))
                .has_value());
    QCOMPARE(found(QStringLiteral("marmalade")), QStringList());
    QCOMPARE(found(QStringLiteral("porridge")).size(), 1);
    QCOMPARE(*m_database->remove({*id, {}, {}, {}}, 10), 1);
    QCOMPARE(found(QStringLiteral("porridge")), QStringList());
}

void TestHistorySearch::stopsWhenItIsCancelled()
{
    HistoryQuery query;
    query.text = QStringLiteral("filler");
    int asked = 0;
    const auto hits = searchHistory(m_database->connection(), query, [&asked] { return ++asked == 3; });
    QVERIFY(!hits);
    QCOMPARE(hits.error().code, ErrorCode::Cancelled);
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(TestHistorySearch)
#include "tst_historysearch.moc"
