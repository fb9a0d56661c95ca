#include "app/shots/chatstage.h"
#include "ui/conversation/window/invitedialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

using Ui::InviteDialog;

class tst_InviteDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhoIsOnlineAndNotHere();
    void filters();
    void invitesThoseTicked();
    void saysWhenThereIsNobody();
};

namespace {

QListWidget *listOf(const InviteDialog &dialog)
{
    return dialog.findChild<QListWidget *>();
}

QStringList namesIn(const InviteDialog &dialog)
{
    QStringList names;
    for (int row = 0; row < listOf(dialog)->count(); ++row) {
        if (!listOf(dialog)->item(row)->isHidden())
            names.append(listOf(dialog)->item(row)->text());
    }
    return names;
}

void addPeople(App::ChatStage &stage)
{
    stage.addContact(QStringLiteral("ana@example.com"), QStringLiteral("Ana"), Msn::Status::Online);
    stage.addContact(QStringLiteral("ben@example.com"), QStringLiteral("Ben"), Msn::Status::Away);
    stage.addContact(QStringLiteral("cleo@example.com"), QStringLiteral("Cleo"), Msn::Status::Offline);
    stage.addContact(QStringLiteral("dora@example.com"), QStringLiteral("Dora"), Msn::Status::Online);
}

} // namespace

void tst_InviteDialog::offersWhoIsOnlineAndNotHere()
{
    App::ChatStage stage;
    addPeople(stage);
    stage.account().setBlocked(Msn::Address(QStringLiteral("dora@example.com")), true, {});
    const InviteDialog dialog(stage.contacts(), {{Msn::Address(QStringLiteral("ana@example.com")), {}}});
    QCOMPARE(namesIn(dialog), QStringList{QStringLiteral("Ben")});
}

void tst_InviteDialog::filters()
{
    App::ChatStage stage;
    addPeople(stage);
    InviteDialog dialog(stage.contacts(), {});
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("dor"));
    QCOMPARE(namesIn(dialog), QStringList{QStringLiteral("Dora")});
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("ben@"));
    QCOMPARE(namesIn(dialog), QStringList{QStringLiteral("Ben")});
}

void tst_InviteDialog::invitesThoseTicked()
{
    App::ChatStage stage;
    addPeople(stage);
    InviteDialog dialog(stage.contacts(), {});
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("inviteButton"));
    QVERIFY(!button->isEnabled());
    listOf(dialog)->item(0)->setCheckState(Qt::Checked);
    listOf(dialog)->item(2)->setCheckState(Qt::Checked);
    QSignalSpy chosen(&dialog, &InviteDialog::chosen);
    dialog.open();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.first().first().value<QList<Msn::Address>>(),
        QList<Msn::Address>({Msn::Address(QStringLiteral("ana@example.com")),
            Msn::Address(QStringLiteral("dora@example.com"))}));
}

void tst_InviteDialog::saysWhenThereIsNobody()
{
    App::ChatStage stage;
    const InviteDialog dialog(stage.contacts(), {});
    QCOMPARE(listOf(dialog)->count(), 1);
    QVERIFY(!listOf(dialog)->item(0)->flags().testFlag(Qt::ItemIsUserCheckable));
}

QTEST_MAIN(tst_InviteDialog)
#include "tst_invitedialog.moc"
