#include "app/messenger/hostingstate.h"

#include "app/hosting/hostednetwork.h"
#include "app/hosting/reachablehosts.h"
#include "core/protocol/networklink.h"

#include <QDir>

#include <algorithm>

namespace App {

using namespace Msn;
using Ui::HostingState;

namespace {

/// As a shell takes it.
QString quoted(const QString &path)
{
    const bool isPlain = std::all_of(path.cbegin(), path.cend(),
        [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("/._-+@").contains(c); });
    QString escaped = path;
    escaped.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return isPlain ? path : QLatin1Char('\'') + escaped + QLatin1Char('\'');
}

Ui::HostingCare rulesOf(const AccountCare &care)
{
    Ui::HostingCare rules{care.asks, {}, {}, care.refusesFiles};
    if (care.quiet)
        rules.quiet = std::pair(care.quiet->from, care.quiet->until);
    for (auto person = care.people.cbegin(); person != care.people.cend(); ++person)
        rules.people.append({person.key(), person.value(), !person.value()});
    return rules;
}

QList<Ui::HostingAddress> shownAddresses()
{
    QList<Ui::HostingAddress> addresses;
    const auto hosts = reachableHosts();
    for (const ReachableHost &host : hosts)
        addresses.append({host.host, host.interfaceName});
    return addresses;
}

HostingState::Phase phaseOf(HostedNetwork &network, bool hasNobody)
{
    using Phase = HostingState::Phase;
    if (network.isRunning())
        return Phase::Running;
    if (hasNobody)
        return Phase::NotSetUp;
    return network.isServedElsewhere() ? Phase::Elsewhere : Phase::Stopped;
}

/// What others need to join.
void addWaysIn(HostingState &state, const HostedNetwork &network, const HostingChoices &choices)
{
    const NetworkDescription description = network.description();
    state.fingerprint = description.certificateSha256;
    state.networkFile = encodeNetworkFile(description);
    state.link = encodeNetworkLink(description);
    state.plainPort = choices.port;
    state.tlsPort = choices.tlsPort;
    state.httpsPort = choices.httpsPort;
}

} // namespace

HostingState shownState(HostedNetwork &network)
{
    HostingState state;
    const HostingChoices choices = network.choices();
    state.name = choices.name;
    state.chosenHost = choices.host;
    state.takesOldClients = choices.takesOldClients;
    state.addresses = shownAddresses();
    state.command = QStringLiteral("swallowtail-service serve --announce --data %1")
                        .arg(quoted(QDir::toNativeSeparators(network.directory().path())));
    const auto people = network.people();
    if (people) {
        for (const HostedPerson &person : *people)
            state.people.append(
                {person.address, person.name, {}, person.isSignedIn, rulesOf(person.care), person.picture});
    }
    state.phase = phaseOf(network, people && people->isEmpty());
    if (network.isRunning())
        addWaysIn(state, network, choices);
    return state;
}

AccountCare careOf(const Ui::HostingCare &rules)
{
    AccountCare care;
    care.asks = rules.asks;
    if (rules.quiet)
        care.quiet = QuietHours{rules.quiet->first, rules.quiet->second};
    care.refusesFiles = rules.refusesFiles;
    for (const Ui::HostingAcquaintance &other : rules.people)
        care.people.insert(other.address, other.isApproved);
    return care;
}

} // namespace App
