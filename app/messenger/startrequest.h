#pragma once

#include "core/base/address.h"

#include <QByteArray>
#include <QString>

namespace App {

/// What a start of the program is for, when it runs already.
struct StartRequest
{
    Msn::Address chatWith; ///< empty: nobody
    QString networkLink; ///< see CommandLine; empty: none
    /// The right to come to the front that the desktop gave the start; see Activation. May be empty.
    QByteArray token;

    friend bool operator==(const StartRequest &, const StartRequest &) = default;
};

} // namespace App
