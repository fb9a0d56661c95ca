#pragma once

#include "core/models/contactgrouping.h"

#include <QVariant>

namespace Msn {

class ContactAnnotations;
class ContactList;
struct Contact;
struct ContactAnnotation;

/// What to call \p contact: our own name for them, else theirs.
QString nameFor(const Contact &contact, const ContactAnnotation &annotation);

/// The roles of one heading that do not depend on who is below it.
QVariant groupRowData(const ContactGroupKey &key, const ContactList &contacts, int role);
/// The roles of one person; UnreadCountRole and the roles of the heading are not among them.
QVariant contactRowData(
    const Contact &contact, const ContactAnnotation &annotation, const ContactList &contacts, int role);

} // namespace Msn
