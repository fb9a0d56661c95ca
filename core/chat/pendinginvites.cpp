#include "core/chat/pendinginvites.h"

#include <algorithm>
#include <utility>

namespace Msn {

void PendingInvites::add(const Address &address, Completion<std::monostate> done)
{
    m_invites.push_back({address, std::move(done), false});
}

QList<Address> PendingInvites::takeUncalled()
{
    QList<Address> uncalled;
    for (Invite &invite : m_invites) {
        if (!std::exchange(invite.called, true))
            uncalled.append(invite.address);
    }
    return uncalled;
}

void PendingInvites::forgetCalls()
{
    for (Invite &invite : m_invites)
        invite.called = false;
}

void PendingInvites::end(const Address &address, const Expected<std::monostate, Error> &result)
{
    const auto isMeant = [&address](const Invite &invite) { return invite.address == address; };
    // From the start each time: who is told may ask for more people.
    for (auto invite = std::find_if(m_invites.begin(), m_invites.end(), isMeant); invite != m_invites.end();
         invite = std::find_if(m_invites.begin(), m_invites.end(), isMeant)) {
        Completion<std::monostate> done = std::move(invite->done);
        m_invites.erase(invite);
        done(result);
    }
}

void PendingInvites::failAll(const Error &error)
{
    std::vector<Invite> invites = std::exchange(m_invites, {});
    for (Invite &invite : invites)
        invite.done(Unexpected(error));
}

} // namespace Msn
