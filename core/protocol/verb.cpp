#include "core/protocol/verb.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace Msn {

namespace {

using Use = VerbDirection::Use;

constexpr VerbDirection never{};
constexpr VerbDirection plain{Use::Plain, 0};
constexpr VerbDirection transaction{Use::Transaction, 0};
constexpr VerbDirection plainWithPayload{Use::Plain, 1};
/// Payload if at least this many tokens stand behind the transaction id.
constexpr VerbDirection transactionWithPayload(qsizetype fromTokens)
{
    return {Use::Transaction, fromTokens};
}

constexpr auto ns = VerbRow::Notification;
constexpr auto sb = VerbRow::Switchboard;
constexpr auto both = VerbRow::Both;

// In alphabetical order. MSNP9 analysis, command table; MSNP8 changes; versions.md.
// The analysis lists CVR, INF, CHL, QRY, PNG and QNG for the switchboard too: every other source
// and every capture keeps them on the notification server. It prints JIO for JOI.
constexpr std::array verbRows{
    VerbRow{Verb::Ack, "ACK", never, transaction, sb, 8, 10},
    VerbRow{Verb::Adc, "ADC", transaction, transaction, ns, 10, 10},
    VerbRow{Verb::Add, "ADD", transaction, transaction, ns, 8, 9},
    VerbRow{Verb::Adg, "ADG", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Adl, "ADL", transactionWithPayload(1), transaction, ns, 13, 99},
    VerbRow{Verb::Ans, "ANS", transaction, transaction, sb, 8, 10},
    VerbRow{Verb::Blp, "BLP", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Bpr, "BPR", never, plain, ns, 8, 10},
    VerbRow{Verb::Bye, "BYE", never, plain, sb, 8, 10},
    VerbRow{Verb::Cal, "CAL", transaction, transaction, sb, 8, 10},
    VerbRow{Verb::Chg, "CHG", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Chl, "CHL", never, transaction, ns, 8, 10},
    VerbRow{Verb::Cvr, "CVR", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Del, "DEL", transactionWithPayload(1), transactionWithPayload(1), ns, 16, 99},
    VerbRow{Verb::Fln, "FLN", never, plain, ns, 8, 10},
    VerbRow{Verb::Fnd, "FND", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Fqy, "FQY", transactionWithPayload(1), transactionWithPayload(1), ns, 13, 99},
    VerbRow{Verb::Gcf, "GCF", transaction, transactionWithPayload(1), ns, 11, 99},
    VerbRow{Verb::Gtc, "GTC", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Iln, "ILN", never, transaction, ns, 8, 10},
    VerbRow{Verb::Ims, "IMS", transaction, transaction, ns, 8, 10},
    // INF and USR MD5 end the connection from MSNP8 on (MSNP8 changes, "Authentication").
    VerbRow{Verb::Inf, "INF", transaction, transaction, ns, 2, 7},
    VerbRow{Verb::Ipg, "IPG", never, plainWithPayload, ns, 8, 10},
    VerbRow{Verb::Iro, "IRO", never, transaction, sb, 8, 10},
    VerbRow{Verb::Joi, "JOI", never, plain, sb, 8, 10},
    // As requests dead since November 2003.
    VerbRow{Verb::Lsg, "LSG", transaction, plain, ns, 8, 10},
    VerbRow{Verb::Lst, "LST", transaction, plain, ns, 8, 10},
    VerbRow{Verb::Msg, "MSG", transactionWithPayload(1), plainWithPayload, both, 8, 10},
    VerbRow{Verb::Nak, "NAK", never, transaction, sb, 8, 10},
    VerbRow{Verb::Nfy, "NFY", transactionWithPayload(1), plainWithPayload, ns, 16, 99},
    VerbRow{Verb::Nln, "NLN", never, plain, ns, 8, 10},
    VerbRow{Verb::Not, "NOT", never, plainWithPayload, ns, 8, 10},
    VerbRow{Verb::Out, "OUT", plain, plain, both, 8, 10},
    VerbRow{Verb::Pag, "PAG", transactionWithPayload(2), transaction, ns, 8, 8},
    VerbRow{Verb::Pgd, "PGD", transactionWithPayload(2), transaction, ns, 9, 10},
    VerbRow{Verb::Png, "PNG", plain, never, ns, 8, 10},
    VerbRow{Verb::Prp, "PRP", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Put, "PUT", transactionWithPayload(1), transactionWithPayload(1), ns, 16, 99},
    VerbRow{Verb::Qng, "QNG", never, plain, ns, 8, 10},
    VerbRow{Verb::Qry, "QRY", transactionWithPayload(2), transaction, ns, 8, 10},
    VerbRow{Verb::Rea, "REA", transaction, transaction, ns, 8, 9},
    VerbRow{Verb::Reg, "REG", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Rem, "REM", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Rmg, "RMG", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Rml, "RML", transactionWithPayload(1), transaction, ns, 13, 99},
    VerbRow{Verb::Rng, "RNG", never, plain, ns, 8, 10},
    VerbRow{Verb::Sbp, "SBP", transaction, transaction, ns, 10, 10},
    VerbRow{Verb::Sbs, "SBS", never, transaction, ns, 11, 99},
    VerbRow{Verb::Sdc, "SDC", transactionWithPayload(2), transaction, ns, 8, 10},
    VerbRow{Verb::Sdg, "SDG", transactionWithPayload(1), transactionWithPayload(1), ns, 16, 99},
    VerbRow{Verb::Snd, "SND", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Syn, "SYN", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Ubm, "UBM", never, plainWithPayload, ns, 13, 99},
    VerbRow{Verb::Ubn, "UBN", never, plainWithPayload, ns, 13, 99},
    VerbRow{Verb::Ubx, "UBX", never, plainWithPayload, ns, 11, 99},
    VerbRow{Verb::Url, "URL", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Usr, "USR", transaction, transaction, both, 8, 10},
    VerbRow{Verb::Uum, "UUM", transactionWithPayload(1), transaction, ns, 13, 99},
    VerbRow{Verb::Uun, "UUN", transactionWithPayload(1), transaction, ns, 13, 99},
    VerbRow{Verb::Uux, "UUX", transactionWithPayload(1), transaction, ns, 11, 99},
    VerbRow{Verb::Vas, "VAS", transactionWithPayload(1), transactionWithPayload(1), ns, 16, 99},
    VerbRow{Verb::Ver, "VER", transaction, transaction, ns, 8, 10},
    VerbRow{Verb::Xfr, "XFR", transaction, transaction, ns, 8, 10},
};

constexpr qsizetype verbLength = 3;

/// In the order of the names.
constexpr quint32 keyOf(const char *name)
{
    quint32 key = 0;
    for (qsizetype i = 0; i < verbLength; ++i)
        key = key << 8 | static_cast<uchar>(name[i]);
    return key;
}

/// Every command that is read is looked up more than once.
constexpr auto verbKeys = [] {
    std::array<quint32, verbRows.size()> keys{};
    for (size_t i = 0; i < keys.size(); ++i)
        keys[i] = keyOf(verbRows[i].name);
    return keys;
}();
static_assert(std::is_sorted(verbKeys.begin(), verbKeys.end()));

Framing framing(const VerbDirection &direction, qsizetype tokenCount)
{
    const bool hasId = direction.use == Use::Transaction;
    const qsizetype behindId = tokenCount - (hasId ? 1 : 0);
    return {hasId ? Framing::TransactionIdUse::Always : Framing::TransactionIdUse::Never,
        direction.payloadFromTokens > 0 && behindId >= direction.payloadFromTokens};
}

} // namespace

std::span<const VerbRow> verbTable()
{
    return verbRows;
}

const VerbRow *findVerb(QByteArrayView name)
{
    if (name.size() != verbLength)
        return nullptr;
    const quint32 key = keyOf(name.data());
    const auto *const found = std::lower_bound(verbKeys.begin(), verbKeys.end(), key);
    return found == verbKeys.end() || *found != key ? nullptr : &verbRows[size_t(found - verbKeys.begin())];
}

std::optional<Verb> parseVerb(QByteArrayView name)
{
    const VerbRow *row = findVerb(name);
    return row ? std::optional(row->verb) : std::nullopt;
}

QByteArray encodeVerb(Verb verb)
{
    const auto row
        = std::find_if(verbRows.begin(), verbRows.end(), [verb](const VerbRow &r) { return r.verb == verb; });
    // Nothing is copied: the names of the table are always there.
    return row == verbRows.end() ? QByteArray() : QByteArray::fromRawData(row->name, verbLength);
}

Framing framingFromServer(QByteArrayView verb, qsizetype tokenCount)
{
    const VerbRow *row = findVerb(verb);
    return row ? framing(row->fromServer, tokenCount) : Framing{};
}

Framing framingFromClient(QByteArrayView verb, qsizetype tokenCount)
{
    const VerbRow *row = findVerb(verb);
    return row ? framing(row->fromClient, tokenCount) : Framing{Framing::TransactionIdUse::Always, false};
}

Command makeCommand(
    Verb verb, std::optional<TransactionId> id, const QByteArrayList &args, std::optional<QByteArray> payload)
{
    return {encodeVerb(verb), id, args, std::move(payload)};
}

} // namespace Msn
