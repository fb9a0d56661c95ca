#include "core/account/account.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/groupnamedialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using Msn::Account;

class TestFormDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsInItsFirstField();
    void tabGoesFromTheFieldsToTheButtons();
    void addressComesBeforeWhoseListItIs();
    void escapeCloses();

private:
    void open(FormDialog *dialog);

    std::unique_ptr<Account> m_account;
    std::unique_ptr<QWidget> m_window;
    FormDialog *m_dialog = nullptr;
};

void TestFormDialog::init()
{
    m_window = std::make_unique<QWidget>();
    m_account = std::make_unique<Account>(
        Msn::NetworkDescription(), Msn::Address(QStringLiteral("me@example.com")));
}

void TestFormDialog::open(FormDialog *dialog)
{
    m_dialog = dialog;
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestFormDialog::beginsInItsFirstField()
{
    open(new GroupNameDialog(*m_account, m_window.get()));
    auto *name = m_dialog->findChild<QLineEdit *>();
    QVERIFY(name->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("New pals"));
    QCOMPARE(name->text(), QStringLiteral("New pals"));
    QVERIFY(m_dialog->primaryButton()->isDefault());
}

void TestFormDialog::tabGoesFromTheFieldsToTheButtons()
{
    open(new GroupNameDialog(*m_account, m_window.get()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Pals"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_dialog->primaryButton());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(m_dialog->findChild<QLineEdit *>()->hasFocus());
}

void TestFormDialog::addressComesBeforeWhoseListItIs()
{
    Account other(Msn::NetworkDescription(), Msn::Address(QStringLiteral("other@example.com")));
    auto *dialog = new AddContactDialog(*m_account, m_window.get());
    dialog->addAccount(other);
    open(dialog);
    QVERIFY(m_dialog->findChild<QLineEdit *>()->hasFocus());
    m_window.reset(); // before the account
}

void TestFormDialog::escapeCloses()
{
    open(new GroupNameDialog(*m_account, m_window.get()));
    const QSignalSpy gone(m_dialog, &QObject::destroyed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(gone.count(), 1);
}

QTEST_MAIN(TestFormDialog)
#include "tst_formdialog.moc"
