#include "ui/hosting/hostingtext.h"

#include "ui/text/fingerprintwords.h"

#include <algorithm>

namespace Ui {

using Msn::ErrorCode;
using Phase = HostingState::Phase;

namespace {

constexpr qsizetype fewestCharacters = 4;
constexpr qsizetype wordsInLine = 4;

} // namespace

ErrorWords HostingText::describe(const Msn::Error &error)
{
    switch (error.code) {
    case ErrorCode::ConnectionRefused:
        //: %1 is a port.
        return {tr("Another program on this computer uses port %1.")
                    .arg(error.subject.section(QLatin1Char(':'), -1)),
            tr("End that program, or let the network use other ports."), error.detail};
    case ErrorCode::StorageBusy:
        return {tr("Another program uses the data of this network."),
            tr("If swallowtail-service hosts it, stop that first; otherwise try again in a moment."),
            error.subject};
    case ErrorCode::StorageFull:
        return {tr("The disk is full, so the network cannot be kept."),
            tr("Make room on it, then try again."), error.subject};
    case ErrorCode::StorageFailed:
        return {tr("The folder of this network cannot be read or written."),
            tr("Check who may use it, then try again."), error.subject};
    case ErrorCode::StorageDamaged:
        return {tr("The accounts of this network are damaged."), tr("Put a backup in their place."),
            error.subject};
    case ErrorCode::StorageTooNew:
        return {tr("This network was hosted by a newer version of Swallowtail."),
            tr("Host it with that version."), error.subject};
    case ErrorCode::TlsHandshakeFailed:
        return {tr("The network's certificate cannot be used."),
            tr("Check that OpenSSL is installed on this computer."), error.detail};
    case ErrorCode::InvalidArgument:
        return {tr("%1 could not be added or changed.").arg(error.subject),
            tr("The address may be taken already; choose another one."), error.detail};
    default:
        return ErrorText::describe(error);
    }
}

ErrorWords HostingText::refusal(const HostingPerson &person, const QList<HostingPerson> &people)
{
    if (person.name.isEmpty())
        return {tr("There is no name yet."), tr("Type the name that others are to see."), {}};
    if (!person.address.isValid())
        return {tr("“%1” is not an address.").arg(person.address.toString()),
            tr("It must look like ana@home.example; it need not be a real e-mail address."), {}};
    const bool isTaken = std::any_of(people.cbegin(), people.cend(),
        [&person](const HostingPerson &other) { return other.address == person.address; });
    if (isTaken)
        return {tr("Somebody has the address %1 already.").arg(person.address.toString()),
            tr("Choose another one."), {}};
    if (person.passphrase.size() < fewestCharacters)
        return {tr("The passphrase is too short."), tr("Take at least four characters, or new words."), {}};
    return {};
}

QString HostingText::phase(const HostingState &state)
{
    switch (state.phase) {
    case Phase::Running:
        return tr("“%1” is running on this computer.").arg(state.name);
    case Phase::Elsewhere:
        return tr("“%1” is hosted by another program, swallowtail-service perhaps.").arg(state.name);
    case Phase::Stopped:
    case Phase::NotSetUp:
        return tr("“%1” is not running: nobody can sign in.").arg(state.name);
    }
    return {};
}

QString HostingText::stopQuestion(const HostingState &state)
{
    const auto signedIn = std::count_if(state.people.cbegin(), state.people.cend(),
        [](const HostingPerson &person) { return person.isSignedIn; });
    return signedIn == 0
        ? tr("Nobody is signed in now. People and messages that wait are kept until you start it again.")
        : tr("%n person(s) will be signed out. Everything is kept until you start it again.", nullptr,
            static_cast<int>(signedIn));
}

QString HostingText::address(const HostingAddress &address)
{
    return address.interfaceName.isEmpty()
        ? tr("%1 (name of this computer)").arg(address.host)
        //: An address of this computer and the network card it belongs to.
        : tr("%1 (%2)", "address").arg(address.host, address.interfaceName);
}

QString HostingText::signInDetails(const HostingPerson &person, const HostingState &state)
{
    QStringList lines{tr("Network: %1").arg(state.name), tr("Address: %1").arg(person.address.toString())};
    if (!person.passphrase.isEmpty())
        lines.append(tr("Passphrase: %1").arg(person.passphrase));
    if (!state.link.isEmpty())
        lines.append(tr("Link for Swallowtail: %1").arg(state.link));
    return lines.join(QLatin1Char('\n'));
}

QString HostingText::words(const QByteArray &fingerprint)
{
    const QStringList words = fingerprintWords(fingerprint);
    QStringList lines;
    for (qsizetype i = 0; i < words.size(); i += wordsInLine)
        lines.append(words.mid(i, wordsInLine).join(QLatin1String("  ")));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Ui
