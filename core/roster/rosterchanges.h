#pragma once

#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"
#include "core/roster/contactlist.h"

namespace Msn {

/// What a list command does to the local list, whether it is the reply to our own request or news
/// from the server. Each is applied once per command.

/// ADD, ADC
void applyAddition(ContactList &list, const ContactAddition &addition, const Dialect &dialect);
/// REM. In MSNP8/9 leaving the last group removes a contact from the forward list; in MSNP10 it
/// stays (contact-list.md §5, §6).
void applyRemoval(ContactList &list, const ContactRemoval &removal, const Dialect &dialect);
/// Out of one group, whatever that leaves.
void leaveGroup(ContactList &list, const Address &address, const GroupId &group);
/// REA of a contact.
void applyRename(ContactList &list, const Rename &rename);
/// BPR of a contact.
void applyContactProperty(ContactList &list, const Address &address, const Property &property);
/// PRP, except MFN.
void applyOwnProperty(ContactList &list, const Property &property);

/// \p phones with the value of \p property in it.
PhoneNumbers withProperty(PhoneNumbers phones, const Property &property);

} // namespace Msn
