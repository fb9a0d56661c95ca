#include "tests/support/buttons.h"
#include "tests/ui/history/keptmessages.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/view/messageview.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/history/deletedialog.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historywindow.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>

using namespace Test;
using namespace Ui;

/// Deleting asks first and tells what went; exporting writes what is asked for.
class TestHistoryDeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void deleteKeyAsksAndDeletesOneMessage();
    void oneMessageIsKeptWhereOneSaysSo();
    void menuOfAMessageDeletesIt();
    void allOfAPersonIsDeleted();
    void aPeriodIsDeleted();
    void everythingIsDeleted();
    void enterAloneDeletesNothing();
    void exportsEverythingOfAPerson_data();
    void exportsEverythingOfAPerson();
    void exportsWhatWasFound();
    void tellsThatAFileCannotBeWritten();
    void offersWhatCanBeExported();
    void exportsAllAccountsInOneFile_data();
    void exportsAllAccountsInOneFile();

private:
    template <typename Dialog>
    Dialog *dialog() const
    {
        return m_window->findChild<Dialog *>();
    }
    QStringList kept();
    QListView *hits() const { return m_window->findChild<QListView *>(QStringLiteral("hits")); }
    MessageView *view() const { return m_window->findChild<MessageView *>(); }
    MessageBar *bar() const { return m_window->findChild<MessageBar *>({}, Qt::FindDirectChildrenOnly); }
    void click(const QWidget &parent, const QString &text);
    QString exported(const QString &name, int format);

    const EmoticonSet m_emoticons{};
    ChatPreferences m_preferences;
    std::unique_ptr<KeptMessages> m_kept;
    std::unique_ptr<HistoryWindow> m_window;
};

void TestHistoryDeeds::init()
{
    m_kept = std::make_unique<KeptMessages>(QList<Msn::HistoryEntry>{
        line(ana, noon(1), QStringLiteral("one")), line(ben, noon(2), QStringLiteral("two")),
        mine(ana, noon(3), QStringLiteral("three")), line(ana, noon(4), QStringLiteral("four"))});
    m_window = std::make_unique<HistoryWindow>(
        QList<HistoryArchive>{m_kept->archive()}, m_emoticons, m_preferences);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(hits()->model()->rowCount() == 4);
}

void TestHistoryDeeds::cleanup()
{
    m_window.reset();
    m_kept.reset();
}

QStringList TestHistoryDeeds::kept()
{
    QStringList texts;
    bool isDone = false;
    m_kept->store().search({}, {this, [&](const Msn::Expected<Msn::HistoryHits, Msn::Error> &hits) {
                                    for (const Msn::HistoryEntry &entry : hits->entries)
                                        texts.prepend(entry.text);
                                    isDone = true;
                                }});
    Test::eventually([&isDone] { return isDone; });
    return texts;
}

void TestHistoryDeeds::click(const QWidget &parent, const QString &text)
{
    QPushButton *wanted = button(parent, text);
    QVERIFY2(wanted, qPrintable(text));
    QTest::mouseClick(wanted, Qt::LeftButton);
}

void TestHistoryDeeds::deleteKeyAsksAndDeletesOneMessage()
{
    hits()->setFocus();
    hits()->setCurrentIndex(hits()->model()->index(1, 0));
    QTest::keyClick(hits(), Qt::Key_Delete);
    QVERIFY(bar()->isVisible());
    QCOMPARE(kept().size(), 4);
    // The question has the keyboard.
    QVERIFY(bar()->isAncestorOf(m_window->focusWidget()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    EVENTUALLY(bar()->text().contains(QStringLiteral("is deleted")));
    QCOMPARE(kept(), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("four")}));
    EVENTUALLY(hits()->model()->rowCount() == 3);
    QCOMPARE(m_window->focusWidget(), hits());
}

void TestHistoryDeeds::oneMessageIsKeptWhereOneSaysSo()
{
    hits()->setCurrentIndex(hits()->model()->index(0, 0));
    QTest::keyClick(hits(), Qt::Key_Delete);
    click(*bar(), QStringLiteral("Keep it"));
    QVERIFY(!bar()->isVisible());
    QCOMPARE(kept().size(), 4);
}

void TestHistoryDeeds::menuOfAMessageDeletesIt()
{
    m_window->look(HistoryPeer{0, ana});
    EVENTUALLY(view()->isVisible() && view()->toPlainText().contains(QStringLiteral("four")));
    const QTextCursor three = view()->document()->find(QStringLiteral("three"));
    const QPoint place = view()->cursorRect(three).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, view()->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view()->viewport(), &event);
    auto *menu = view()->findChild<QMenu *>(QStringLiteral("messageMenu"));
    QVERIFY(menu);
    QAction *deleting = nullptr;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&').startsWith(QStringLiteral("Delete")))
            deleting = action;
        QVERIFY(!action->isVisible() || !action->text().contains(QStringLiteral("Quote")));
    }
    QVERIFY(deleting);
    deleting->trigger();
    menu->close();
    click(*bar(), QStringLiteral("Delete it"));
    EVENTUALLY(!view()->toPlainText().contains(QStringLiteral("three")));
    EVENTUALLY(view()->toPlainText().contains(QStringLiteral("one")));
    QCOMPARE(kept(), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("four")}));
}

void TestHistoryDeeds::allOfAPersonIsDeleted()
{
    m_window->look(HistoryPeer{0, ana});
    click(*m_window, QStringLiteral("Delete…"));
    auto *asking = dialog<DeleteDialog>();
    QVERIFY(asking && asking->isVisible());
    const QList<QLabel *> labels = asking->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text() == QStringLiteral("Delete all 3 message(s) with Ana Ruiz?");
    }));
    QCOMPARE(kept().size(), 4);
    click(*asking, QStringLiteral("Delete"));
    EVENTUALLY(bar()->text().contains(QStringLiteral("3 message(s) deleted")));
    QCOMPARE(kept(), QStringList{QStringLiteral("two")});
}

void TestHistoryDeeds::aPeriodIsDeleted()
{
    click(*m_window, QStringLiteral("Delete…"));
    auto *asking = dialog<DeleteDialog>();
    QTest::mouseClick(asking->findChild<QCheckBox *>(), Qt::LeftButton, {}, {8, 8});
    QVERIFY(asking->findChild<QCheckBox *>()->isChecked());
    const QList<QDateEdit *> days = asking->findChildren<QDateEdit *>();
    // The wrong way round on purpose.
    days.at(0)->setDate(QDate(2024, 5, 3));
    days.at(1)->setDate(QDate(2024, 5, 2));
    click(*asking, QStringLiteral("Delete"));
    EVENTUALLY(bar()->text().contains(QStringLiteral("2 message(s) deleted")));
    QCOMPARE(kept(), (QStringList{QStringLiteral("one"), QStringLiteral("four")}));
    EVENTUALLY(hits()->model()->rowCount() == 2);
}

void TestHistoryDeeds::everythingIsDeleted()
{
    click(*m_window, QStringLiteral("Delete…"));
    click(*dialog<DeleteDialog>(), QStringLiteral("Delete"));
    EVENTUALLY(bar()->text().contains(QStringLiteral("4 message(s) deleted")));
    QCOMPARE(kept(), QStringList());
}

void TestHistoryDeeds::enterAloneDeletesNothing()
{
    click(*m_window, QStringLiteral("Delete…"));
    auto *asking = dialog<DeleteDialog>();
    QTest::keyClick(asking->focusWidget() ? asking->focusWidget() : asking, Qt::Key_Return);
    EVENTUALLY(!dialog<DeleteDialog>());
    QCOMPARE(kept().size(), 4);
    QVERIFY(!bar()->isVisible());
}

QString TestHistoryDeeds::exported(const QString &name, int format)
{
    const QString file = m_kept->folder() + u'/' + name;
    auto *exporting = dialog<ExportDialog>();
    if (!exporting)
        return {};
    const QList<QComboBox *> combos = exporting->findChildren<QComboBox *>();
    combos.at(1)->setCurrentIndex(format);
    exporting->exportTo(file);
    Test::eventually([&] { return bar()->isVisible(); });
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? QString::fromUtf8(device.readAll()) : QString();
}

void TestHistoryDeeds::exportsEverythingOfAPerson_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("begin");
    QTest::newRow("page") << 0 << QStringLiteral("<!DOCTYPE html>");
    QTest::newRow("text") << 1 << QStringLiteral("--- ana@example.com, 2024-05-01 ---");
    QTest::newRow("JSON") << 2 << QStringLiteral("{\"format\":\"swallowtail-history\"");
}

void TestHistoryDeeds::exportsEverythingOfAPerson()
{
    QFETCH(int, format);
    QFETCH(QString, begin);
    m_window->look(HistoryPeer{0, ana});
    click(*m_window, QStringLiteral("Export…"));
    const QString text = exported(QStringLiteral("export"), format);
    QVERIFY2(text.startsWith(begin), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("three")) && text.contains(QStringLiteral("four")));
    QVERIFY(!text.contains(QStringLiteral("two")));
    QVERIFY(bar()->text().contains(QStringLiteral("3 message(s) are now in")));
}

void TestHistoryDeeds::exportsWhatWasFound()
{
    m_window->findChild<QLineEdit *>(QStringLiteral("historyWords"))->setText(QStringLiteral("o"));
    EVENTUALLY(hits()->model()->rowCount() == 3);
    click(*m_window, QStringLiteral("Export…"));
    const QString text = exported(QStringLiteral("found.txt"), 1);
    QVERIFY(text.contains(QStringLiteral("one")) && text.contains(QStringLiteral("two"))
        && text.contains(QStringLiteral("four")));
    QVERIFY(!text.contains(QStringLiteral("three")));
}

void TestHistoryDeeds::tellsThatAFileCannotBeWritten()
{
    click(*m_window, QStringLiteral("Export…"));
    auto *exporting = dialog<ExportDialog>();
    exporting->exportTo(m_kept->folder() + QStringLiteral("/no such folder/x.html"));
    auto *words = exporting->findChild<MessageBar *>();
    EVENTUALLY(words->isVisible());
    QCOMPARE(words->kind(), MessageBar::Kind::Error);
    QVERIFY(words->text().contains(QStringLiteral("x.html could not be written")));
    QVERIFY(exporting->isVisible());
}

void TestHistoryDeeds::offersWhatCanBeExported()
{
    m_window->look(HistoryPeer{0, ana}, QStringLiteral("one"));
    click(*m_window, QStringLiteral("Export…"));
    const auto *what = dialog<ExportDialog>()->findChild<QComboBox *>();
    QStringList titles;
    for (int i = 0; i < what->count(); ++i)
        titles.append(what->itemText(i));
    QCOMPARE(titles,
        (QStringList{QStringLiteral("What was found"), QStringLiteral("Everything with Ana Ruiz"),
            QStringLiteral("Everything with everybody")}));
    click(*dialog<ExportDialog>(), QStringLiteral("Export…"));
    auto *choosing = dialog<ExportDialog>()->findChild<QFileDialog *>();
    QVERIFY(choosing);
    QVERIFY(choosing->isVisible());
}

void TestHistoryDeeds::exportsAllAccountsInOneFile_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QStringList>("heads");
    QTest::newRow("page") << 0
                          << QStringList{QStringLiteral("<bdi>marta@example.com on Home</bdi></h1>"),
                                 QStringLiteral("<bdi>marta@example.com on Club</bdi></h1>")};
    QTest::newRow("text") << 1
                          << QStringList{QStringLiteral("=== marta@example.com on Home ==="),
                                 QStringLiteral("=== marta@example.com on Club ===")};
    QTest::newRow("JSON") << 2
                          << QStringList{
                                 QStringLiteral("{\"account\":\"marta@example.com\",\"network\":\"home\""),
                                 QStringLiteral("{\"account\":\"marta@example.com\",\"network\":\"club\"")};
}

void TestHistoryDeeds::exportsAllAccountsInOneFile()
{
    QFETCH(int, format);
    QFETCH(QStringList, heads);
    KeptMessages other({line(ben, noon(5), QStringLiteral("five"))});
    HistoryArchive home = m_kept->archive();
    home.networkName = QStringLiteral("home");
    HistoryArchive club = other.archive(QStringLiteral("Club"));
    club.networkName = QStringLiteral("club");
    m_window = std::make_unique<HistoryWindow>(QList<HistoryArchive>{home, club}, m_emoticons, m_preferences);
    m_window->show();
    EVENTUALLY(hits()->model()->rowCount() == 5);
    click(*m_window, QStringLiteral("Export…"));
    const auto *what = dialog<ExportDialog>()->findChild<QComboBox *>();
    QCOMPARE(what->count(), 3);
    QCOMPARE(what->itemText(0), QStringLiteral("Everything of all accounts"));
    QCOMPARE(what->itemText(2), QStringLiteral("Everything of marta@example.com on Club"));
    const QString text = exported(QStringLiteral("all"), format);
    for (const QString &head : heads)
        QVERIFY2(text.contains(head), qPrintable(text));
    QVERIFY(text.indexOf(heads.at(1)) > text.indexOf(QStringLiteral("four")));
    QVERIFY(text.indexOf(QStringLiteral("five")) > text.indexOf(heads.at(1)));
    QVERIFY(bar()->text().contains(QStringLiteral("5 message(s) are now in")));
    m_window.reset();
}

QTEST_MAIN(TestHistoryDeeds)

#include "tst_historydeeds.moc"
