#pragma once

#include "core/base/address.h"
#include "core/protocol/servermessage.h"
#include "core/protocol/services.h"

#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace Msn {

/// A web page of the network, and what has to be posted to it for the person to be let in. Without
/// fields it is opened like any other page.
struct ServiceForm
{
    QUrl url;
    QList<std::pair<QByteArray, QString>> fields;

    friend bool operator==(const ServiceForm &, const ServiceForm &) = default;
};

/// Who asks to be let in. Fields built from these are secrets.
struct ServiceFormAccount
{
    Address address;
    QString password;
    Profile profile;
    /// Since the sign-in, by our own clock.
    std::chrono::seconds sessionAge{0};
    /// Host of the sign-in page whose certificate was checked. The reply to URL comes in clear and may
    /// be forged on its way: only a form for this very host gets the credentials.
    QString trustedHost;
};

/// Nothing unless the post URL is absolute and https: some servers answer `/unused1`, and what is not
/// encrypted must not be followed.
/// Source: presence.md §8, "Opening it as the official client did"; wire-format.md §9.
std::optional<ServiceForm> makeServiceForm(const ServiceUrl &url, const ServiceFormAccount &account);

} // namespace Msn
