#include "core/net/sessionend.h"

namespace Msn {

Error errorFor(const SignedOutNotice &notice)
{
    Error error = makeError(ErrorCode::SignedOutByServer);
    switch (notice.reason) {
    case SignedOutNotice::Reason::None:
        break;
    case SignedOutNotice::Reason::SignedInElsewhere:
        error.code = ErrorCode::SignedInElsewhere;
        break;
    case SignedOutNotice::Reason::ServerShuttingDown:
        error.code = ErrorCode::ServerShuttingDown;
        error.retryAfter = std::chrono::seconds(30);
        break;
    case SignedOutNotice::Reason::ListMigrating:
        error.retryAfter = std::chrono::seconds(60);
        break;
    case SignedOutNotice::Reason::TermsOfUse:
        error.code = ErrorCode::TermsOfUse;
        break;
    case SignedOutNotice::Reason::Reconnect:
        error.retryAfter = std::chrono::minutes(notice.minutes);
        break;
    }
    return error;
}

bool makesServerUseless(const SignedOutNotice &notice)
{
    return notice.reason == SignedOutNotice::Reason::ServerShuttingDown
        || notice.reason == SignedOutNotice::Reason::ListMigrating;
}

} // namespace Msn
