#include "tests/ui/history/keptmessages.h"
#include "ui/history/historyarchives.h"
#include "ui/history/historytext.h"
#include "ui/history/hitsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Test;
using namespace Ui;

/// What is found in several histories becomes one list, newest first, a page at a time.
class TestHitsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesHistoriesByTime();
    void pagesComeAsTheyAreAskedFor();
    void aNewSearchEndsTheOneBefore();
    void tellsWhoSaidIt();
    void removedLinesGo();
    void excerptsShowTheWord_data();
    void excerptsShowTheWord();
};

namespace {

QStringList shownIn(const HitsModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row).data().toString());
    return lines;
}

Msn::HistoryQuery queryFor(const QString &text)
{
    Msn::HistoryQuery query;
    query.text = text;
    return query;
}

} // namespace

void TestHitsModel::mergesHistoriesByTime()
{
    KeptMessages home(
        {line(ana, noon(1), QStringLiteral("apple one")), line(ana, noon(3), QStringLiteral("apple three"))});
    KeptMessages work(
        {line(ben, noon(2), QStringLiteral("apple two")), line(ben, noon(4), QStringLiteral("apple four"))});
    HistoryArchives archives({home.archive(), work.archive(QStringLiteral("Club"))});
    HitsModel model(archives);
    const QAbstractItemModelTester tester(&model);
    model.search(queryFor(QStringLiteral("apple")), {});
    EVENTUALLY(!model.isSearching());
    QCOMPARE(shownIn(model),
        (QStringList{QStringLiteral("apple four"), QStringLiteral("apple three"), QStringLiteral("apple two"),
            QStringLiteral("apple one")}));
    QVERIFY(model.index(0)
                .data(Qt::ToolTipRole)
                .toString()
                .endsWith(QStringLiteral("marta@example.com on Club")));
    model.search(queryFor(QStringLiteral("apple")), 1);
    EVENTUALLY(!model.isSearching());
    QCOMPARE(shownIn(model), (QStringList{QStringLiteral("apple four"), QStringLiteral("apple two")}));
}

void TestHitsModel::pagesComeAsTheyAreAskedFor()
{
    QList<Msn::HistoryEntry> many;
    for (int i = 0; i < 130; ++i)
        many.append(line(ana, noon(1, i), QStringLiteral("pear %1").arg(i)));
    KeptMessages home(many);
    HistoryArchives archives({home.archive()});
    HitsModel model(archives);
    QSignalSpy finished(&model, &HitsModel::finished);
    model.search(queryFor(QStringLiteral("pear")), {});
    EVENTUALLY(finished.size() == 1);
    QCOMPARE(model.rowCount(), HistorySearch::pageSize);
    while (model.canFetchMore({})) {
        finished.clear();
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        EVENTUALLY(finished.size() == 1);
    }
    QCOMPARE(model.rowCount(), 130);
    QCOMPARE(model.index(129).data().toString(), QStringLiteral("pear 0"));
}

void TestHitsModel::aNewSearchEndsTheOneBefore()
{
    KeptMessages home({line(ana, noon(1), QStringLiteral("first words")),
        line(ana, noon(2), QStringLiteral("other words"))});
    HistoryArchives archives({home.archive()});
    HitsModel model(archives);
    QSignalSpy inserted(&model, &HitsModel::rowsInserted);
    model.search(queryFor(QStringLiteral("first")), {});
    model.search(queryFor(QStringLiteral("other")), {});
    EVENTUALLY(!model.isSearching());
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(shownIn(model), QStringList{QStringLiteral("other words")});
    model.search(queryFor(QStringLiteral("not there")), {});
    QCOMPARE(model.rowCount(), 1);
    EVENTUALLY(!model.isSearching());
    QCOMPARE(model.rowCount(), 0);
}

void TestHitsModel::tellsWhoSaidIt()
{
    Msn::HistoryEntry nudge = line(ana, noon(2), {});
    nudge.kind = Msn::HistoryEntry::Kind::Nudge;
    Msn::HistoryEntry inGroup = line(ben, noon(1), QStringLiteral("all of us"));
    inGroup.group = QStringLiteral("g");
    inGroup.sender = ana;
    inGroup.senderName = Msn::FriendlyName(QStringLiteral("Ana Ruiz"));
    KeptMessages home({mine(ben, noon(3), QStringLiteral("[b]hello[/b]")), nudge, inGroup});
    HistoryArchives archives({home.archive()});
    archives.refresh();
    EVENTUALLY(archives.wasRead());
    HitsModel model(archives);
    model.search({}, {});
    EVENTUALLY(!model.isSearching());
    QCOMPARE(model.index(0).data(HitsModel::TitleRole).toString(), QStringLiteral("You to Benny"));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("hello"));
    QCOMPARE(model.index(1).data(HitsModel::TitleRole).toString(), QStringLiteral("Ana Ruiz"));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Ana Ruiz just sent you a nudge."));
    QCOMPARE(model.index(2).data(HitsModel::TitleRole).toString(),
        QStringLiteral("Ana Ruiz in the group with Benny"));
    const QString read = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(read.startsWith(QStringLiteral("You to Benny, ")) && read.endsWith(QStringLiteral(": hello")),
        qPrintable(read));
}

void TestHitsModel::removedLinesGo()
{
    KeptMessages home(
        {line(ana, noon(1), QStringLiteral("stays")), line(ana, noon(2), QStringLiteral("goes"))});
    HistoryArchives archives({home.archive()});
    HitsModel model(archives);
    const QAbstractItemModelTester tester(&model);
    model.search({}, {});
    EVENTUALLY(!model.isSearching());
    model.remove(0, model.hit(0).entry.id);
    QCOMPARE(shownIn(model), QStringList{QStringLiteral("stays")});
}

void TestHitsModel::excerptsShowTheWord_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");
    const QString filler = QStringLiteral("nothing to see here ").repeated(30);
    QTest::newRow("at the beginning") << QStringLiteral("Needle in it") << QStringLiteral("needle");
    QTest::newRow("far behind") << filler + QStringLiteral("a needle") << QStringLiteral("NEEDLE");
    QTest::newRow("without blanks") << QString(500, u'x') + QStringLiteral("needle")
                                    << QStringLiteral("needle");
    QTest::newRow("behind emoji") << QStringLiteral("\U0001F389").repeated(300) + QStringLiteral("needle")
                                  << QStringLiteral("needle");
    QTest::newRow("Chinese") << QString(200, QChar(0x597d)) + QStringLiteral("\u516c\u56ed")
                             << QStringLiteral("\u516c\u56ed");
}

void TestHitsModel::excerptsShowTheWord()
{
    QFETCH(QString, line);
    QFETCH(QString, word);
    const QString excerpt = HistoryText::excerpt(line, {word});
    const qsizetype place = excerpt.indexOf(word, 0, Qt::CaseInsensitive);
    QVERIFY2(place >= 0 && place <= 60, qPrintable(excerpt));
    QVERIFY(excerpt.isValidUtf16());
}

QTEST_MAIN(TestHitsModel)

#include "tst_hitsmodel.moc"
