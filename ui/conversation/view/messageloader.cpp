#include "ui/conversation/view/messageloader.h"

#include "ui/conversation/view/chatdocument.h"

namespace Ui {

using Direction = MessagePage::Direction;

MessageLoader::MessageLoader(ChatDocument &chat, QObject *parent)
    : QObject(parent)
    , m_chat(chat)
{
}

void MessageLoader::setSource(MessageSource *source, const std::optional<Msn::ChatMessage> &from)
{
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    m_isFetching = false;
    m_purpose = Purpose::Extend;
    if (!m_source)
        return;
    connect(m_source, &MessageSource::fetched, this, &MessageLoader::handleFetched);
    m_hasNewer = true;
    if (!from) {
        showNewest();
        return;
    }
    m_hasOlder = false;
    m_purpose = Purpose::ShowPlace;
    m_isFetching = true;
    m_source->fetch(Direction::Newer, from, pageSize);
}

void MessageLoader::fetchOlder()
{
    if (m_hasOlder)
        fetch(Direction::Older);
}

void MessageLoader::fetchNewer()
{
    if (m_hasNewer)
        fetch(Direction::Newer);
}

void MessageLoader::showNewest()
{
    if (!m_source || !m_hasNewer || m_purpose == Purpose::ShowNewest)
        return;
    m_purpose = Purpose::ShowNewest;
    m_isFetching = true;
    m_source->fetch(Direction::Older, {}, pageSize);
}

void MessageLoader::reload()
{
    m_hasNewer = true;
    showNewest();
}

void MessageLoader::fetch(Direction direction)
{
    if (!m_source || m_isFetching)
        return;
    const auto from = direction == Direction::Older ? m_chat.oldest() : m_chat.newest();
    if (!from)
        return;
    m_isFetching = true;
    m_source->fetch(direction, from, pageSize);
}

void MessageLoader::handleFetched(const MessagePage &page)
{
    m_isFetching = false;
    const Purpose purpose = std::exchange(m_purpose, Purpose::Extend);
    Q_EMIT aboutToChange();
    take(page, purpose);
    Q_EMIT changed();
    if (purpose == Purpose::ShowPlace)
        completePlace();
    else if (purpose != Purpose::Extend)
        Q_EMIT placed();
    // What was said just now may be little: lines of former days fill the window.
    if (purpose != Purpose::ShowPlace && !m_hasNewer && m_chat.count() < size_t(pageSize))
        fetchOlder();
}

void MessageLoader::take(const MessagePage &page, Purpose purpose)
{
    if (purpose == Purpose::ShowNewest)
        takeNewest(page);
    else if (purpose == Purpose::ShowPlace)
        takePlace(page);
    else if (page.direction == Direction::Older)
        takeOlder(page);
    else
        takeNewer(page);
}

void MessageLoader::takePlace(const MessagePage &page)
{
    m_chat.clear();
    m_chat.append(page.messages);
    m_hasOlder = true;
    m_hasNewer = page.hasMore;
}

void MessageLoader::completePlace()
{
    if (m_chat.oldest()) {
        m_purpose = Purpose::CompletePlace;
        fetch(Direction::Older);
        return;
    }
    m_hasNewer = true;
    showNewest();
}

void MessageLoader::takeNewest(const MessagePage &page)
{
    // What the program has said before the first message came stays above what is said now, and
    // below what was said on former days.
    if (m_chat.oldest())
        m_chat.clear();
    const qsizetype former = page.messages.size() - page.current;
    m_chat.prepend(page.messages.first(former));
    m_chat.append(page.messages.sliced(former));
    m_hasOlder = page.hasMore;
    m_hasNewer = false;
}

void MessageLoader::takeOlder(const MessagePage &page)
{
    m_hasOlder = page.hasMore;
    m_chat.prepend(page.messages);
    if (m_chat.count() <= ChatDocument::maxEntries)
        return;
    m_chat.keepOldest(ChatDocument::maxEntries);
    m_hasNewer = true;
}

void MessageLoader::takeNewer(const MessagePage &page)
{
    m_hasNewer = page.hasMore;
    m_chat.append(page.messages);
    if (m_chat.count() <= ChatDocument::maxEntries)
        return;
    m_chat.keepNewest(ChatDocument::maxEntries);
    m_hasOlder = true;
}

void MessageLoader::trim(bool reading)
{
    if (m_chat.count() <= ChatDocument::maxEntries)
        return;
    Q_EMIT aboutToChange();
    // Who reads above keeps that; the new lines wait in the source.
    const bool keepsOld = reading && m_source;
    if (keepsOld) {
        m_chat.keepOldest(ChatDocument::maxEntries);
        m_hasNewer = true;
    } else {
        m_chat.keepNewest(m_chat.count() - ChatDocument::dropped);
        m_hasOlder = m_source != nullptr;
    }
    Q_EMIT changed();
}

} // namespace Ui
