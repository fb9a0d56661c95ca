#pragma once

#include "core/base/address.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>

#include <chrono>
#include <optional>

namespace Msn {

/// Cookies that admit to a switchboard: for one address, once, for a short time.
/// Source: conversations.md §1.
class SwitchboardPasses
{
public:
    SwitchboardPasses(std::chrono::milliseconds validity, int limit)
        : m_validity(validity)
        , m_limit(limit)
    {
    }

    /// For XFR: admits \p address to a switchboard of its own. For RNG: admits it to \p session.
    /// Nothing if too many are under way.
    std::optional<QByteArray> issue(const Address &address, const QByteArray &session = {});
    /// Uses the cookie up, whatever comes out.
    bool redeem(const QByteArray &cookie, const Address &address, const QByteArray &session = {});

private:
    struct Pass
    {
        Address address;
        QByteArray session;
        QDeadlineTimer expiry;
    };

    std::chrono::milliseconds m_validity;
    int m_limit;
    QHash<QByteArray, Pass> m_passes;
};

} // namespace Msn
