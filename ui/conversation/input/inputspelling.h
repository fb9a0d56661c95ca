#pragma once

#include "core/base/address.h"

#include <QPointer>
#include <QSyntaxHighlighter>

class QMenu;
class QTextCursor;

namespace Ui {

class ChatPreferences;
class EmoticonSet;
class InputEdit;
class SpellChecker;
class SpellCheckers;

/// Underlines misspelt words of the message being written, offers better ones in its menu, and
/// remembers the language for each person one writes to.
class InputSpelling : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// What PeerPreferences::spelling says for no spell check.
    static QString off() { return QStringLiteral("-"); }

    /// All but \p parent must outlive it.
    InputSpelling(InputEdit &edit, const Msn::Address &peer, const EmoticonSet &emoticons,
        SpellCheckers &checkers, ChatPreferences &preferences, QObject *parent);

    /// Whether words are looked up now.
    bool isOn() const;
    /// Name of the dictionary in use; empty if there is none.
    QString language() const;
    /// The switch, and a choice of languages for this person.
    void fillLanguageMenu(QMenu &menu);

Q_SIGNALS:
    void languageChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    void applyPreferences();
    void setLanguage(const QString &language);
    void handleCursorMoved();
    void addToMenu(QMenu &menu, const QTextCursor &cursor);
    void offer(QMenu &menu, const QTextCursor &word, const QStringList &suggestions);
    /// The misspelt word around \p cursor, selected; no selection if there is none.
    QTextCursor wrongWordAt(const QTextCursor &cursor);

    InputEdit &m_edit;
    const Msn::Address m_peer;
    const EmoticonSet &m_emoticons;
    SpellCheckers &m_checkers;
    ChatPreferences &m_preferences;
    QPointer<SpellChecker> m_checker;
    /// Looking for dictionaries waits for the first letter.
    bool m_isReady = false;
    /// The word that is being typed is not judged yet.
    bool m_hasSkipped = false;
};

} // namespace Ui
