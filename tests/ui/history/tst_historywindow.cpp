#include "tests/support/buttons.h"
#include "tests/ui/history/keptmessages.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/view/messageview.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/history/daycalendar.h"
#include "ui/history/historywindow.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTest>

using namespace Test;
using namespace Ui;

/// The history as a person meets it: typing, clicking, Enter and Esc.
class TestHistoryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatWasSaidLast();
    void findsWhileOneTypes();
    void enterShowsWhatWasSaidAroundAndEscLeadsBack();
    void arrowsWalkThroughWhatWasFound();
    void contextGoesOnWhileScrolling();
    void peopleNarrowTheSearch();
    void aPersonWithoutWordsIsRead();
    void daysAreMarkedAndLeadThere();
    void aDayOfEverybodyIsAList();
    void kindsAndTimesFilter();
    void accountsFilter();
    void samePersonOfTwoAccountsIsToldApart();
    void lettersTypedElsewhereAreSearched();
    void opensWithWordsOfSomebody();
    void newLinesComeByThemselves();
    void saysThatNothingIsKeptYet();
    void saysThatNothingIsKept();
    void saysThatNothingWasFound();
    void saysThatItCannotBeRead();
    void everythingHasAName();
    void anAccountThatGoesTakesItsLinesAlong();

private:
    void open(const QList<HistoryArchive> &archives);
    void type(const QString &text);
    QStringList found() const;
    QListView *hits() const { return m_window->findChild<QListView *>(QStringLiteral("hits")); }
    QListView *people() const { return m_window->findChild<QListView *>(QStringLiteral("historyPeople")); }
    QLineEdit *words() const { return m_window->findChild<QLineEdit *>(QStringLiteral("historyWords")); }
    MessageView *view() const { return m_window->findChild<MessageView *>(); }
    QComboBox *combo(const QString &name) const;
    QString shownWords() const;
    bool isReading() const { return view()->isVisible(); }
    void press(Qt::Key key, QWidget *widget = nullptr);
    void choose(const QString &person);

    const EmoticonSet m_emoticons{};
    ChatPreferences m_preferences;
    std::unique_ptr<KeptMessages> m_kept;
    std::unique_ptr<HistoryWindow> m_window;
};

void TestHistoryWindow::init()
{
    m_kept = std::make_unique<KeptMessages>(QList<Msn::HistoryEntry>{
        line(ana, noon(1), QStringLiteral("Shall we go to the lake?")),
        mine(ana, noon(1, 60), QStringLiteral("Yes, I bring the boat.")),
        line(ben, noon(2), QStringLiteral("The lake is frozen.")),
        line(ana, noon(9), QStringLiteral("I found our old photos.")),
    });
}

void TestHistoryWindow::cleanup()
{
    m_window.reset();
    m_kept.reset();
}

void TestHistoryWindow::open(const QList<HistoryArchive> &archives)
{
    m_window = std::make_unique<HistoryWindow>(archives, m_emoticons, m_preferences);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(m_window->archives().wasRead());
}

QComboBox *TestHistoryWindow::combo(const QString &name) const
{
    const QList<QComboBox *> all = m_window->findChildren<QComboBox *>();
    for (QComboBox *candidate : all) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

void TestHistoryWindow::type(const QString &text)
{
    words()->setFocus();
    words()->selectAll();
    QTest::keyClicks(words(), text);
}

void TestHistoryWindow::press(Qt::Key key, QWidget *widget)
{
    QTest::keyClick(widget ? widget : m_window->focusWidget(), key);
}

QStringList TestHistoryWindow::found() const
{
    QStringList lines;
    if (!hits()->isVisible())
        return lines;
    for (int row = 0; row < hits()->model()->rowCount(); ++row)
        lines.append(hits()->model()->index(row, 0).data().toString());
    return lines;
}

QString TestHistoryWindow::shownWords() const
{
    QStringList texts;
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts.join(u'|');
}

void TestHistoryWindow::choose(const QString &person)
{
    const QAbstractItemModel &model = *people()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data().toString() == person)
            QTest::mouseClick(people()->viewport(), Qt::LeftButton, {}, people()->visualRect(index).center());
    }
}

void TestHistoryWindow::showsWhatWasSaidLast()
{
    open({m_kept->archive()});
    EVENTUALLY(found().size() == 4);
    QCOMPARE(found().constFirst(), QStringLiteral("I found our old photos."));
    const QAbstractItemModel &model = *people()->model();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Everybody"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("Ana Ruiz"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("Benny"));
    QCOMPARE(
        model.index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Ana Ruiz, 3 message(s)"));
}

void TestHistoryWindow::findsWhileOneTypes()
{
    open({m_kept->archive()});
    type(QStringLiteral("lak"));
    EVENTUALLY(found()
        == (QStringList{QStringLiteral("The lake is frozen."), QStringLiteral("Shall we go to the lake?")}));
    type(QStringLiteral("lake go"));
    EVENTUALLY(found() == QStringList{QStringLiteral("Shall we go to the lake?")});
    EVENTUALLY(shownWords().contains(QStringLiteral("1 message(s)")));
}

void TestHistoryWindow::enterShowsWhatWasSaidAroundAndEscLeadsBack()
{
    open({m_kept->archive()});
    type(QStringLiteral("boat"));
    EVENTUALLY(found().size() == 1);
    press(Qt::Key_Return, words());
    QCOMPARE(m_window->focusWidget(), hits());
    press(Qt::Key_Return, hits());
    EVENTUALLY(isReading() && view()->toPlainText().contains(QStringLiteral("old photos"))
        && view()->toPlainText().contains(QStringLiteral("go to the lake?")));
    // Ben said his in another conversation.
    QVERIFY(!view()->toPlainText().contains(QStringLiteral("frozen")));
    EVENTUALLY(view()->extraSelections().size() >= 2);
    QVERIFY(view()->textCursor().block().text().contains(QStringLiteral("boat"))
        || view()->textCursor().block().next().text().contains(QStringLiteral("boat")));
    QVERIFY(view()->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(!isReading());
    QCOMPARE(m_window->focusWidget(), hits());
    QCOMPARE(hits()->currentIndex().row(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(words()->text(), QString());
    QVERIFY(m_window->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
}

void TestHistoryWindow::arrowsWalkThroughWhatWasFound()
{
    open({m_kept->archive()});
    type(QStringLiteral("lake"));
    EVENTUALLY(found().size() == 2);
    press(Qt::Key_Down, words());
    QCOMPARE(m_window->focusWidget(), hits());
    QCOMPARE(hits()->currentIndex().row(), 0);
    press(Qt::Key_Down);
    QCOMPARE(hits()->currentIndex().row(), 1);
    press(Qt::Key_Return);
    EVENTUALLY(isReading() && view()->toPlainText().contains(QStringLiteral("Shall we go")));
}

void TestHistoryWindow::contextGoesOnWhileScrolling()
{
    QList<Msn::HistoryEntry> many;
    for (int i = 0; i < 600; ++i)
        many.append(line(ben, noon(10, i * 30), QStringLiteral("number %1.").arg(i)));
    m_kept->add(many);
    open({m_kept->archive()});
    type(QStringLiteral("\"number 300\"").remove(u'"'));
    EVENTUALLY(found().size() == 1);
    press(Qt::Key_Down, words());
    press(Qt::Key_Return);
    EVENTUALLY(view()->toPlainText().contains(QStringLiteral("number 300."))
        && view()->toPlainText().contains(QStringLiteral("number 299.")));
    QVERIFY(!view()->toPlainText().contains(QStringLiteral("number 0.")));
    EVENTUALLY((view()->verticalScrollBar()->setValue(0),
        view()->toPlainText().contains(QStringLiteral("number 0."))));
    EVENTUALLY((view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum()),
        view()->toPlainText().contains(QStringLiteral("number 599."))));
}

void TestHistoryWindow::peopleNarrowTheSearch()
{
    open({m_kept->archive()});
    type(QStringLiteral("lake"));
    EVENTUALLY(found().size() == 2);
    choose(QStringLiteral("Benny"));
    EVENTUALLY(found() == QStringList{QStringLiteral("The lake is frozen.")});
    choose(QStringLiteral("Everybody"));
    EVENTUALLY(found().size() == 2);
}

void TestHistoryWindow::aPersonWithoutWordsIsRead()
{
    open({m_kept->archive()});
    choose(QStringLiteral("Ana Ruiz"));
    EVENTUALLY(isReading() && view()->toPlainText().contains(QStringLiteral("old photos")));
    QVERIFY(view()->toPlainText().contains(QStringLiteral("boat")));
    QVERIFY(!view()->toPlainText().contains(QStringLiteral("frozen")));
    QVERIFY(!button(*m_window, QStringLiteral("Back")));
}

void TestHistoryWindow::daysAreMarkedAndLeadThere()
{
    QList<Msn::HistoryEntry> many;
    for (int i = 0; i < 300; ++i)
        many.append(line(ana, noon(20, i), QStringLiteral("later %1").arg(i)));
    m_kept->add(many);
    open({m_kept->archive()});
    auto *calendar = m_window->findChild<DayCalendar *>();
    calendar->setCurrentPage(2024, 5);
    EVENTUALLY(calendar->isMarked(QDate(2024, 5, 2)));
    choose(QStringLiteral("Ana Ruiz"));
    EVENTUALLY(!calendar->isMarked(QDate(2024, 5, 2)));
    QVERIFY(calendar->isMarked(QDate(2024, 5, 1)));
    QVERIFY(calendar->isMarked(QDate(2024, 5, 9)));
    QVERIFY(!calendar->isMarked(QDate(2024, 5, 10)));
    EVENTUALLY(view()->toPlainText().contains(QStringLiteral("later 299")));
    QVERIFY(!view()->toPlainText().contains(QStringLiteral("photos")));
    Q_EMIT calendar->dayChosen(QDate(2024, 5, 9));
    EVENTUALLY(view()->toPlainText().contains(QStringLiteral("photos"))
        && view()->toPlainText().contains(QStringLiteral("boat")));
    EVENTUALLY(view()->textCursor().block().position() > 0);
}

void TestHistoryWindow::aDayOfEverybodyIsAList()
{
    open({m_kept->archive()});
    EVENTUALLY(found().size() == 4);
    Q_EMIT m_window->findChild<DayCalendar *>()->dayChosen(QDate(2024, 5, 1));
    EVENTUALLY(found().size() == 2);
    QCOMPARE(found().constFirst(), QStringLiteral("Yes, I bring the boat."));
}

void TestHistoryWindow::kindsAndTimesFilter()
{
    Msn::HistoryEntry nudge = line(ben, noon(3), {});
    nudge.kind = Msn::HistoryEntry::Kind::Nudge;
    Msn::HistoryEntry today = line(ben, QDateTime::currentDateTimeUtc(), QStringLiteral("just now"));
    m_kept->add({nudge, today});
    open({m_kept->archive()});
    QComboBox *kind = combo(QStringLiteral("Kind"));
    kind->setCurrentIndex(kind->findText(QStringLiteral("Nudges")));
    EVENTUALLY(found() == QStringList{QStringLiteral("Benny just sent you a nudge.")});
    kind->setCurrentIndex(0);
    QComboBox *time = combo(QStringLiteral("Time"));
    time->setCurrentIndex(time->findText(QStringLiteral("The last 7 days")));
    EVENTUALLY(found() == QStringList{QStringLiteral("just now")});
    time->setCurrentIndex(0);
    EVENTUALLY(found().size() == 6);
}

void TestHistoryWindow::accountsFilter()
{
    KeptMessages work({line(ben, noon(5), QStringLiteral("from the office"))});
    open({m_kept->archive(), work.archive(QStringLiteral("Office"))});
    EVENTUALLY(found().size() == 5);
    QCOMPARE(people()->model()->rowCount(), 4);
    QComboBox *account = combo(QStringLiteral("Account"));
    QVERIFY(account->isVisible());
    account->setCurrentIndex(2);
    EVENTUALLY(found() == QStringList{QStringLiteral("from the office")});
    QCOMPARE(people()->model()->rowCount(), 2);
}

void TestHistoryWindow::samePersonOfTwoAccountsIsToldApart()
{
    const QList<Msn::HistoryEntry> sameAna{line(ana, noon(6), QStringLiteral("from the office"))};
    KeptMessages work(sameAna);
    KeptMessages second(sameAna);
    HistoryArchive other = second.archive(QStringLiteral("Office"));
    other.account = Msn::Address(QStringLiteral("marta@example.net"));
    open({m_kept->archive(), work.archive(QStringLiteral("Office")), other});
    EVENTUALLY(people()->model()->rowCount() > 4);
    QStringList names;
    for (int row = 1; row < people()->model()->rowCount(); ++row)
        names.append(people()->model()->index(row, 0).data().toString());
    names.sort();
    QVERIFY2(names.contains(QStringLiteral("Ana Ruiz (Home)")), qPrintable(names.join(u'|')));
    QVERIFY(names.contains(QStringLiteral("Ana Ruiz (marta@example.com)")));
    QVERIFY(names.contains(QStringLiteral("Ana Ruiz (marta@example.net)")));
    QVERIFY(names.contains(QStringLiteral("Benny")));
}

void TestHistoryWindow::lettersTypedElsewhereAreSearched()
{
    open({m_kept->archive()});
    EVENTUALLY(found().size() == 4);
    hits()->setFocus();
    QTest::keyClicks(hits(), QStringLiteral("b"));
    QCOMPARE(m_window->focusWidget(), words());
    QTest::keyClicks(words(), QStringLiteral("oat"));
    EVENTUALLY(found() == QStringList{QStringLiteral("Yes, I bring the boat.")});
}

void TestHistoryWindow::opensWithWordsOfSomebody()
{
    open({m_kept->archive()});
    m_window->look(HistoryPeer{0, ana}, QStringLiteral("lake"));
    EVENTUALLY(found() == QStringList{QStringLiteral("Shall we go to the lake?")});
    QCOMPARE(words()->text(), QStringLiteral("lake"));
    QCOMPARE(people()->currentIndex().data().toString(), QStringLiteral("Ana Ruiz"));
    m_window->look(HistoryPeer{0, ben}, {});
    EVENTUALLY(isReading() && view()->toPlainText().contains(QStringLiteral("frozen")));
}

void TestHistoryWindow::newLinesComeByThemselves()
{
    open({m_kept->archive()});
    choose(QStringLiteral("Benny"));
    EVENTUALLY(view()->toPlainText().contains(QStringLiteral("frozen")));
    m_kept->store().add(line(ben, QDateTime::currentDateTimeUtc(), QStringLiteral("and thawed again")));
    EVENTUALLY(view()->toPlainText().contains(QStringLiteral("thawed")));
    EVENTUALLY(people()->model()->index(1, 0).data().toString() == QStringLiteral("Benny"));
    QCOMPARE(people()->currentIndex().row(), 1);
}

void TestHistoryWindow::saysThatNothingIsKeptYet()
{
    KeptMessages empty;
    open({empty.archive()});
    EVENTUALLY(shownWords().contains(QStringLiteral("Nothing is kept yet.")));
    QVERIFY(shownWords().contains(QStringLiteral("Import message history")));
}

void TestHistoryWindow::saysThatNothingIsKept()
{
    KeptMessages empty;
    HistoryArchive archive = empty.archive();
    archive.isKeeping = false;
    open({archive});
    EVENTUALLY(shownWords().contains(QStringLiteral("Nothing is kept.")));
    QVERIFY(shownWords().contains(QStringLiteral("Keep my conversations")));
}

void TestHistoryWindow::saysThatNothingWasFound()
{
    open({m_kept->archive()});
    type(QStringLiteral("qqqqq"));
    EVENTUALLY(shownWords().contains(QStringLiteral("Nothing was found.")));
    QVERIFY(!hits()->isVisible());
    type(QStringLiteral("boat"));
    EVENTUALLY(found().size() == 1);
}

void TestHistoryWindow::saysThatItCannotBeRead()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("history.sqlite"));
    QVERIFY(QDir().mkpath(name)); // a folder in the place of the file
    Msn::HistoryStore store({name});
    HistoryArchive archive = m_kept->archive();
    archive.store = &store;
    open({archive});
    auto *bar = m_window->findChild<MessageBar *>();
    EVENTUALLY(bar->isVisible());
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
    QVERIFY(bar->text().contains(QStringLiteral("could not be read")));
}

void TestHistoryWindow::everythingHasAName()
{
    open({m_kept->archive()});
    for (const QWidget *widget :
        std::initializer_list<QWidget *>{words(), hits(), people(), view(), combo(QStringLiteral("Kind")),
            combo(QStringLiteral("Time")), m_window->findChild<DayCalendar *>()})
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    // All of it can be reached with Tab, once the first lines are there.
    EVENTUALLY(hits()->isVisible() && !found().isEmpty());
    QSet<const QWidget *> reached;
    words()->setFocus();
    for (int i = 0; i < 20; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QWidget *widget : std::initializer_list<QWidget *>{
             words(), hits(), people(), combo(QStringLiteral("Kind")), combo(QStringLiteral("Time"))})
        QVERIFY2(reached.contains(widget), widget->metaObject()->className());
}

void TestHistoryWindow::anAccountThatGoesTakesItsLinesAlong()
{
    KeptMessages work({line(ben, noon(5), QStringLiteral("from the office"))});
    open({m_kept->archive(), work.archive(QStringLiteral("Office"))});
    EVENTUALLY(found().size() == 5);
    m_window->look(HistoryPeer{0, ana}, {});
    EVENTUALLY(isReading());
    m_window->forget(m_kept->store());
    m_kept.reset();
    EVENTUALLY(found() == QStringList{QStringLiteral("from the office")});
}

QTEST_MAIN(TestHistoryWindow)

#include "tst_historywindow.moc"
