#pragma once

#include "core/base/expected.h"
#include "core/p2p/peercall.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

namespace Msn {

/// Answers an INVITE that \p id is made of: with the call, or with the status by which it is refused.
using PeerCallAnswer = Expected<std::unique_ptr<PeerCall>, SlpMessage::Status>;
using PeerService
    = std::function<PeerCallAnswer(PeerLink &link, const PeerCallId &id, const SlpMessage &invite)>;

/// What others may ask us for, by EUF-GUID in upper case.
using PeerServices = QHash<QByteArray, PeerService>;

} // namespace Msn
