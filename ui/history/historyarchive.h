#pragma once

#include "core/base/address.h"
#include "core/history/historystore.h"

#include <QPointer>
#include <QString>

#include <functional>

namespace Ui {

/// The history of one account, as the viewer is handed it.
struct HistoryArchive
{
    using Names = std::function<QString(const Msn::Address &)>;

    QPointer<Msn::HistoryStore> store;
    Msn::Address account;
    /// What a person calls the network.
    QString network;
    /// What the catalogue of networks calls it.
    QString networkName = {};
    /// What the person calls somebody, wherever they are named; empty: nothing of their own.
    Names nicknameOf;
    /// What the contact list calls somebody; empty: nobody on it.
    Names listedNameOf;
    /// Whether what is said now is kept.
    bool isKeeping = true;
};

/// Somebody in one of the histories; the number is the place in the viewer's list of them.
struct HistoryPeer
{
    int archive = 0;
    Msn::Address address;

    friend bool operator==(const HistoryPeer &, const HistoryPeer &) = default;
    friend size_t qHash(const HistoryPeer &peer, size_t seed = 0)
    {
        return qHashMulti(seed, peer.archive, peer.address);
    }
};

/// A line that was found.
struct HistoryHit
{
    int archive = 0;
    Msn::HistoryEntry entry;

    HistoryPeer peer() const { return {archive, entry.with}; }
};

} // namespace Ui
