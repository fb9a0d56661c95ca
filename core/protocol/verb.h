#pragma once

#include "core/wire/commandreader.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>

namespace Msn {

/// Every verb of MSNP8 to MSNP10, and those of later versions that carry a payload: skipping one
/// of them as an unknown line would put the stream out of step.
enum class Verb {
    Ack,
    Adc,
    Add,
    Adg,
    Adl,
    Ans,
    Blp,
    Bpr,
    Bye,
    Cal,
    Chg,
    Chl,
    Cvr,
    Del,
    Fln,
    Fnd,
    Fqy,
    Gcf,
    Gtc,
    Iln,
    Ims,
    Inf,
    Ipg,
    Iro,
    Joi,
    Lsg,
    Lst,
    Msg,
    Nak,
    Nfy,
    Nln,
    Not,
    Out,
    Pag,
    Pgd,
    Png,
    Prp,
    Put,
    Qng,
    Qry,
    Rea,
    Reg,
    Rem,
    Rmg,
    Rml,
    Rng,
    Sbp,
    Sbs,
    Sdc,
    Sdg,
    Snd,
    Syn,
    Ubm,
    Ubn,
    Ubx,
    Url,
    Usr,
    Uum,
    Uun,
    Uux,
    Vas,
    Ver,
    Xfr,
};

/// How a verb is framed when it travels in one direction.
/// Source: wire-format.md §3.
struct VerbDirection
{
    enum class Use {
        Never, ///< this side does not send it
        Plain, ///< no transaction id
        Transaction, ///< transaction id, or 0 from the server, or none inside a SYN answer
    };
    Use use = Use::Never;
    /// Tokens behind the transaction id, the length included, from which on the last one is a
    /// payload length; 0 = the verb never has a payload.
    qsizetype payloadFromTokens = 0;
};

struct VerbRow
{
    Verb verb = Verb::Ack;
    const char *name = "";
    VerbDirection fromClient;
    VerbDirection fromServer;
    /// Servers that know it, as flags.
    enum Server : unsigned { Notification = 1, Switchboard = 2, Both = 3 };
    unsigned servers = Notification;
    /// Protocol versions in which it is in use.
    int firstVersion = 8;
    int lastVersion = 10;
};

std::span<const VerbRow> verbTable();
const VerbRow *findVerb(QByteArrayView name);
std::optional<Verb> parseVerb(QByteArrayView name);
QByteArray encodeVerb(Verb verb);

/// Framing of what a server sends; for the client's reader.
Framing framingFromServer(QByteArrayView verb, qsizetype tokenCount);
/// Framing of what a client sends; for the service's reader.
Framing framingFromClient(QByteArrayView verb, qsizetype tokenCount);

/// Shorthand for a command to send.
Command makeCommand(Verb verb, std::optional<TransactionId> id, const QByteArrayList &args = {},
    std::optional<QByteArray> payload = std::nullopt);

} // namespace Msn
