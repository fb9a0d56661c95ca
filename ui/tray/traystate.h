#pragma once

#include "core/base/address.h"
#include "core/protocol/status.h"

#include <QList>
#include <QString>

namespace Ui {

/// What the tray shows.
struct TrayState
{
    bool isSignedIn = false;
    /// Of all accounts together: the one who can be reached best.
    Msn::Status status = Msn::Status::Offline;
    /// Conversations with something that nobody has looked at.
    int waiting = 0;

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

/// Somebody to whom a message can be sent from the tray.
struct TrayPerson
{
    Msn::Address account;
    Msn::Address address;
    QString name;
    Msn::Status status = Msn::Status::Online;
};

} // namespace Ui
