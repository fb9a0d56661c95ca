#include "core/base/logging.h"

namespace Msn {
Q_LOGGING_CATEGORY(logWire, "swallowtail.wire", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "swallowtail.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logP2p, "swallowtail.p2p", QtInfoMsg)
Q_LOGGING_CATEGORY(logRoster, "swallowtail.roster", QtInfoMsg)
Q_LOGGING_CATEGORY(logChat, "swallowtail.chat", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccount, "swallowtail.account", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "swallowtail.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logService, "swallowtail.service", QtInfoMsg)
} // namespace Msn
