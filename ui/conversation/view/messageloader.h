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

    /// Shows the newest page of \p source, which must outlive this object; with \p from instead a page
    /// from there on and the one before it, then placed() follows. Nothing is taken any more from a source
    /// that was set before. Without a source what leaves the document is gone.
    void setSource(MessageSource *source, const std::optional<Msn::ChatMessage> &from = {});

    /// Whether the document ends before the conversation does: a new message is not to be appended.
    bool hasNewer() const { return m_hasNewer; }
    bool hasOlder() const { return m_hasOlder; }
    /// There is a source, and nothing is on its way from it.
    bool isSettled() const { return m_source && !m_isFetching; }
    void fetchOlder();
    void fetchNewer();
    /// Shows the end of the conversation, whatever is shown now.
    void showNewest();
    /// The same after lines were removed, even if the document had the end.
    void reload();
    /// A line was appended. \p reading: somebody looks at older ones, which must stay then.
    void trim(bool reading);

Q_SIGNALS:
    /// Before and after the document changes at its beginning.
    void aboutToChange();
    void changed();
    /// What was asked for instead of what was shown is there: the newest lines, or those around a place.
    void placed();

private:
    /// What the lines are for that are on their way.
    enum class Purpose {
        Extend, ///< more of them at one end
        ShowNewest, ///< instead of what is shown now
        ShowPlace, ///< the same, from the middle on
        CompletePlace, ///< what stands before that
    };

    void fetch(MessagePage::Direction direction);
    void handleFetched(const MessagePage &page);
    void take(const MessagePage &page, Purpose purpose);
    void takeNewest(const MessagePage &page);
    void takePlace(const MessagePage &page);
    void takeOlder(const MessagePage &page);
    void takeNewer(const MessagePage &page);
    void completePlace();

    ChatDocument &m_chat;
    MessageSource *m_source = nullptr;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    bool m_isFetching = false;
    Purpose m_purpose = Purpose::Extend;
};

} // namespace Ui
