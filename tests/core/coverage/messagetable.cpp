#include "tests/core/coverage/coveragetable.h"

namespace {

constexpr char noTransfers[] = "the client offers no transfers";
constexpr char noMail[] = "the service keeps no mail";

struct MessageRow
{
    const char *what;
    const char *server;
    const char *pattern; ///< behind the version
    const char *clientAbsence = "";
    const char *serviceAbsence = "";
};

// Source: sign-in.md §7; conversations.md §5, §6.
const MessageRow messages[] = {
    {"Profile", "< NS", "MSG text/x-msmsgsprofile"},
    {"Unread mail at sign-in", "< NS", "MSG text/x-msmsgsinitialemailnotification", "", noMail},
    {"New mail", "< NS", "MSG text/x-msmsgsemailnotification", "", noMail},
    {"Mail read, moved, deleted", "< NS", "MSG text/x-msmsgsactivemailnotification", "", noMail},
    {"The server goes down in some minutes", "< NS", "MSG application/x-msmsgssystemmessage Type=1", "",
        "the service stops at once"},
    {"Any other system message", "< NS", "MSG application/x-msmsgssystemmessage Type=99", "",
        "there is none to send"},
    {"Picture that a host gives", "< NS", "MSG application/x-swallowtail-picture"},
    {"Any other type", "< NS", "MSG text/x-unknown", "", "there is none to send"},
    {"Text", "> SB", "MSG A text/plain"},
    {"Text", "< SB", "MSG text/plain"},
    {"Piece of a long text", "> SB", "MSG A text/plain chunk",
        "a long text goes out as several whole messages"},
    {"Piece of a long text", "< SB", "MSG text/plain chunk"},
    {"Later piece", "< SB", "MSG  chunk"},
    {"Typing", "> SB", "MSG U text/x-msmsgscontrol"},
    {"Typing", "< SB", "MSG text/x-msmsgscontrol"},
    {"Nudge", "> SB", "MSG A text/x-msnmsgr-datacast ID=1"},
    {"Nudge", "< SB", "MSG text/x-msnmsgr-datacast ID=1"},
    {"Wink", "> SB", "MSG ? text/x-msnmsgr-datacast ID=2", "only shown, never sent"},
    {"Wink", "< SB", "MSG text/x-msnmsgr-datacast ID=2"},
    {"Voice clip", "> SB", "MSG ? text/x-msnmsgr-datacast ID=3", "only shown, never sent"},
    {"Voice clip", "< SB", "MSG text/x-msnmsgr-datacast ID=3"},
    {"Action text", "> SB", "MSG ? text/x-msnmsgr-datacast ID=4", "only shown, never sent"},
    {"Action text", "< SB", "MSG text/x-msnmsgr-datacast ID=4"},
    {"Capabilities of the client", "> SB", "MSG ? text/x-clientcaps", "nobody needs to know"},
    {"Capabilities of the client", "< SB", "MSG text/x-clientcaps"},
    {"Invitation", "> SB", "MSG ? text/x-msmsgsinvite Invitation-Command=INVITE", noTransfers},
    {"Invitation", "< SB", "MSG text/x-msmsgsinvite Invitation-Command=INVITE"},
    {"Invitation accepted", "> SB", "MSG ? text/x-msmsgsinvite Invitation-Command=ACCEPT", noTransfers},
    {"Invitation accepted", "< SB", "MSG text/x-msmsgsinvite Invitation-Command=ACCEPT"},
    {"Invitation declined", "> SB", "MSG ? text/x-msmsgsinvite Invitation-Command=CANCEL"},
    {"Invitation declined", "< SB", "MSG text/x-msmsgsinvite Invitation-Command=CANCEL"},
    {"Peer-to-peer envelope", "> SB", "MSG D application/x-msnmsgrp2p"},
    {"Peer-to-peer envelope", "< SB", "MSG application/x-msnmsgrp2p"},
    {"Any other type", "> SB", "MSG ? application/x-unknown", "never sent"},
    {"Any other type", "< SB", "MSG application/x-unknown"},
};

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

CoverageRow rowFor(const MessageRow &message)
{
    const QByteArray server = message.server;
    const QByteArray pattern = server + " ? " + message.pattern;
    CoverageRow row;
    row.labels = {text(message.what), QStringLiteral("`%1`").arg(text(message.pattern).sliced(4).trimmed()),
        text(server.startsWith('>') ? "to the " : "from the ")
            + text(server.endsWith("SB") ? "switchboard" : "notification server")};
    row.cells = {CoverageCell{Test::Ours::Client, pattern, text(message.clientAbsence)},
        CoverageCell{Test::Ours::Service, pattern, text(message.serviceAbsence)}};
    return row;
}

} // namespace

CoverageTable messageTable()
{
    CoverageTable table{QStringLiteral("Messages"),
        QStringLiteral(
            "What a `MSG` can hold. A `?` is any acknowledgement mode. The service passes messages of\n"
            "conversations on as they are."),
        {QStringLiteral("Message"), QStringLiteral("Content"), QStringLiteral("Direction")},
        {QStringLiteral("Client"), QStringLiteral("Service")}, {}};
    for (const MessageRow &message : messages)
        table.rows.append(rowFor(message));
    return table;
}
