#include "ui/tray/closedialog.h"
#include "ui/tray/closepolicy.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;

class TestClosePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint5_neverHiddenWithoutATray_data();
    void complaint5_neverHiddenWithoutATray();
    void questionIsAnsweredByKeyboard();
};

void TestClosePolicy::complaint5_neverHiddenWithoutATray_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<bool>("hasTray");
    QTest::addColumn<bool>("isSignedIn");
    QTest::addColumn<CloseAction>("action");
    const QString ask = QStringLiteral("ask");
    const QString tray = QStringLiteral("tray");
    const QString quit = QStringLiteral("quit");
    QTest::newRow("first time") << ask << true << true << CloseAction::Ask;
    QTest::newRow("first time, signed out") << ask << true << false << CloseAction::Ask;
    QTest::newRow("first time, no tray") << ask << false << true << CloseAction::Ask;
    QTest::newRow("first time, no tray, signed out") << ask << false << false << CloseAction::Quit;
    QTest::newRow("tray") << tray << true << true << CloseAction::Hide;
    QTest::newRow("tray, signed out") << tray << true << false << CloseAction::Hide;
    QTest::newRow("tray, but there is none") << tray << false << true << CloseAction::Minimise;
    QTest::newRow("tray, but none, signed out") << tray << false << false << CloseAction::Quit;
    QTest::newRow("quit") << quit << true << true << CloseAction::Quit;
    QTest::newRow("quit, no tray") << quit << false << true << CloseAction::Quit;
    QTest::newRow("nonsense in the file") << QStringLiteral("explode") << true << true << CloseAction::Ask;
}

void TestClosePolicy::complaint5_neverHiddenWithoutATray()
{
    QFETCH(QString, setting);
    QFETCH(bool, hasTray);
    QFETCH(bool, isSignedIn);
    QTEST(closeActionFor(setting, hasTray, isSignedIn), "action");
}

void TestClosePolicy::questionIsAnsweredByKeyboard()
{
    for (const bool keeps : {true, false}) {
        auto *dialog = new CloseDialog(keeps);
        const QPointer<CloseDialog> alive = dialog;
        const QSignalSpy keep(dialog, &CloseDialog::keepChosen);
        const QSignalSpy quit(dialog, &CloseDialog::quitChosen);
        dialog->open();
        QTest::keyClick(dialog, keeps ? Qt::Key_Return : Qt::Key_Escape);
        QCOMPARE(keep.count(), keeps ? 1 : 0);
        QCOMPARE(quit.count(), 0);
        QTRY_VERIFY(!alive);
    }
}

QTEST_MAIN(TestClosePolicy)
#include "tst_closepolicy.moc"
