#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Msn {

/// Where a server listens.
/// Wire: `host[:port]`, `[v6]:port`; a missing port means 1863.
struct Endpoint
{
    static constexpr quint16 defaultPort = 1863;

    QString host;
    quint16 port = defaultPort;

    QString toString() const;
    bool isEmpty() const { return host.isEmpty(); }
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

std::optional<Endpoint> parseEndpoint(const QByteArray &token);
QByteArray encodeEndpoint(const Endpoint &endpoint);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::Endpoint)
