#pragma once

#include <QLoggingCategory>

// One category per layer; Info and above by default. QT_LOGGING_RULES="swallowtail.*=true" shows all.
namespace Msn {
Q_DECLARE_LOGGING_CATEGORY(logWire)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logP2p)
Q_DECLARE_LOGGING_CATEGORY(logRoster)
Q_DECLARE_LOGGING_CATEGORY(logChat)
Q_DECLARE_LOGGING_CATEGORY(logAccount)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logService)
} // namespace Msn
