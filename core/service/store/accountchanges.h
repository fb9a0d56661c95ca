#pragma once

#include "core/base/completion.h"

#include <functional>
#include <vector>

namespace Msn {

class AccountStore;

/// One change of the accounts at a time, with what follows from it: others are told when it is kept,
/// and not at all if it could not be kept.
class AccountChanges
{
public:
    /// \p store must outlive this.
    explicit AccountChanges(AccountStore &store)
        : m_store(store)
    {
    }

    AccountStore &store() { return m_store; }
    const AccountStore &store() const { return m_store; }

    /// \p consequence runs in finish(), in the order in which they were added.
    void whenKept(std::function<void()> consequence) { m_consequences.push_back(std::move(consequence)); }

    /// Keeps the writes. On failure they and their consequences are forgotten. Errors: those of
    /// AccountStore::commit().
    Outcome keep();
    /// Runs what follows from the change that was kept. A consequence may make a change of its own.
    void finish();

private:
    AccountStore &m_store;
    std::vector<std::function<void()>> m_consequences;
};

} // namespace Msn
