#pragma once

#include "core/chat/chatmessage.h"

#include <QStringList>

#include <optional>

class QTextBrowser;

namespace Ui {

class ChatDocument;

/// What stands out among the lines of a conversation because somebody has looked for it.
struct HighlightedLines
{
    std::optional<Msn::ChatMessage::Id> message;
    /// Wherever they are, whatever their case.
    QStringList words;

    friend bool operator==(const HighlightedLines &, const HighlightedLines &) = default;
};

/// Puts a ground behind a message, and another one behind words.
class MessageHighlight
{
public:
    /// Both must outlive it; \p view shows \p chat.
    MessageHighlight(QTextBrowser &view, const ChatDocument &chat)
        : m_view(view)
        , m_chat(chat)
    {
    }

    void set(const HighlightedLines &lines);
    /// The lines, or the colours, have changed.
    void refresh();

private:
    QTextBrowser &m_view;
    const ChatDocument &m_chat;
    HighlightedLines m_lines;
};

} // namespace Ui
