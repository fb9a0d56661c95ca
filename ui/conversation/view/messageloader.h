#pragma once

#include "ui/conversation/view/messagesource.h"

namespace Ui {

class ChatDocument;

/// Keeps the part of a conversation that is in the document: brings lines from the source at one
/// end and lets go of those at the other.
class MessageLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype pageSize = 100;

    /// \p chat must outlive it.
    explicit MessageLoader(ChatDocument &chat, QObject *parent = nullptr);

    /// Shows the newest page of \p source, which must outlive this object. Without a source what
    /// leaves the document is gone.
    void setSource(MessageSource *source);

    /// Whether the document ends before the conversation does: a new message is not to be appended.
    bool hasNewer() const { return m_hasNewer; }
    bool hasOlder() const { return m_hasOlder; }
    void fetchOlder();
    void fetchNewer();
    /// Shows the end of the conversation, whatever is shown now.
    void showNewest();
    /// A line was appended. \p reading: somebody looks at older ones, which must stay then.
    void trim(bool reading);

Q_SIGNALS:
    /// Before and after the document changes at its beginning.
    void aboutToChange();
    void changed();

private:
    void fetch(MessagePage::Direction direction);
    void handleFetched(const MessagePage &page);
    void takeNewest(const MessagePage &page);
    void takeOlder(const MessagePage &page);
    void takeNewer(const MessagePage &page);

    ChatDocument &m_chat;
    MessageSource *m_source = nullptr;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    bool m_isFetching = false;
    bool m_isReplacing = false;
};

} // namespace Ui
