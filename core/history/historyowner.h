#pragma once

#include "core/base/address.h"

#include <QList>
#include <QString>

namespace Msn {

/// Whose history it is: one account on one network.
struct HistoryOwner
{
    Address account;
    /// As the catalogue of networks names it. Empty: not known, the address alone counts.
    QString network;

    friend bool operator==(const HistoryOwner &, const HistoryOwner &) = default;
};

/// Which of \p owners \p wanted is, as a file names it; the first where several are. -1: none of them.
inline int findOwner(const QList<HistoryOwner> &owners, const HistoryOwner &wanted)
{
    for (int i = 0; i < owners.size() && !wanted.account.isEmpty(); ++i) {
        const QString &network = owners.at(i).network;
        const bool isThere = wanted.network.isEmpty() || network.isEmpty()
            || network.compare(wanted.network, Qt::CaseInsensitive) == 0;
        if (isThere && owners.at(i).account == wanted.account)
            return i;
    }
    return -1;
}

} // namespace Msn
