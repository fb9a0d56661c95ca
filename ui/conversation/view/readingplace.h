#pragma once

class QTextBrowser;

namespace Ui {

class ChatDocument;

/// Keeps the lines that somebody is reading, and the caret, where they are while others come and go
/// above them.
class ReadingPlace
{
public:
    /// Both must outlive it; \p view shows \p chat.
    ReadingPlace(QTextBrowser &view, const ChatDocument &chat)
        : m_view(view)
        , m_chat(chat)
    {
    }

    /// Before the change.
    void remember();
    /// After it. \p followsEnd: only the caret goes back.
    void restore(bool followsEnd);
    /// Shows the entry with what stands before it, and puts the caret there.
    void goTo(int entry);
    /// Between the two: what the scroll bar says means nothing.
    bool isChanging() const { return m_isChanging; }

private:
    QTextBrowser &m_view;
    const ChatDocument &m_chat;
    bool m_isChanging = false;
    /// What is at the top of the view, and how far above its edge.
    int m_entry = -1;
    double m_offset = 0;
    int m_caretEntry = -1;
};

} // namespace Ui
