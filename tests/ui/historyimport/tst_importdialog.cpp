#include "tests/support/testdata.h"
#include "ui/historyimport/importdialog.h"
#include "ui/historyimport/importtext.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Ui;

namespace {

QPushButton *button(const QWidget &parent, const QString &text)
{
    const QList<QPushButton *> buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *candidate : buttons) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

bool shows(const QWidget &parent, const QString &text)
{
    const QList<QLabel *> labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void warnsThatOldMessagesGoAgain();
    void importsWhatWasFound();
    void asksWhoIsWho();
    void asksWithWhom();
    void tellsProblems();
    void tellsWhatTheHistorySays();
    void everyReasonHasWords();

private:
    QTreeWidget *tree(const QString &name) const;
    void look(const QString &path);

    QList<Msn::HistoryEntry> m_stored;
    std::optional<Msn::Error> m_refusal;
    std::unique_ptr<ImportDialog> m_dialog;
};

void TestImportDialog::init()
{
    m_stored.clear();
    m_refusal.reset();
    ImportSetup setup;
    setup.formats = Msn::textLogFormats();
    setup.account = Msn::Address(QStringLiteral("ana@example.com"));
    setup.people = {Msn::Address(QStringLiteral("bob@example.com"))};
    setup.store = [this](const QList<Msn::HistoryEntry> &entries, int, Msn::Completion<int> done) {
        if (m_refusal)
            return done(Msn::Unexpected(*m_refusal));
        m_stored += entries;
        done(static_cast<int>(entries.size()));
    };
    m_dialog = std::make_unique<ImportDialog>(setup);
    m_dialog->show();
}

QTreeWidget *TestImportDialog::tree(const QString &name) const
{
    const QList<QTreeWidget *> trees = m_dialog->findChildren<QTreeWidget *>();
    for (QTreeWidget *candidate : trees) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

void TestImportDialog::look(const QString &path)
{
    m_dialog->look({Test::dataPath(QStringLiteral("history/") + path)});
    QTRY_VERIFY(button(*m_dialog, QStringLiteral("Import"))
        && button(*m_dialog, QStringLiteral("Import"))->isVisible());
}

void TestImportDialog::warnsThatOldMessagesGoAgain()
{
    QVERIFY(!shows(*m_dialog, QStringLiteral("deleted again")));
    ImportSetup setup;
    setup.account = Msn::Address(QStringLiteral("ana@example.com"));
    setup.keptDays = 90;
    ImportDialog dialog(setup);
    dialog.show();
    QVERIFY(shows(dialog, QStringLiteral("keep messages for 90 day")));
}

void TestImportDialog::importsWhatWasFound()
{
    look(QStringLiteral("pidgin"));
    QCOMPARE(tree(QStringLiteral("Logs that were found"))->topLevelItemCount(), 5);
    QVERIFY(shows(*m_dialog, QStringLiteral("5 log")));
    QTest::mouseClick(button(*m_dialog, QStringLiteral("Import")), Qt::LeftButton);
    QTRY_VERIFY(shows(*m_dialog, QStringLiteral("imported")));
    QCOMPARE(m_stored.size(), 21);
    QVERIFY(!button(*m_dialog, QStringLiteral("Import"))->isVisible());
}

void TestImportDialog::asksWhoIsWho()
{
    look(QStringLiteral("amsn"));
    auto *names = m_dialog->findChild<QListWidget *>();
    QVERIFY(names->isVisible());
    const QList<QListWidgetItem *> own = names->findItems(QStringLiteral("Ana ☀"), Qt::MatchExactly);
    QCOMPARE(own.size(), 1);
    QCOMPARE(own.at(0)->checkState(), Qt::Unchecked);
    own.at(0)->setCheckState(Qt::Checked);
    QTest::mouseClick(button(*m_dialog, QStringLiteral("Import")), Qt::LeftButton);
    QTRY_COMPARE(m_stored.size(), 6);
    QVERIFY(m_stored.at(1).outgoing);
}

void TestImportDialog::asksWithWhom()
{
    look(QStringLiteral("messengerxml/utf16le.xml"));
    auto *person = m_dialog->findChild<QComboBox *>();
    QVERIFY(person);
    QCOMPARE(person->currentText(), QString());
    person->setCurrentIndex(0);
    QTest::mouseClick(button(*m_dialog, QStringLiteral("Import")), Qt::LeftButton);
    QTRY_COMPARE(m_stored.size(), 8);
    QCOMPARE(m_stored.at(0).with, Msn::Address(QStringLiteral("bob@example.com")));
}

void TestImportDialog::tellsProblems()
{
    look(QStringLiteral("messengerxml/utf16le.xml"));
    QTest::mouseClick(button(*m_dialog, QStringLiteral("Import")), Qt::LeftButton);
    QTRY_VERIFY(tree(QStringLiteral("Problems"))->isVisible());
    QCOMPARE(tree(QStringLiteral("Problems"))->topLevelItem(0)->text(0), QStringLiteral("utf16le.xml"));
    QTest::mouseClick(button(*m_dialog, QStringLiteral("Copy report")), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("utf16le.xml")));
}

void TestImportDialog::tellsWhatTheHistorySays()
{
    m_refusal = Msn::makeError(Msn::ErrorCode::StorageFull);
    look(QStringLiteral("pidgin"));
    QTest::mouseClick(button(*m_dialog, QStringLiteral("Import")), Qt::LeftButton);
    auto *bar = m_dialog->findChild<MessageBar *>();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
}

void TestImportDialog::everyReasonHasWords()
{
    for (int i = 0; i <= static_cast<int>(Msn::ImportProblem::Reason::TooMany); ++i)
        QVERIFY(ImportText::problem(static_cast<Msn::ImportProblem::Reason>(i)).endsWith(u'.'));
    for (int i = 0; i <= static_cast<int>(Msn::LogProgram::Emesene); ++i)
        QVERIFY(!ImportText::program(static_cast<Msn::LogProgram>(i)).isEmpty());
}

QTEST_MAIN(TestImportDialog)

#include "tst_importdialog.moc"
