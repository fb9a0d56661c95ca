#include "ui/history/personsource.h"

namespace Ui {

using Msn::ChatMessage;
using Msn::HistoryPageRequest;

namespace {

MessagePage shownPage(MessagePage::Direction direction, const Msn::HistoryPage &page)
{
    MessagePage shown;
    shown.direction = direction;
    shown.hasMore = page.hasMore;
    for (const Msn::HistoryEntry &entry : page.entries)
        shown.messages.append(toChatMessage(entry));
    return shown;
}

} // namespace

PersonSource::PersonSource(Msn::HistoryStore &store, const Msn::Address &person, QObject *parent)
    : MessageSource(parent)
    , m_store(&store)
    , m_person(person)
{
}

void PersonSource::fetch(
    MessagePage::Direction direction, const std::optional<ChatMessage> &from, qsizetype count)
{
    if (!m_store) {
        Q_EMIT fetched({direction, {}, false});
        return;
    }
    HistoryPageRequest request;
    request.with = m_person;
    request.everyGroup = true;
    request.direction = direction == MessagePage::Direction::Older ? HistoryPageRequest::Direction::Older
                                                                   : HistoryPageRequest::Direction::Newer;
    if (from)
        request.from = {from->time, Msn::entryIdOf(from->id)};
    request.count = int(count);
    m_store->fetch(
        request, {this, [this, direction](const Msn::Expected<Msn::HistoryPage, Msn::Error> &page) {
                      Q_EMIT fetched(shownPage(direction, page ? *page : Msn::HistoryPage()));
                      if (!page)
                          Q_EMIT failed(page.error());
                  }});
}

ChatMessage PersonSource::beforeDay(const QDate &day)
{
    ChatMessage place;
    place.time = day.startOfDay();
    return place;
}

ChatMessage PersonSource::before(const Msn::HistoryEntry &entry)
{
    ChatMessage place = toChatMessage(entry);
    --place.id;
    return place;
}

} // namespace Ui
