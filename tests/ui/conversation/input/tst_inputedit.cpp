#include "ui/conversation/input/inputedit.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QtTest>

using Ui::InputEdit;

class tst_InputEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void enterSends_data();
    void enterSends();
    void otherEntersBreakTheLine_data();
    void otherEntersBreakTheLine();
    void blanksAreNotSent();
    void fetchesEarlierLines();
    void tellsThatSomebodyTypes();
    void emptyingIsNotTyping();
    void pastesPlainText();
    void pastesNoMoreThanItHolds();
    void typesNoMoreThanItHolds();
    void growsToFiveLines();
    void shrinksAfterSending();
    void showsTheChosenFormat();

private:
    std::unique_ptr<InputEdit> m_edit;
};

void tst_InputEdit::init()
{
    m_edit = std::make_unique<InputEdit>();
    m_edit->resize(300, 60);
    m_edit->show();
}

void tst_InputEdit::enterSends_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Enter of the number pad") << Qt::Key_Enter;
}

void tst_InputEdit::enterSends()
{
    QFETCH(const Qt::Key, key);
    QSignalSpy submitted(m_edit.get(), &InputEdit::submitted);
    QTest::keyClicks(m_edit.get(), QStringLiteral("hello"));
    QTest::keyClick(m_edit.get(), key);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.first().first().toString(), QStringLiteral("hello"));
    QVERIFY(m_edit->toPlainText().isEmpty());
}

void tst_InputEdit::otherEntersBreakTheLine_data()
{
    QTest::addColumn<Qt::KeyboardModifier>("modifier");
    QTest::newRow("Shift") << Qt::ShiftModifier;
    QTest::newRow("Ctrl") << Qt::ControlModifier;
}

void tst_InputEdit::otherEntersBreakTheLine()
{
    QFETCH(const Qt::KeyboardModifier, modifier);
    QSignalSpy submitted(m_edit.get(), &InputEdit::submitted);
    QTest::keyClicks(m_edit.get(), QStringLiteral("one"));
    QTest::keyClick(m_edit.get(), Qt::Key_Return, modifier);
    QTest::keyClicks(m_edit.get(), QStringLiteral("two"));
    QCOMPARE(submitted.size(), 0);
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QCOMPARE(submitted.first().first().toString(), QStringLiteral("one\ntwo"));
}

void tst_InputEdit::blanksAreNotSent()
{
    QSignalSpy submitted(m_edit.get(), &InputEdit::submitted);
    QTest::keyClicks(m_edit.get(), QStringLiteral("  "));
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QCOMPARE(submitted.size(), 0);
}

void tst_InputEdit::fetchesEarlierLines()
{
    for (const QString &line : {QStringLiteral("one"), QStringLiteral("two")}) {
        QTest::keyClicks(m_edit.get(), line);
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
    }
    QTest::keyClicks(m_edit.get(), QStringLiteral("draft"));
    QTest::keyClick(m_edit.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("two"));
    QTest::keyClick(m_edit.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("one"));
    QTest::keyClick(m_edit.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(m_edit.get(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("draft"));
}

void tst_InputEdit::tellsThatSomebodyTypes()
{
    QSignalSpy typed(m_edit.get(), &InputEdit::typed);
    QTest::keyClicks(m_edit.get(), QStringLiteral("abc"));
    QCOMPARE(typed.size(), 3);
}

void tst_InputEdit::emptyingIsNotTyping()
{
    QTest::keyClicks(m_edit.get(), QStringLiteral("a"));
    QSignalSpy typed(m_edit.get(), &InputEdit::typed);
    QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
    QTest::keyClicks(m_edit.get(), QStringLiteral("b"));
    QCOMPARE(typed.size(), 1);
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QCOMPARE(typed.size(), 1);
}

void tst_InputEdit::pastesPlainText()
{
    auto *rich = new QMimeData;
    rich->setHtml(QStringLiteral("<b>bold</b>"));
    rich->setText(QStringLiteral("bold"));
    QApplication::clipboard()->setMimeData(rich);
    m_edit->paste();
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("bold"));
    QVERIFY(!m_edit->textCursor().charFormat().font().bold());
}

void tst_InputEdit::pastesNoMoreThanItHolds()
{
    QSignalSpy shortened(m_edit.get(), &InputEdit::shortened);
    QApplication::clipboard()->setText(QString(1000000, u'x'));
    m_edit->paste();
    QCOMPARE(m_edit->toPlainText().size(), InputEdit::maxCharacters);
    QCOMPARE(shortened.size(), 1);
}

void tst_InputEdit::typesNoMoreThanItHolds()
{
    m_edit->setPlainText(QString(InputEdit::maxCharacters, u'x'));
    m_edit->moveCursor(QTextCursor::End);
    QSignalSpy shortened(m_edit.get(), &InputEdit::shortened);
    QTest::keyClicks(m_edit.get(), QStringLiteral("y"));
    QCOMPARE(m_edit->toPlainText().size(), InputEdit::maxCharacters);
    QCOMPARE(shortened.size(), 1);
}

void tst_InputEdit::growsToFiveLines()
{
    const int empty = m_edit->wantedHeight();
    m_edit->insertAtCaret(QStringLiteral("1\n2"));
    QVERIFY(qAbs(m_edit->wantedHeight() - empty) <= 1);
    m_edit->insertAtCaret(QStringLiteral("\n3\n4"));
    const int four = m_edit->wantedHeight();
    QVERIFY(four > empty);
    m_edit->insertAtCaret(QStringLiteral("\n5"));
    const int five = m_edit->wantedHeight();
    QVERIFY(five > four);
    m_edit->insertAtCaret(QStringLiteral("\n6\n7\n8"));
    QVERIFY(qAbs(m_edit->wantedHeight() - five) <= 1);
    QCOMPARE(m_edit->minimumSizeHint().height(), m_edit->wantedHeight());
}

void tst_InputEdit::shrinksAfterSending()
{
    const int empty = m_edit->wantedHeight();
    m_edit->insertAtCaret(QStringLiteral("1\n2\n3\n4"));
    QSignalSpy changed(m_edit.get(), &InputEdit::wantedHeightChanged);
    m_edit->submit();
    QCOMPARE(m_edit->wantedHeight(), empty);
    QVERIFY(changed.size() >= 1);
}

void tst_InputEdit::showsTheChosenFormat()
{
    Msn::TextFormat format;
    format.bold = true;
    format.colour = 0x8B1A89;
    m_edit->insertAtCaret(QStringLiteral("old "));
    m_edit->setFormat(format);
    QTest::keyClicks(m_edit.get(), QStringLiteral("new"));
    for (const QString &word : {QStringLiteral("old"), QStringLiteral("new")}) {
        const QTextCursor found = m_edit->document()->find(word);
        QCOMPARE(found.charFormat().foreground().color(), QColor(0x8B1A89U));
    }
    QVERIFY(m_edit->document()->defaultFont().bold());
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QTest::keyClicks(m_edit.get(), QStringLiteral("next"));
    QCOMPARE(m_edit->document()->find(QStringLiteral("next")).charFormat().foreground().color(),
        QColor(0x8B1A89U));
}

QTEST_MAIN(tst_InputEdit)
#include "tst_inputedit.moc"
