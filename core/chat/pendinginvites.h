#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"

#include <QList>

#include <variant>
#include <vector>

namespace Msn {

/// People who were asked into a conversation and have not come yet, each with who wants to know.
class PendingInvites
{
public:
    bool isEmpty() const { return m_invites.empty(); }
    /// The same person may be asked twice; both are told how it ended.
    void add(const Address &address, Completion<std::monostate> done);
    /// Whom to call now. They count as called until forgetCalls().
    QList<Address> takeUncalled();
    /// The switchboard they were called to is gone: all are to be called again.
    void forgetCalls();
    /// Tells everybody who asked for \p address. May call back into this object.
    void end(const Address &address, const Expected<std::monostate, Error> &result);
    /// Ends all with \p error; what is added meanwhile stays.
    void failAll(const Error &error);

private:
    struct Invite
    {
        Address address;
        Completion<std::monostate> done;
        bool called = false;
    };

    std::vector<Invite> m_invites;
};

} // namespace Msn
