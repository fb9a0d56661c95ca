#include "ui/signin/certificatepanel.h"
#include "ui/signin/progresspanel.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;

class TestSignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void escapeGoesBackToTheContacts();
    void escapeStopsTheSignIn();
    void escapeRefusesTheCertificate();
    void lowWindowShowsTheWholeForm();

private:
    void pressEscape() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); }

    std::unique_ptr<SignInPage> m_page;
};

void TestSignInPage::init()
{
    m_page = std::make_unique<SignInPage>();
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->form()->focusPassword();
}

void TestSignInPage::escapeGoesBackToTheContacts()
{
    const QSignalSpy back(m_page.get(), &SignInPage::backRequested);
    pressEscape();
    QCOMPARE(back.count(), 0); // there are none
    m_page->setWayBack(true);
    pressEscape();
    QCOMPARE(back.count(), 1);
}

void TestSignInPage::escapeStopsTheSignIn()
{
    const QSignalSpy cancelled(m_page->progress(), &ProgressPanel::cancelled);
    m_page->setWayBack(true);
    const QSignalSpy back(m_page.get(), &SignInPage::backRequested);
    m_page->showProgress(
        Msn::SignInProgress::Connecting, QStringLiteral("ana@example.com"), QStringLiteral("Home"));
    pressEscape();
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(back.count(), 0);
}

void TestSignInPage::escapeRefusesTheCertificate()
{
    const QSignalSpy refused(m_page->certificate(), &CertificatePanel::refused);
    m_page->askAboutCertificate(
        QStringLiteral("msn.example.com"), QStringLiteral("Home"), QByteArray(32, 'x'));
    pressEscape();
    QCOMPARE(refused.count(), 1);
}

/// In a window of 560 pixels the links below the form were cut.
void TestSignInPage::lowWindowShowsTheWholeForm()
{
    const Theme theme(*qApp);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPixelSize(13);
    QApplication::setFont(font);
    SignInPage page;
    page.resize(330, 560);
    page.show();
    const auto *scrollBar = page.findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_COMPARE(scrollBar->maximum(), 0);
    QApplication::setFont(before);
}

QTEST_MAIN(TestSignInPage)
#include "tst_signinpage.moc"
