#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"

#include <QList>
#include <QString>

namespace Msn {
class AccountStore;
}

namespace App {

/// The accounts of the built-in demo network: two for people, the rest for robots.
struct DemoAccounts
{
    struct Entry
    {
        Msn::Address address;
        Msn::FriendlyName name;
    };

    /// The same for all of them; the network is on loopback only.
    static QString password();
    static Msn::Address you();
    static Msn::Address friendOfYours();

    static Entry echo(); ///< says back what it hears
    static Entry slow(); ///< types slowly and uses emoticons
    static Entry moody(); ///< changes its status
    static Entry party(); ///< invites into a group chat
    static QList<Entry> robots();

    /// Adds all of them to \p store: both people have each other in the group "Friends" and all
    /// robots in "Robots", and everybody has allowed everybody.
    static void addTo(Msn::AccountStore &store);
    /// Whether \p address belongs to the demo network.
    static bool contains(const Msn::Address &address);
};

} // namespace App
