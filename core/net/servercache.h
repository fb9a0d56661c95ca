#pragma once

#include "core/protocol/endpoint.h"

#include <QString>
#include <QUrl>

namespace Msn {

/// What the last sign-in learned and the next may start from. A wrong entry costs one attempt and
/// is dropped. Never holds the target of a login redirect (MSNP8 changes).
struct ServerCache
{
    Endpoint notificationServer;
    QUrl loginUrl;

    friend bool operator==(const ServerCache &, const ServerCache &) = default;
};

/// An empty cache if the file is missing or damaged.
ServerCache loadServerCache(const QString &fileName);
/// Best effort: a cache that cannot be written costs a round trip, nothing else.
void saveServerCache(const QString &fileName, const ServerCache &cache);

} // namespace Msn
