#include "core/storage/settings.h"
#include "ui/alerts/alertsettings.h"
#include "ui/alerts/contactalertsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using Msn::Address;
using Wish = ContactAlerts::Wish;

class TestContactAlertsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAndKeeps();
    void cancelKeepsNothing();
    void playsTheChosenSound();
    void silenceRestsTheSound();
    void everythingIsNamed();

private:
    ContactAlertsDialog *open();

    Msn::Settings m_settings{QString()};
    AlertSettings m_alerts{m_settings};
    QPointer<ContactAlertsDialog> m_dialog;
    const QString m_account = QStringLiteral("me@example.com@home");
    const Address m_ana = Address(QStringLiteral("ana@example.com"));
};

void TestContactAlertsDialog::init()
{
    delete m_dialog;
    m_alerts.setContact(m_account, m_ana, {});
}

ContactAlertsDialog *TestContactAlertsDialog::open()
{
    m_dialog = new ContactAlertsDialog(m_alerts, m_account, m_ana, QStringLiteral("Ana"));
    m_dialog->open();
    return m_dialog;
}

void TestContactAlertsDialog::showsAndKeeps()
{
    const ContactAlerts special{Wish::Always, Wish::Never, false, Sound::Alarm};
    m_alerts.setContact(m_account, m_ana, special);
    QCOMPARE(open()->alerts(), special);
    m_dialog->findChild<QCheckBox *>()->setChecked(true);
    m_dialog->accept();
    ContactAlerts changed = special;
    changed.isSilent = true;
    QCOMPARE(m_alerts.contact(m_account, m_ana), changed);
}

void TestContactAlertsDialog::cancelKeepsNothing()
{
    open()->findChild<QCheckBox *>()->setChecked(true);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_alerts.contact(m_account, m_ana).isAsUsual());
}

void TestContactAlertsDialog::playsTheChosenSound()
{
    QSignalSpy wanted(open(), &ContactAlertsDialog::previewRequested);
    QPushButton *play = nullptr;
    const QList<QPushButton *> buttons = m_dialog->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->accessibleName() == QLatin1String("Play the sound"))
            play = button;
    }
    QVERIFY(play);
    play->click();
    QCOMPARE(wanted.takeFirst().first().value<Sound>(), Sound::Message);
    QComboBox *sounds = m_dialog->findChildren<QComboBox *>().last();
    sounds->setCurrentIndex(sounds->findData(int(Sound::Mail)));
    play->click();
    QCOMPARE(wanted.takeFirst().first().value<Sound>(), Sound::Mail);
}

void TestContactAlertsDialog::silenceRestsTheSound()
{
    const QComboBox *sounds = open()->findChildren<QComboBox *>().last();
    QVERIFY(sounds->isEnabled());
    m_dialog->findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(!sounds->isEnabled());
}

void TestContactAlertsDialog::everythingIsNamed()
{
    const QList<QComboBox *> boxes = open()->findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 3);
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QComboBox *box : boxes) {
        QVERIFY(std::any_of(
            labels.begin(), labels.end(), [box](const QLabel *label) { return label->buddy() == box; }));
    }
}

QTEST_MAIN(TestContactAlertsDialog)
#include "tst_contactalertsdialog.moc"
