#include "ui/text/errortext.h"

#include "ui/text/servererrorrows.h"

#include "core/base/friendlyname.h"
#include "core/protocol/servererror.h"

#include <algorithm>
#include <array>

namespace Ui {

namespace {

constexpr qsizetype longestReason = 300;

using Msn::ErrorCode;

/// `named` has %1 for the subject and is used where there is one.
struct Row
{
    ErrorCode code;
    const char *named;
    const char *unnamed;
    const char *remedy;
};

constexpr const char *context = "Ui::ErrorText";

constexpr std::array errorTextRows{
    Row{ErrorCode::HostNotFound, QT_TRANSLATE_NOOP("Ui::ErrorText", "The server %1 could not be found."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server could not be found."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Check your internet connection and the server name of this network.")},
    Row{ErrorCode::ConnectionRefused, QT_TRANSLATE_NOOP("Ui::ErrorText", "Nothing answers at %1."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server does not answer."),
        QT_TRANSLATE_NOOP("Ui::ErrorText",
            "The service may be switched off, or its port may be another one; try again later.")},
    Row{ErrorCode::NetworkUnreachable, QT_TRANSLATE_NOOP("Ui::ErrorText", "There is no way to %1 from here."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "There is no way to the server from here."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check that this computer is connected to a network.")},
    Row{ErrorCode::ConnectionTimedOut,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server %1 did not answer in time."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server did not answer in time."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Check your connection, or that no firewall blocks the port, then try again.")},
    Row{ErrorCode::ConnectionLost, QT_TRANSLATE_NOOP("Ui::ErrorText", "The connection to %1 was lost."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The connection was lost."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check your internet connection, then sign in again.")},
    Row{ErrorCode::ConnectionClosed,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server %1 ended the connection without saying why."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server ended the connection without saying why."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again in a moment.")},
    Row{ErrorCode::ProxyFailed, QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy did not let us through to %1."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy did not let us through."),
        QT_TRANSLATE_NOOP("Ui::ErrorText",
            "Whoever runs the proxy may have closed this way; try another connection in the options.")},
    Row{ErrorCode::ProxyRefused, QT_TRANSLATE_NOOP("Ui::ErrorText", "No proxy answers at %1."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy does not answer."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check the address and port of the proxy in the options.")},
    Row{ErrorCode::ProxyNotFound, QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy %1 could not be found."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy could not be found."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check the name of the proxy in the options.")},
    Row{ErrorCode::ProxyTimedOut, QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy %1 did not answer in time."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy did not answer in time."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check the address and port of the proxy in the options.")},
    Row{ErrorCode::ProxyPasswordNeeded,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy %1 asks for a user name and a password."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The proxy asks for a user name and a password."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Enter them in the options, or correct what is there.")},
    Row{ErrorCode::GatewayRefused,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The web gateway %1 does not let the messenger through."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The web gateway does not let the messenger through."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try to connect directly, or ask whoever runs the network.")},

    Row{ErrorCode::TlsHandshakeFailed,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "No encrypted connection to %1 came about."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "No encrypted connection came about."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "The address or port of this network may be wrong; ask whoever runs it.")},
    Row{ErrorCode::CertificateUntrusted,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The identity of %1 could not be confirmed."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The identity of the server could not be confirmed."),
        QT_TRANSLATE_NOOP("Ui::ErrorText",
            "Check that the clock of this computer is right, and ask whoever runs the network.")},
    Row{ErrorCode::CertificateChanged,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 does not show the certificate that you trusted."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server does not show the certificate that you trusted."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Do not sign in before whoever runs the network has told you why it changed.")},
    Row{ErrorCode::InsecureAddress,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The sign-in was to go on at %1, which is not encrypted."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The sign-in was to go on at an address that is not encrypted."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Your password was not sent; tell whoever runs the network.")},

    Row{ErrorCode::ProtocolViolation,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server %1 does not speak the messenger's language."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server does not speak the messenger's language."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check the address and port of this network.")},
    Row{ErrorCode::NoCommonVersion,
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "The server %1 speaks only protocol versions that Swallowtail does not."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "The server speaks only protocol versions that Swallowtail does not."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "This network cannot be used with this program.")},
    Row{ErrorCode::TooManyTransfers,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The servers passed us on from one to the next without end."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The servers passed us on from one to the next without end."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Try again later; if it stays so, tell whoever runs the network.")},
    Row{ErrorCode::UnexpectedReply,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server %1 gave an answer that makes no sense."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server gave an answer that makes no sense."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again; if it stays so, tell whoever runs the network.")},
    Row{ErrorCode::ReplyTimedOut, QT_TRANSLATE_NOOP("Ui::ErrorText", "No answer about %1 came in time."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "No answer came in time."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again in a moment.")},

    Row{ErrorCode::SignInServiceUnavailable,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The service that checks passwords at %1 is out of order."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The service that checks passwords is out of order."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Your password may well be right; try again later.")},
    Row{ErrorCode::CaptivePortal,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "A web page of somebody else stands between you and %1."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "A web page of somebody else stands between you and the sign-in service."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Open a web browser, sign in to this Wi-Fi or network there, then try again.")},
    Row{ErrorCode::TooManyRedirects,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The sign-in service sent us from page to page without end."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The sign-in service sent us from page to page without end."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Try again later; if it stays so, tell whoever runs the network.")},
    Row{ErrorCode::WrongPassword,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The address and the password do not match."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The address and the password do not match."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check both, and that Caps Lock is off, then try again.")},
    Row{ErrorCode::AccountRefused, QT_TRANSLATE_NOOP("Ui::ErrorText", "The network does not let %1 sign in."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The network does not let this account sign in."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Ask whoever runs the network about this account.")},
    Row{ErrorCode::TicketRefused,
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Your password was accepted, but the messenger server refused the sign-in."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Your password was accepted, but the messenger server refused the sign-in."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again in a few minutes.")},
    Row{ErrorCode::SignInTimedOut, QT_TRANSLATE_NOOP("Ui::ErrorText", "Signing in took too long."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Signing in took too long."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check your connection, then try again.")},

    Row{ErrorCode::SignedInElsewhere,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "You were signed out because %1 signed in somewhere else."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "You were signed out because you signed in somewhere else."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Sign in here to come back; the other place will be signed out.")},
    Row{ErrorCode::ServerShuttingDown,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server %1 is going down for maintenance."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server is going down for maintenance."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Sign in again in a few minutes.")},
    Row{ErrorCode::TermsOfUse,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The network asks you to accept its terms of use first."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The network asks you to accept its terms of use first."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Accept them on its web site, then sign in again.")},
    Row{ErrorCode::SignedOutByServer, QT_TRANSLATE_NOOP("Ui::ErrorText", "The server signed you out."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The server signed you out."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Sign in again in a moment.")},

    Row{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("Ui::ErrorText", "This was cancelled."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "This was cancelled."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again whenever you like.")},
    Row{ErrorCode::NotSignedIn, QT_TRANSLATE_NOOP("Ui::ErrorText", "You are not signed in."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "You are not signed in."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Sign in, then try again.")},
    Row{ErrorCode::InvalidArgument,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "“%1” cannot be used here; it may be empty or too long."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "This cannot be used; it may be empty or too long."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Change it, then try again.")},
    Row{ErrorCode::MessageTooLong,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The text is too long for one message."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The text is too long for one message."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Shorten it, or send it in parts.")},
    Row{ErrorCode::NobodyThere, QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 is offline or cannot be reached."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The other person is offline or cannot be reached."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again when they are online.")},
    Row{ErrorCode::NoAnswer, QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 did not join the conversation."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The other person did not join the conversation."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again in a moment.")},
    Row{ErrorCode::PeerDeclined, QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 did not hand this over."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The other person did not hand this over."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Ask them, then try again.")},
    Row{ErrorCode::TransferDamaged, QT_TRANSLATE_NOOP("Ui::ErrorText", "What %1 sent arrived damaged."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "What the other person sent arrived damaged."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Try again; if it stays so, ask them to send it in another way.")},
    Row{ErrorCode::StorageFailed, QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 could not be written."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Something could not be written to the disk."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check that the disk has room and that you may write there.")},
    Row{ErrorCode::StorageFull,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The disk is full, so %1 could not be written."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The disk is full, so something could not be written."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Make room on the disk; what waits is written then.")},
    Row{ErrorCode::StorageBusy,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 could not be written, because another program uses it."),
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Something could not be written, because another program uses the file."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Close that program; what waits is written then.")},
    Row{ErrorCode::StorageDamaged,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 was damaged, so a new file was begun."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "A file was damaged, so a new one was begun."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The old file is kept beside the new one.")},
    Row{ErrorCode::StorageTooNew,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "%1 was written by a newer version of Swallowtail."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "A file was written by a newer version of Swallowtail."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Use the newer version; the file was left as it is.")},
};

struct HistoryRow
{
    ErrorCode code;
    const char *what;
    const char *remedy;
};

/// The last one is for every other code.
constexpr std::array historyRows{
    HistoryRow{ErrorCode::StorageFull,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The disk is full, so new messages cannot be kept."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Make room on the disk; what is said meanwhile is written then.")},
    HistoryRow{ErrorCode::StorageBusy,
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "Another program uses the message history, so new messages cannot be kept."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Close that program; what is said meanwhile is written then.")},
    HistoryRow{ErrorCode::StorageDamaged,
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The message history was damaged, so a new one was begun."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "The old file is kept beside the new one.")},
    HistoryRow{ErrorCode::StorageTooNew,
        QT_TRANSLATE_NOOP("Ui::ErrorText",
            "The message history was written by a newer version of Swallowtail, so new messages cannot be "
            "kept."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Use the newer version; the file was left as it is.")},
    HistoryRow{ErrorCode::StorageFailed,
        QT_TRANSLATE_NOOP(
            "Ui::ErrorText", "The message history cannot be written, so new messages cannot be kept."),
        QT_TRANSLATE_NOOP("Ui::ErrorText", "Check that the disk has room and that you may write there.")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

ErrorWords words(const char *named, const char *unnamed, const char *remedy, const QString &subject)
{
    const QString what = subject.isEmpty() ? translated(unnamed) : translated(named);
    return {what.contains(QLatin1String("%1")) ? what.arg(subject) : what, translated(remedy), {}};
}

ErrorWords groupWords(Msn::ErrorGroup group)
{
    switch (group) {
    case Msn::ErrorGroup::Request:
        return {ErrorText::tr("The server did not accept this request."),
            ErrorText::tr("Check what you entered, then try again."), {}};
    case Msn::ErrorGroup::Server:
        return {ErrorText::tr("The server has trouble of its own."),
            ErrorText::tr("Try again in a few minutes."), {}};
    case Msn::ErrorGroup::Session:
        return {ErrorText::tr("The server could not keep up this session."),
            ErrorText::tr("Try again in a minute."), {}};
    case Msn::ErrorGroup::SignIn:
        return {ErrorText::tr("The server did not accept the sign-in."),
            ErrorText::tr("Check your address and password, then try again."), {}};
    case Msn::ErrorGroup::Unknown:
        break;
    }
    return {ErrorText::tr("Something went wrong that Swallowtail has no words for."),
        ErrorText::tr("Try again in a moment."), {}};
}

ErrorWords outOfDateWords(const QString &subject)
{
    const QString remedy
        = ErrorText::tr("Set the clock of this computer; if it is right, tell whoever runs the network.");
    return {ErrorText::tr("The certificate of %1 is not valid at the time the clock of this computer shows.")
                .arg(subject),
        remedy, {}};
}

} // namespace

ErrorWords ErrorText::describe(const Msn::Error &error)
{
    ErrorWords result;
    const auto row = std::find_if(
        errorTextRows.begin(), errorTextRows.end(), [&](const Row &r) { return r.code == error.code; });
    if (error.code == ErrorCode::ServerRefused)
        result = describeServerNumber(error.serverNumber, error.subject);
    else if (error.isOutOfDate)
        result = outOfDateWords(error.subject);
    else if (row != errorTextRows.end())
        result = words(row->named, row->unnamed, row->remedy, error.subject);
    else
        result = groupWords(Msn::ErrorGroup::Unknown);
    // Why is told by the network alone: the words of our own service are whole sentences.
    const QString reason = Msn::cleanedSingleLine(error.detail).left(longestReason);
    if (error.code == ErrorCode::AccountRefused && !reason.isEmpty())
        //: %1 is what a server says, in its own words.
        result.remedy = tr("The network says why: “%1”.").arg(reason);
    result.details = details(error);
    return result;
}

QString ErrorText::brief(const Msn::Error &error)
{
    return brief(describe(error));
}

QString ErrorText::brief(const ErrorWords &words)
{
    //: Two whole sentences: what happened, and what to do about it.
    return tr("%1 %2").arg(words.what, words.remedy);
}

ErrorWords ErrorText::describeKeychain(const Msn::Error &error)
{
    return {tr("Your password could not be kept, because this desktop offers no keychain that answers."),
        tr("Type it each time, or start the keychain (Secret Service or KWallet) of your desktop."),
        details(error)};
}

ErrorWords ErrorText::describeHistory(const Msn::Error &error)
{
    const auto row = std::find_if(
        historyRows.begin(), historyRows.end(), [&](const HistoryRow &r) { return r.code == error.code; });
    const HistoryRow &found = row == historyRows.end() ? historyRows.back() : *row;
    return {translated(found.what), translated(found.remedy), details(error)};
}

ErrorWords ErrorText::describeServerNumber(int number, const QString &subject)
{
    const ServerErrorWords *row = findServerErrorWords(number);
    return row ? words(row->named, row->unnamed, row->remedy, subject) : groupWords(Msn::errorGroup(number));
}

bool ErrorText::isToldByConnection(const Msn::Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::ConnectionClosed;
}

QString ErrorText::details(const Msn::Error &error)
{
    QStringList lines;
    if (error.serverNumber > 0)
        lines.append(tr("Error number of the server: %1").arg(error.serverNumber));
    if (!error.subject.isEmpty())
        lines.append(tr("About: %1").arg(error.subject));
    if (!error.detail.isEmpty())
        lines.append(tr("In its own words: %1").arg(error.detail.left(500)));
    if (!error.certificateSha256.isEmpty())
        lines.append(
            tr("Certificate (SHA-256): %1").arg(QString::fromLatin1(error.certificateSha256.toHex(':'))));
    return lines.join(u'\n');
}

} // namespace Ui
