#pragma once

#include "core/protocol/carenotice.h"
#include "core/service/store/accountstore.h"

namespace Msn {

// What is settled for people who are cared for (accountcare.h), wherever the service has to know.

/// Neither of them asks before meeting people, or the other is approved.
bool mayMeet(const AccountStore &store, const Address &one, const Address &other);
/// For the host to see: each of them who asks wishes for the other. Commits nothing.
void noteWish(AccountStore &store, const Address &one, const Address &other);
/// One of them neither sends nor gets files.
bool refusesFiles(const AccountStore &store, const Address &address);

/// What the person's client is told.
CareNotice noticeOf(const AccountCare &care);

} // namespace Msn
