#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/base/identifiers.h"

#include <QByteArrayList>

namespace Msn {

/// `N=`, `F=`, `C=` in any order; whatever else is returned untouched.
struct PrefixedFields
{
    Address address;
    FriendlyName friendlyName;
    ContactId id;
    QByteArrayList rest;
};

PrefixedFields parsePrefixedFields(const QByteArrayList &tokens);

} // namespace Msn
