#include "ui/conversation/input/inputspelling.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/spelling/spellchecker.h"
#include "ui/spelling/spellcheckers.h"
#include "ui/spelling/wordfinder.h"
#include "ui/theme/tokens.h"

#include <QActionGroup>
#include <QMenu>
#include <QTextBlock>

namespace Ui {

InputSpelling::InputSpelling(InputEdit &edit, const Msn::Address &peer, const EmoticonSet &emoticons,
    SpellCheckers &checkers, ChatPreferences &preferences, QObject *parent)
    : QSyntaxHighlighter(parent)
    , m_edit(edit)
    , m_peer(peer)
    , m_emoticons(emoticons)
    , m_checkers(checkers)
    , m_preferences(preferences)
{
    connect(&edit, &InputEdit::typed, this, [this] {
        if (!std::exchange(m_isReady, true))
            applyPreferences();
    });
    connect(&edit, &QTextEdit::cursorPositionChanged, this, &InputSpelling::handleCursorMoved);
    connect(&edit, &InputEdit::menuAboutToShow, this,
        [this](QMenu *menu, const QTextCursor &cursor) { addToMenu(*menu, cursor); });
    connect(&preferences, &ChatPreferences::changed, this, [this] {
        if (m_isReady)
            applyPreferences();
    });
}

bool InputSpelling::isOn() const
{
    return m_preferences.checksSpelling() && m_preferences.of(m_peer).spelling != off();
}

QString InputSpelling::language() const
{
    return m_checker ? m_checker->language() : QString();
}

void InputSpelling::applyPreferences()
{
    const QString own = m_preferences.of(m_peer).spelling;
    SpellChecker *checker
        = isOn() ? m_checkers.checker(own.isEmpty() ? m_preferences.spelling() : own) : nullptr;
    if (checker == m_checker && (document() != nullptr) == (checker != nullptr))
        return;
    if (m_checker)
        disconnect(m_checker, nullptr, this, nullptr);
    m_checker = checker;
    if (m_checker)
        connect(m_checker, &SpellChecker::changed, this, &QSyntaxHighlighter::rehighlight);
    setDocument(m_checker ? m_edit.document() : nullptr);
    Q_EMIT languageChanged();
}

void InputSpelling::highlightBlock(const QString &text)
{
    if (!m_checker)
        return;
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(Tokens::of(m_edit.palette()).error);
    const int caret = m_edit.textCursor().position() - currentBlock().position();
    const QList<WordSpan> words = wordsIn(text, m_emoticons);
    for (const WordSpan &word : words) {
        const bool isWrong = m_checker->isWrong(text.mid(word.start, word.length));
        const bool isTyped = m_edit.hasFocus() && word.start + word.length == caret;
        m_hasSkipped = m_hasSkipped || (isWrong && isTyped);
        if (isWrong && !isTyped)
            setFormat(int(word.start), int(word.length), wrong);
    }
}

void InputSpelling::handleCursorMoved()
{
    if (std::exchange(m_hasSkipped, false))
        rehighlight();
}

void InputSpelling::setLanguage(const QString &language)
{
    PeerPreferences peer = m_preferences.of(m_peer);
    peer.spelling = language;
    m_isReady = true;
    m_preferences.setOf(m_peer, peer);
    applyPreferences();
}

QTextCursor InputSpelling::wrongWordAt(const QTextCursor &cursor)
{
    QTextCursor found(cursor.document());
    const QTextBlock block = cursor.block();
    const int place = cursor.position() - block.position();
    const QList<WordSpan> words = wordsIn(block.text(), m_emoticons);
    for (const WordSpan &word : words) {
        const bool isHere = place >= word.start && place <= word.start + word.length;
        if (!isHere || !m_checker->isWrong(block.text().mid(word.start, word.length)))
            continue;
        found.setPosition(block.position() + int(word.start));
        found.setPosition(block.position() + int(word.start + word.length), QTextCursor::KeepAnchor);
    }
    return found;
}

void InputSpelling::addToMenu(QMenu &menu, const QTextCursor &cursor)
{
    auto *languages = new QMenu(tr("Spell check"), &menu);
    fillLanguageMenu(*languages);
    menu.addSeparator();
    menu.addMenu(languages);
    const QTextCursor word = m_checker ? wrongWordAt(cursor) : QTextCursor();
    if (word.isNull() || !word.hasSelection())
        return;
    QAction *first = menu.actions().constFirst();
    auto *waiting = new QAction(tr("Looking for suggestions…"), &menu);
    waiting->setObjectName(QStringLiteral("waiting"));
    waiting->setEnabled(false);
    auto *ignore = new QAction(tr("Ignore this word"), &menu);
    connect(ignore, &QAction::triggered, this, [this, text = word.selectedText()] {
        if (m_checker)
            m_checker->ignore(text);
    });
    menu.insertAction(first, waiting);
    menu.insertAction(first, ignore);
    menu.insertSeparator(first);
    connect(m_checker, &SpellChecker::suggested, &menu,
        [this, &menu, word](const QString &text, const QStringList &suggestions) {
            if (text == word.selectedText())
                offer(menu, word, suggestions);
        });
    m_checker->suggest(word.selectedText());
}

void InputSpelling::offer(QMenu &menu, const QTextCursor &word, const QStringList &suggestions)
{
    auto *waiting = menu.findChild<QAction *>(QStringLiteral("waiting"));
    if (!waiting)
        return;
    for (const QString &suggestion : suggestions) {
        auto *action = new QAction(suggestion, &menu);
        QFont bold = menu.font();
        bold.setWeight(QFont::DemiBold);
        action->setFont(bold);
        connect(action, &QAction::triggered, this,
            [word, suggestion] { QTextCursor(word).insertText(suggestion); });
        menu.insertAction(waiting, action);
    }
    waiting->setText(tr("There is no suggestion."));
    waiting->setVisible(suggestions.isEmpty());
}

void InputSpelling::fillLanguageMenu(QMenu &menu)
{
    const QStringList languages = m_checkers.languages();
    QAction *check = menu.addAction(tr("&Check spelling"));
    check->setCheckable(true);
    check->setChecked(isOn() && !languages.isEmpty());
    check->setEnabled(!languages.isEmpty());
    connect(check, &QAction::triggered, this, [this](bool on) {
        if (on)
            m_preferences.setChecksSpelling(true);
        setLanguage(on ? QString() : off());
    });
    menu.addSeparator();
    if (languages.isEmpty()) {
        menu.addAction(tr("No dictionaries are installed."))->setEnabled(false);
        return;
    }
    auto *group = new QActionGroup(&menu);
    const QString chosen = m_preferences.of(m_peer).spelling;
    const auto add = [&](const QString &text, const QString &language) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(isOn() && chosen == language);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { setLanguage(language); });
    };
    add(tr("The usual language"), {});
    for (const QString &language : languages)
        add(SpellCheckers::shownName(language), language);
}

} // namespace Ui
