#include "core/base/address.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/input/emoticonpicker.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/emoticons/emoticonset.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace Ui;

class tst_MessageInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_emoticons = EmoticonSet::load(); }
    void init();

    void sendButtonSends();
    void sendsTheChosenFormat();
    void pickedEmoticonIsTypedAtTheCaret();
    void nudgeIsLimited();
    void keysChangeTheFormat();
    void namesTheRecipient();

private:
    EmoticonSet m_emoticons;
    std::unique_ptr<ChatPreferences> m_preferences;
    std::unique_ptr<MessageInput> m_input;
};

void tst_MessageInput::init()
{
    m_input.reset();
    m_preferences = std::make_unique<ChatPreferences>();
    m_input = std::make_unique<MessageInput>(
        Msn::Address(QStringLiteral("ana@example.com")), m_emoticons, *m_preferences);
    m_input->show();
    m_input->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_input.get()));
}

void tst_MessageInput::sendButtonSends()
{
    QSignalSpy submitted(m_input.get(), &MessageInput::submitted);
    auto *send = m_input->findChild<QPushButton *>(QStringLiteral("send"));
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(submitted.size(), 0);
    QTest::keyClicks(m_input->edit(), QStringLiteral("hi"));
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.first().first().toString(), QStringLiteral("hi"));
}

void tst_MessageInput::sendsTheChosenFormat()
{
    Msn::TextFormat format;
    format.bold = true;
    m_preferences->setOwnFormat(format);
    QSignalSpy submitted(m_input.get(), &MessageInput::submitted);
    QTest::keyClicks(m_input->edit(), QStringLiteral("hi"));
    QTest::keyClick(m_input->edit(), Qt::Key_Return);
    QCOMPARE(submitted.first().at(1).value<Msn::TextFormat>(), format);
}

void tst_MessageInput::pickedEmoticonIsTypedAtTheCaret()
{
    QTest::keyClicks(m_input->edit(), QStringLiteral("ab"));
    QTest::keyClick(m_input->edit(), Qt::Key_Left);
    QTest::mouseClick(m_input->findChild<QToolButton *>(QStringLiteral("emoticon")), Qt::LeftButton);
    auto *picker = m_input->findChild<EmoticonPicker *>();
    QVERIFY(picker->isVisible());
    QTest::keyClicks(picker->findChild<QLineEdit *>(), QStringLiteral("smile"));
    QTest::keyClick(picker->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(m_input->edit()->toPlainText(), QStringLiteral("a:) b"));
}

void tst_MessageInput::nudgeIsLimited()
{
    QSignalSpy nudged(m_input.get(), &MessageInput::nudgeRequested);
    QSignalSpy tooSoon(m_input.get(), &MessageInput::nudgeTooSoon);
    auto *button = m_input->findChild<QToolButton *>(QStringLiteral("nudge"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(nudged.size(), 1);
    QCOMPARE(tooSoon.size(), 1);
}

void tst_MessageInput::keysChangeTheFormat()
{
    m_input->edit()->setFocus();
    QTest::keyClick(m_input->edit(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(m_preferences->ownFormat().bold);
    QTest::keyClick(m_input->edit(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(m_preferences->ownFormat().italic);
    QTest::keyClick(m_input->edit(), Qt::Key_U, Qt::ControlModifier);
    QVERIFY(m_preferences->ownFormat().underline);
    QTest::keyClick(m_input->edit(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!m_preferences->ownFormat().bold);
}

void tst_MessageInput::namesTheRecipient()
{
    m_input->setRecipient(QStringLiteral("Ana"));
    QCOMPARE(m_input->edit()->accessibleName(), QStringLiteral("Message to Ana"));
    QCOMPARE(m_input->findChild<QWidget *>(QStringLiteral("recipient"))->accessibleName(),
        QStringLiteral("To Ana"));
}

QTEST_MAIN(tst_MessageInput)
#include "tst_messageinput.moc"
