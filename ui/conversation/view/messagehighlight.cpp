#include "ui/conversation/view/messagehighlight.h"

#include "ui/conversation/view/chatdocument.h"

#include <QTextBrowser>

namespace Ui {
namespace {

/// A word of one letter is everywhere.
constexpr qsizetype mostPlaces = 500;

using Selections = QList<QTextEdit::ExtraSelection>;

QTextCursor allOf(const QTextBlock &block)
{
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    return cursor;
}

/// The paragraphs of the entry that begins with \p first.
Selections groundOf(const QTextBlock &first, const Tokens &tokens)
{
    Selections selections;
    for (QTextBlock block = first; block.isValid() && ChatBlock::entryOf(block) == ChatBlock::entryOf(first);
         block = block.next()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = allOf(block);
        selection.format.setBackground(tokens.selection);
        selections.append(selection);
    }
    return selections;
}

Selections placesOf(const QString &word, const QTextDocument &document, const Tokens &tokens)
{
    Selections selections;
    QTextEdit::ExtraSelection selection;
    selection.format.setBackground(tokens.informationBar);
    selection.format.setForeground(tokens.ink);
    QTextCursor found = document.find(word, 0);
    while (!found.isNull() && selections.size() < mostPlaces) {
        selection.cursor = found;
        selections.append(selection);
        found = document.find(word, found);
    }
    return selections;
}

} // namespace

void MessageHighlight::set(const HighlightedLines &lines)
{
    if (m_lines == lines)
        return;
    m_lines = lines;
    refresh();
}

void MessageHighlight::refresh()
{
    const Tokens &tokens = m_chat.look().tokens;
    Selections selections;
    for (int entry = m_chat.firstEntry(); m_lines.message && entry <= m_chat.lastEntry(); ++entry) {
        const Msn::ChatMessage *message = m_chat.message(entry);
        if (message && message->id == *m_lines.message)
            selections += groundOf(m_chat.blockOf(entry), tokens);
    }
    for (const QString &word : std::as_const(m_lines.words)) {
        if (!word.isEmpty())
            selections += placesOf(word, *m_view.document(), tokens);
    }
    m_view.setExtraSelections(selections);
}

} // namespace Ui
