#include "app/messenger/chatrequests.h"

#include "app/messenger/chatwindows.h"
#include "app/messenger/sessions.h"
#include "core/account/account.h"
#include "core/roster/contactlist.h"

#include <algorithm>
#include <utility>

namespace App {

using namespace Msn;

ChatRequests::ChatRequests(Sessions &sessions, ChatWindows &chats)
    : m_sessions(sessions)
    , m_chats(chats)
{
}

void ChatRequests::open(const Address &address)
{
    if (address.isEmpty())
        return;
    const QList<Session *> sessions = m_sessions.signedInOnes();
    if (sessions.isEmpty()) {
        m_waiting = address;
        return;
    }
    const auto knowing = std::find_if(sessions.begin(), sessions.end(),
        [&](const Session *session) { return session->account()->contacts().find(address); });
    m_chats.open(*(knowing == sessions.end() ? sessions.constFirst() : *knowing)->account(), address);
}

void ChatRequests::openWaiting()
{
    open(std::exchange(m_waiting, {}));
}

} // namespace App
