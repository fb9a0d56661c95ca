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
    explicit SwitchboardPasses(std::chrono::milliseconds validity)
        : m_validity(validity)
    {
    }

    /// For XFR: admits \p address to a switchboard of its own.
    QByteArray issue(const Address &address) { return issue(address, {}); }
    /// For RNG: admits \p address to \p session.
    QByteArray issue(const Address &address, const QByteArray &session);
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
    QHash<QByteArray, Pass> m_passes;
};

} // namespace Msn
