#pragma once

#include "core/base/address.h"
#include "core/protocol/status.h"

#include <QMetaType>
#include <QString>

namespace Ui {

/// What a person has filled in on the sign-in page.
struct SignInRequest
{
    /// Name in the NetworkCatalog.
    QString network;
    Msn::Address address;
    /// Empty: the one in the keychain.
    QString password;
    Msn::Status status = Msn::Status::Online;
    bool rememberMe = true;
    bool rememberPassword = false;
    bool signInAutomatically = false;
    /// Not on the page: what worked last, or what the person chose after a failure.
    bool throughGateway = false;

    friend bool operator==(const SignInRequest &, const SignInRequest &) = default;
};

} // namespace Ui

Q_DECLARE_METATYPE(Ui::SignInRequest)
