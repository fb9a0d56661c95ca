#include "core/protocol/dialect.h"

namespace Msn {

namespace {

constexpr Dialect msnp8{};

constexpr Dialect msnp9 = [] {
    Dialect dialect = msnp8;
    dialect.version = ProtocolVersion::Msnp9;
    dialect.pictureInPresence = true;
    dialect.pingInterval = true;
    dialect.wristDevice = true;
    dialect.dataAcknowledgement = true;
    dialect.pageVerb = "PGD";
    return dialect;
}();

constexpr Dialect msnp10 = [] {
    Dialect dialect = msnp9;
    dialect.version = ProtocolVersion::Msnp10;
    dialect.prefixedContacts = true;
    dialect.listVersionInReplies = false;
    dialect.trailingZeroInGroups = false;
    dialect.twoListVersions = true;
    dialect.nameInSignInReply = false;
    dialect.pendingList = true;
    dialect.noSuchAccountError = 208;
    return dialect;
}();

} // namespace

const Dialect &dialectOf(ProtocolVersion version)
{
    switch (version) {
    case ProtocolVersion::Msnp8:
        return msnp8;
    case ProtocolVersion::Msnp9:
        return msnp9;
    case ProtocolVersion::Msnp10:
        return msnp10;
    }
    Q_UNREACHABLE();
}

std::optional<ProtocolVersion> parseProtocolVersion(const QByteArray &token)
{
    const auto versions = supportedProtocolVersions();
    for (const ProtocolVersion version : versions) {
        if (token == encodeProtocolVersion(version))
            return version;
    }
    return std::nullopt;
}

QByteArray encodeProtocolVersion(ProtocolVersion version)
{
    return "MSNP" + QByteArray::number(static_cast<int>(version));
}

QList<ProtocolVersion> supportedProtocolVersions()
{
    return {ProtocolVersion::Msnp10, ProtocolVersion::Msnp9, ProtocolVersion::Msnp8};
}

} // namespace Msn
