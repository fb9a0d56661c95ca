#pragma once

#include "core/service/store/memoryaccountstore.h"

namespace Test {

/// Accounts in memory, on a disk that may be full.
class FaultyStore : public Msn::MemoryAccountStore
{
public:
    void setFull(bool full) { m_full = full; }
    Msn::Outcome commit() override
    {
        if (!m_full || !isChanged())
            return MemoryAccountStore::commit();
        rollback();
        Msn::Error error;
        error.code = Msn::ErrorCode::StorageFailed;
        return Msn::Unexpected(error);
    }

private:
    bool m_full = false;
};

} // namespace Test
