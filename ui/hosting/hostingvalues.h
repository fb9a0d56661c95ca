#pragma once

#include "core/base/address.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTime>

#include <optional>
#include <utility>

namespace Ui {

/// Somebody whom a person may meet or not.
struct HostingAcquaintance
{
    Msn::Address address;
    bool isApproved = false;
    /// Not approved, and one of the two has asked for it.
    bool isWished = false;

    friend bool operator==(const HostingAcquaintance &, const HostingAcquaintance &) = default;
};

/// The rules for a person.
struct HostingCare
{
    bool asks = false; ///< meets only those who are approved
    QList<HostingAcquaintance> people;
    std::optional<std::pair<QTime, QTime>> quiet; ///< from, until; every day
    bool refusesFiles = false;

    friend bool operator==(const HostingCare &, const HostingCare &) = default;
};

/// Somebody with an account on the network that is hosted here.
struct HostingPerson
{
    Msn::Address address;
    QString name;
    /// Only while it is known: from when it was made until the window closes.
    QString passphrase;
    bool isSignedIn = false;
    HostingCare care = {};
    QByteArray picture = {}; ///< that the host gives; a PNG, empty: none

    friend bool operator==(const HostingPerson &, const HostingPerson &) = default;
};

/// A name or address by which others reach this computer.
struct HostingAddress
{
    QString host;
    /// Of the network card; empty for a name.
    QString interfaceName;

    friend bool operator==(const HostingAddress &, const HostingAddress &) = default;
};

/// A network that is to be.
struct HostingPlan
{
    QString name;
    QList<HostingPerson> people;
    /// Everybody has everybody else on the list.
    bool isEverybodyListed = true;

    friend bool operator==(const HostingPlan &, const HostingPlan &) = default;
};

/// All that the window shows of a network.
struct HostingState
{
    enum class Phase {
        NotSetUp,
        Stopped,
        Running,
        Elsewhere, ///< another program hosts it now
    };

    Phase phase = Phase::NotSetUp;
    QString name;
    QList<HostingPerson> people;
    /// Of this computer; none without a network.
    QList<HostingAddress> addresses;
    /// The one that others are told; empty: the first of them.
    QString chosenHost;
    bool takesOldClients = false;
    bool startsWithMessenger = false;
    /// It can be seen on the sign-in pages of others.
    bool isAnnounced = false;
    /// Why not, and what to do about it; empty if it is, or nobody has tried.
    QString whyNotAnnounced;
    /// What hosts the network instead of this program.
    QString command;

    // Only while it runs
    QByteArray fingerprint; ///< SHA-256
    QByteArray networkFile;
    QString link;
    quint16 plainPort = 0;
    quint16 tlsPort = 0;
    quint16 httpsPort = 0;

    friend bool operator==(const HostingState &, const HostingState &) = default;
};

} // namespace Ui
