#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"
#include "tests/core/integration/homenetwork.h"
#include "tests/support/buttons.h"
#include "tests/support/eventually.h"
#include "ui/listcopies/restoredialog.h"
#include "ui/widgets/messagebar.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Msn;
using Test::HomeNetwork;

namespace {

const QDate sunday(2026, 11, 22);

ListedContacts everybody()
{
    ListedContacts contacts;
    contacts.groups = {QStringLiteral("Friends")};
    for (const QString &name : {QStringLiteral("bob"), QStringLiteral("carol")}) {
        ListedPerson person;
        person.address = HomeNetwork::address(name);
        person.groups = contacts.groups;
        contacts.people.append(person);
    }
    return contacts;
}

} // namespace

class TestRestoreDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void complaint35_restoresFromACopy();
    void leavesOutWhoIsNotTicked();
    void opensAClassicFile();
    void nothingMissingOffersNothing();
    void strangeFilesAreNamed_data();
    void strangeFilesAreNamed();
    void saysThatTheConnectionIsGone();

private:
    void open();
    bool shows(const QString &text) const;
    const Contact *contact(const QString &name) const
    {
        return m_alice->contacts().find(HomeNetwork::address(name));
    }
    void press(const QString &text) const
    {
        QPushButton *button = Test::button(*m_dialog, text);
        QVERIFY2(button && button->isEnabled(), qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<HomeNetwork> m_home;
    std::unique_ptr<Account> m_alice;
    std::unique_ptr<ContactAnnotations> m_annotations;
    std::unique_ptr<Ui::RestoreDialog> m_dialog;
};

void TestRestoreDialog::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_home = std::make_unique<HomeNetwork>();
    for (const QString &name : {QStringLiteral("alice"), QStringLiteral("bob"), QStringLiteral("carol")})
        m_home->addAccount(name, name);
    m_alice = m_home->client(QStringLiteral("alice"), ProtocolVersion::Msnp10);
    m_annotations = std::make_unique<ContactAnnotations>(QString());
    QVERIFY(HomeNetwork::signIn(*m_alice));
}

void TestRestoreDialog::cleanup()
{
    m_dialog.reset();
    m_alice.reset();
    m_home.reset();
}

void TestRestoreDialog::open()
{
    m_dialog = std::make_unique<Ui::RestoreDialog>(*m_alice, *m_annotations, ListCopies(m_directory->path()));
    m_dialog->show();
}

bool TestRestoreDialog::shows(const QString &text) const
{
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void TestRestoreDialog::complaint35_restoresFromACopy()
{
    QVERIFY(ListCopies(m_directory->path()).keep(everybody(), sunday));
    open();
    press(QStringLiteral("Show who is missing"));
    QCOMPARE(m_dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    press(QStringLiteral("Restore"));
    EVENTUALLY(shows(QStringLiteral("restored.")));
    QVERIFY(contact(QStringLiteral("bob"))->isOnForwardList());
    QVERIFY(contact(QStringLiteral("carol"))->isOnForwardList());
    QCOMPARE(m_alice->contacts().membersOf(contact(QStringLiteral("bob"))->groups.value(0)).size(), 2);
    press(QStringLiteral("Back"));
    press(QStringLiteral("Show who is missing"));
    QVERIFY(shows(QStringLiteral("nothing to restore")));
}

void TestRestoreDialog::leavesOutWhoIsNotTicked()
{
    QVERIFY(ListCopies(m_directory->path()).keep(everybody(), sunday));
    open();
    press(QStringLiteral("Show who is missing"));
    auto *people = m_dialog->findChild<QTreeWidget *>();
    QCOMPARE(people->topLevelItemCount(), 2);
    people->setFocus();
    QTest::keyClick(people, Qt::Key_Space);
    press(QStringLiteral("Restore"));
    EVENTUALLY(shows(QStringLiteral("restored.")));
    QVERIFY(!contact(QStringLiteral("bob")));
    QVERIFY(contact(QStringLiteral("carol"))->isOnForwardList());
}

void TestRestoreDialog::opensAClassicFile()
{
    const QString file = m_directory->filePath(QStringLiteral("mine.ctt"));
    QVERIFY(saveContactList(file, everybody()));
    open();
    m_dialog->openFile(file);
    press(QStringLiteral("Restore"));
    EVENTUALLY(shows(QStringLiteral("restored.")));
    QVERIFY(contact(QStringLiteral("bob"))->isOnForwardList());
}

void TestRestoreDialog::nothingMissingOffersNothing()
{
    open();
    QVERIFY(!Test::button(*m_dialog, QStringLiteral("Show who is missing"))->isEnabled());
    m_dialog->showReading({});
    QVERIFY(!Test::button(*m_dialog, QStringLiteral("Restore"))->isEnabled());
}

void TestRestoreDialog::strangeFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::newRow("something else") << QByteArray("Dear Bob") << QStringLiteral("holds no contact list");
    QTest::newRow("broken") << QByteArray("{\"format\": ") << QStringLiteral("holds no contact list");
    QTest::newRow("one bad entry") << QByteArray(
        "<messenger><service><contactlist><contact>bob@example.com</contact>"
        "<contact>bob</contact></contactlist></service></messenger>")
                                   << QStringLiteral("could not be read and");
}

void TestRestoreDialog::strangeFilesAreNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    QFile file(m_directory->filePath(QStringLiteral("list")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    open();
    m_dialog->openFile(file.fileName());
    QVERIFY(shows(words));
    m_dialog->openFile(file.fileName() + QStringLiteral(".gone"));
    QVERIFY(shows(QStringLiteral("cannot be opened")));
}

void TestRestoreDialog::saysThatTheConnectionIsGone()
{
    QVERIFY(ListCopies(m_directory->path()).keep(everybody(), sunday));
    open();
    press(QStringLiteral("Show who is missing"));
    m_alice->signOut();
    press(QStringLiteral("Restore"));
    EVENTUALLY(m_dialog->findChild<Ui::MessageBar *>()->isVisible());
    QCOMPARE(m_dialog->findChild<Ui::MessageBar *>()->kind(), Ui::MessageBar::Kind::Error);
}

QTEST_MAIN(TestRestoreDialog)

#include "tst_restoredialog.moc"
