#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

namespace Msn {

enum class ProtocolVersion { Msnp8 = 8, Msnp9 = 9, Msnp10 = 10 };

/// What differs between the protocol versions, as data: the one place that knows. A parser or an
/// encoder asks for a trait, never for a version number.
/// Source: versions.md §2, §3; MSNP8 changes; MSNP9 analysis.
struct Dialect
{
    ProtocolVersion version = ProtocolVersion::Msnp8;
    /// ADC with `N= F= C=`, LST with the same prefixes, REM and SBP by contact id, own name by
    /// `PRP MFN`. Otherwise ADD, REA and plain columns.
    bool prefixedContacts = false;
    /// Replies to ADD REM ADG REG RMG REA BLP GTC PRP and BPR carry the list version.
    bool listVersionInReplies = true;
    /// ADG, REG and LSG end in a meaningless `0`; LSG is id before name.
    bool trailingZeroInGroups = true;
    /// SYN carries two opaque versions (list, settings) instead of one number.
    bool twoListVersions = false;
    /// `USR t OK address name verified restricted`; otherwise without the name.
    bool nameInSignInReply = true;
    /// A pending list (bit 16) exists.
    bool pendingList = false;
    /// CHG, ILN and NLN may carry a display picture object.
    bool pictureInPresence = false;
    /// QNG says in how many seconds it wants the next PNG.
    bool pingInterval = false;
    /// PRP and BPR know WWE, an MSN Direct device.
    bool wristDevice = false;
    /// MSG may ask for acknowledgement mode `D`.
    bool dataAcknowledgement = false;
    /// 208 instead of 205 for an account that does not exist.
    int noSuchAccountError = 205;
    /// Verb that pages a mobile: PAG, or PGD with a device type.
    const char *pageVerb = "PAG";
};

const Dialect &dialectOf(ProtocolVersion version);

/// `MSNP9`; nothing for a version that we do not speak or anything else.
std::optional<ProtocolVersion> parseProtocolVersion(const QByteArray &token);
QByteArray encodeProtocolVersion(ProtocolVersion version);

/// All we speak, best first.
QList<ProtocolVersion> supportedProtocolVersions();

} // namespace Msn
