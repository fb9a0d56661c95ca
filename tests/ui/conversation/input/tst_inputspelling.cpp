#include "tests/support/testdata.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/inputspelling.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/spelling/spellcheckers.h"

#include <QMenu>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace Ui;

/// Complaint 26: spell check, several languages, can be switched off.
class tst_InputSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void complaint26_marksMisspeltWords();
    void wordBeingTypedIsNotJudged();
    void complaint26_languageOfEachPerson();
    void complaint26_switchedOffInTheMenu();
    void suggestionReplacesTheWord();
    void markingIsNoTyping();

private:
    QStringList marked() const;
    void type(const QString &text) { QTest::keyClicks(m_edit.get(), text); }
    std::unique_ptr<QMenu> languageMenu();

    const Msn::Address m_ana{QStringLiteral("ana@example.com")};
    const EmoticonSet m_emoticons = EmoticonSet::load();
    std::unique_ptr<SpellCheckers> m_checkers;
    std::unique_ptr<ChatPreferences> m_preferences;
    std::unique_ptr<InputEdit> m_edit;
    std::unique_ptr<InputSpelling> m_spelling;
};

void tst_InputSpelling::init()
{
    m_checkers = std::make_unique<SpellCheckers>(QStringList{Test::dataPath(QStringLiteral("spelling"))});
    m_preferences = std::make_unique<ChatPreferences>();
    m_preferences->setSpelling(QStringLiteral("en_TT"));
    m_edit = std::make_unique<InputEdit>();
    m_spelling
        = std::make_unique<InputSpelling>(*m_edit, m_ana, m_emoticons, *m_checkers, *m_preferences, nullptr);
    m_edit->show();
    m_edit->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
}

void tst_InputSpelling::cleanup()
{
    m_spelling.reset();
    m_edit.reset();
    m_preferences.reset();
    m_checkers.reset();
}

QStringList tst_InputSpelling::marked() const
{
    QStringList words;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        const QList<QTextLayout::FormatRange> ranges = block.layout()->formats();
        for (const QTextLayout::FormatRange &range : ranges) {
            if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                words.append(block.text().mid(range.start, range.length));
        }
    }
    return words;
}

std::unique_ptr<QMenu> tst_InputSpelling::languageMenu()
{
    auto menu = std::make_unique<QMenu>();
    m_spelling->fillLanguageMenu(*menu);
    return menu;
}

void tst_InputSpelling::complaint26_marksMisspeltWords()
{
    type(QStringLiteral("hello wrod www.wrod.example :) "));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("wrod")});
}

void tst_InputSpelling::wordBeingTypedIsNotJudged()
{
    type(QStringLiteral("hallo wrod"));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("hallo")});
    type(QStringLiteral(" "));
    QTRY_COMPARE(marked(), (QStringList{QStringLiteral("hallo"), QStringLiteral("wrod")}));
}

void tst_InputSpelling::complaint26_languageOfEachPerson()
{
    type(QStringLiteral("barco "));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("barco")});
    m_preferences->setOf(m_ana, {QStringLiteral("pt_TT"), false, false});
    QCOMPARE(m_spelling->language(), QStringLiteral("pt_TT"));
    QTRY_VERIFY(marked().isEmpty());
    m_preferences->setOf(m_ana, {});
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("barco")});
}

void tst_InputSpelling::complaint26_switchedOffInTheMenu()
{
    type(QStringLiteral("wrod "));
    QTRY_COMPARE(marked().size(), 1);
    languageMenu()->actions().constFirst()->trigger();
    QCOMPARE(m_preferences->of(m_ana).spelling, InputSpelling::off());
    QVERIFY(!m_spelling->isOn());
    QTRY_VERIFY(marked().isEmpty());
    languageMenu()->actions().constFirst()->trigger();
    QTRY_COMPARE(marked().size(), 1);
    m_preferences->setChecksSpelling(false);
    QTRY_VERIFY(marked().isEmpty());
}

void tst_InputSpelling::suggestionReplacesTheWord()
{
    type(QStringLiteral("wrold "));
    QTRY_COMPARE(marked().size(), 1);
    QMenu menu;
    menu.addAction(QStringLiteral("Copy"));
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(2);
    Q_EMIT m_edit->menuAboutToShow(&menu, cursor);
    QCOMPARE(menu.actions().constFirst()->text(), QStringLiteral("Looking for suggestions…"));
    QTRY_COMPARE(menu.actions().constFirst()->text(), QStringLiteral("world"));
    menu.actions().constFirst()->trigger();
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("world "));
}

void tst_InputSpelling::markingIsNoTyping()
{
    type(QStringLiteral("wrod "));
    QSignalSpy typed(m_edit.get(), &InputEdit::typed);
    QTRY_COMPARE(marked().size(), 1);
    QCOMPARE(typed.size(), 0);
}

QTEST_MAIN(tst_InputSpelling)
#include "tst_inputspelling.moc"
