#include "core/account/account.h"
#include "ui/options/accountchooser.h"
#include "ui/options/optionsdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QTest>

using namespace Ui;

namespace {

Msn::Address address(const char *text)
{
    return Msn::Address(QLatin1String(text));
}

} // namespace

class TestOptionsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAPageOnlyWhenItIsShown();
    void keepsAPageThatWasMade();
    void opensAtAPage();
    void turnsPagesByKeyboard_data();
    void turnsPagesByKeyboard();
    void isNotModal();
    void escapeClosesIt();
    void showsABoxWhereTheWindowIsNarrow();
    void saysWhatAnAccountPageNeeds();
    void makesAnAccountPageForTheAccount();
    void asksWhichOfSeveralAccounts();
    void letsGoOfAnAccountThatLeaves();

private:
    OptionsPage plain(const char *id)
    {
        const QString name = QLatin1String(id);
        return {name, name, QStringLiteral("settings"),
            [this, name] {
                m_made.append(name);
                return new QLabel(name);
            },
            {}};
    }
    OptionsPage accountPage(const char *id)
    {
        return {QLatin1String(id), QLatin1String(id), QStringLiteral("person"), {},
            [this](Msn::Account &account) {
                m_made.append(account.address().toString());
                return new QLabel(account.address().toString());
            }};
    }
    QListWidget *list() const { return m_dialog->findChild<QListWidget *>(); }
    QComboBox *box() const
    {
        const auto boxes = m_dialog->findChildren<QComboBox *>(QString(), Qt::FindDirectChildrenOnly);
        return boxes.constFirst();
    }
    AccountChooser *chooser() const { return m_dialog->findChild<AccountChooser *>(); }

    QStringList m_made;
    std::unique_ptr<OptionsDialog> m_dialog;
};

void TestOptionsDialog::init()
{
    m_made.clear();
    m_dialog = std::make_unique<OptionsDialog>();
}

void TestOptionsDialog::makesAPageOnlyWhenItIsShown()
{
    m_dialog->addPage(plain("one"));
    m_dialog->addPage(plain("two"));
    QCOMPARE(m_made, QStringList{QStringLiteral("one")});
    m_dialog->showPage(QStringLiteral("two"));
    QCOMPARE(m_made.size(), 2);
}

void TestOptionsDialog::keepsAPageThatWasMade()
{
    m_dialog->addPage(plain("one"));
    m_dialog->addPage(plain("two"));
    const QWidget *first = m_dialog->currentWidget();
    m_dialog->showPage(QStringLiteral("two"));
    m_dialog->showPage(QStringLiteral("one"));
    QCOMPARE(m_dialog->currentWidget(), first);
    QCOMPARE(m_made.size(), 2);
}

void TestOptionsDialog::opensAtAPage()
{
    for (const char *id : {"one", "two", "three"})
        m_dialog->addPage(plain(id));
    m_dialog->showPage(QStringLiteral("three"));
    QCOMPARE(m_dialog->currentPage(), QStringLiteral("three"));
    m_dialog->showPage(QStringLiteral("nothing"));
    QCOMPARE(m_dialog->currentPage(), QStringLiteral("three"));
}

void TestOptionsDialog::turnsPagesByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("page");
    QTest::newRow("page down") << Qt::Key_PageDown << Qt::KeyboardModifiers(Qt::ControlModifier)
                               << QStringLiteral("two");
    QTest::newRow("page up goes round")
        << Qt::Key_PageUp << Qt::KeyboardModifiers(Qt::ControlModifier) << QStringLiteral("three");
    QTest::newRow("tab") << Qt::Key_Tab << Qt::KeyboardModifiers(Qt::ControlModifier)
                         << QStringLiteral("two");
    QTest::newRow("back tab") << Qt::Key_Backtab
                              << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier)
                              << QStringLiteral("three");
    QTest::newRow("down in the list") << Qt::Key_Down << Qt::KeyboardModifiers() << QStringLiteral("two");
}

void TestOptionsDialog::turnsPagesByKeyboard()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    for (const char *id : {"one", "two", "three"})
        m_dialog->addPage(plain(id));
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    list()->setFocus();
    QTest::keyClick(list(), key, modifiers);
    QTEST(m_dialog->currentPage(), "page");
}

void TestOptionsDialog::isNotModal()
{
    m_dialog->present();
    QVERIFY(!m_dialog->isModal());
}

void TestOptionsDialog::escapeClosesIt()
{
    m_dialog->addPage(plain("one"));
    m_dialog->present();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestOptionsDialog::showsABoxWhereTheWindowIsNarrow()
{
    m_dialog->addPage(plain("one"));
    m_dialog->addPage(plain("two"));
    m_dialog->show();
    m_dialog->resize(800, 600);
    QVERIFY(list()->isVisible());
    QVERIFY(!box()->isVisible());
    m_dialog->resize(400, 600);
    QVERIFY(!list()->isVisible());
    QVERIFY(box()->isVisible());
    QTest::keyClick(box(), Qt::Key_Down);
    QCOMPARE(m_dialog->currentPage(), QStringLiteral("two"));
}

void TestOptionsDialog::saysWhatAnAccountPageNeeds()
{
    m_dialog->addPage(accountPage("privacy"));
    QVERIFY(m_made.isEmpty());
    QVERIFY(!m_dialog->currentWidget());
    QVERIFY(!m_dialog->findChildren<QLabel *>().isEmpty());
}

void TestOptionsDialog::makesAnAccountPageForTheAccount()
{
    Msn::Account account({}, address("you@example.com"));
    m_dialog->addPage(accountPage("privacy"));
    m_dialog->setAccounts({&account});
    QCOMPARE(m_made, QStringList{QStringLiteral("you@example.com")});
    QVERIFY(chooser()->isHidden());
    m_dialog->setAccounts({&account});
    QCOMPARE(m_made.size(), 1);
    m_dialog->setAccounts({});
}

void TestOptionsDialog::asksWhichOfSeveralAccounts()
{
    Msn::Account one({}, address("one@example.com"));
    Msn::Account two({}, address("two@example.com"));
    m_dialog->addPage(accountPage("privacy"));
    m_dialog->addPage(plain("networks"));
    m_dialog->setAccounts({&one, &two});
    QVERIFY(!chooser()->isHidden());
    m_dialog->show();
    QTest::keyClick(chooser(), Qt::Key_Down);
    QCOMPARE(m_made.constLast(), QStringLiteral("two@example.com"));
    m_dialog->showPage(QStringLiteral("networks"));
    QVERIFY(chooser()->isHidden());
    m_dialog->setAccounts({});
}

void TestOptionsDialog::letsGoOfAnAccountThatLeaves()
{
    auto one = std::make_unique<Msn::Account>(Msn::NetworkDescription(), address("one@example.com"));
    Msn::Account two({}, address("two@example.com"));
    m_dialog->addPage(accountPage("privacy"));
    m_dialog->setAccounts({one.get(), &two});
    const QPointer<QWidget> page = m_dialog->currentWidget();
    m_dialog->setAccounts({&two});
    QVERIFY(page.isNull());
    one.reset();
    QCOMPARE(m_made.constLast(), QStringLiteral("two@example.com"));
    m_dialog->setAccounts({});
}

QTEST_MAIN(TestOptionsDialog)
#include "tst_optionsdialog.moc"
