#include "ui/conversation/view/storedsource.h"

#include "core/history/historyrecorder.h"

namespace Ui {

using Msn::ChatMessage;
using Msn::HistoryPageRequest;

namespace {

/// A line of the conversation itself lies behind all of the history that is fetched here.
Msn::HistoryPlace placeOf(const ChatMessage &message)
{
    return {message.time, message.isStored() ? Msn::entryIdOf(message.id) : 0};
}

} // namespace

StoredSource::StoredSource(
    const Msn::Conversation &conversation, const Msn::HistoryRecorder &recorder, QObject *parent)
    : MessageSource(parent)
    , m_conversation(conversation)
    , m_recorder(recorder)
{
}

void StoredSource::fetch(
    MessagePage::Direction direction, const std::optional<ChatMessage> &from, qsizetype count)
{
    HistoryPageRequest request = m_recorder.pageRequest(m_conversation);
    request.direction = direction == MessagePage::Direction::Older ? HistoryPageRequest::Direction::Older
                                                                   : HistoryPageRequest::Direction::Newer;
    if (from)
        request.from = placeOf(*from);
    request.count = int(count);
    m_recorder.store().fetch(
        request, {this, [this, direction](const Msn::Expected<Msn::HistoryPage, Msn::Error> &page) {
                      handlePage(direction, page ? *page : Msn::HistoryPage());
                      if (!page)
                          Q_EMIT readFailed(page.error());
                  }});
}

void StoredSource::handlePage(MessagePage::Direction direction, const Msn::HistoryPage &page)
{
    MessagePage shown;
    shown.direction = direction;
    shown.hasMore = page.hasMore;
    for (const Msn::HistoryEntry &entry : page.entries)
        shown.messages.append(toChatMessage(entry));
    Q_EMIT fetched(shown);
}

} // namespace Ui
