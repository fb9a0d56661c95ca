#include "ui/options/trusttext.h"

#include "ui/text/fingerprintwords.h"
#include "ui/text/networktext.h"

namespace Ui {

using Msn::KnownNetwork;
using Source = KnownNetwork::Source;

namespace {

QString origin(const KnownNetwork &network)
{
    switch (network.source) {
    case Source::Demo:
        return {};
    case Source::BuiltIn:
        return TrustText::tr("It came with Swallowtail.");
    case Source::Own:
        return TrustText::tr("You have added or changed it on this computer.");
    case Source::Given:
        return TrustText::tr("It was given on the command line, for this time only.");
    }
    return {};
}

QString protocolNames(const KnownNetwork &network)
{
    QStringList names;
    for (const Msn::ProtocolVersion version : network.description.protocols)
        names.append(QString::fromLatin1(encodeProtocolVersion(version)));
    return names.join(QLatin1String(", "));
}

} // namespace

QString TrustText::about(const KnownNetwork &network)
{
    QString who = NetworkText::operatedBy(network);
    if (who.isEmpty())
        who = tr("The network does not say who runs it.");
    const QString from = origin(network);
    return from.isEmpty() ? who : who + u'\n' + from;
}

QString TrustText::signIn(const KnownNetwork &network)
{
    if (network.source == Source::Demo)
        return tr("Sign-in: inside this computer.");
    return tr("Sign-in: encrypted. Your password goes over HTTPS to %1 and to nobody else.")
        .arg(network.description.nexus.host());
}

QString TrustText::messages(const KnownNetwork &network)
{
    if (network.source == Source::Demo)
        return tr("Messages: inside this computer.");
    if (network.description.security == Msn::NetworkDescription::Security::Tls)
        return tr("Messages: encrypted between you and the server. Whoever runs the server can read them.");
    return tr("Messages: not encrypted. Whoever runs the server, and anybody on the way to it, such as the "
              "owner of a Wi-Fi, can read them.");
}

QString TrustText::certificate(const KnownNetwork &network)
{
    const Msn::NetworkDescription &description = network.description;
    if (network.source == Source::Demo)
        return tr("It shows a certificate that this program makes anew each time.");
    if (!description.certificateSha256.isEmpty()) {
        const QString words = fingerprintWords(description.certificateSha256).join(u' ');
        return tr("Only the certificate with these words is accepted: %1").arg(words);
    }
    if (!description.certificatePem.isEmpty())
        return tr(
            "Its servers are vouched for by the certificate in its network file, for this network only.");
    return tr("Its servers must show a certificate that this computer trusts.");
}

QString TrustText::servers(const KnownNetwork &network)
{
    if (network.source == Source::Demo)
        return tr("Its servers run inside this program while somebody is signed in.");
    //: %1 and %2 are addresses, %3 is a list of protocol versions.
    return tr("Messenger server: %1\nSign-in: %2\nProtocol: %3")
        .arg(network.description.dispatch.toString(), network.description.nexus.toString(),
            protocolNames(network));
}

} // namespace Ui
