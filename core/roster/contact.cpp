#include "core/roster/contact.h"

namespace Msn {

QString Contact::displayName() const
{
    const QString name = friendlyName.singleLine();
    return name.isEmpty() ? address.toString() : name;
}

} // namespace Msn
