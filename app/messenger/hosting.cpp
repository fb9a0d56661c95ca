#include "app/messenger/hosting.h"

#include "app/hosting/reachablehosts.h"
#include "app/messenger/hostingstate.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "ui/hosting/hostingtext.h"
#include "ui/hosting/hostingwindow.h"

#include <algorithm>

namespace App {

using namespace Msn;
using Ui::HostingState;
using Ui::HostingWindow;

Hosting::Hosting(Settings &settings, NetworkCatalog &networks, const QString &dataPath,
    const std::optional<DiscoverySetup> &discovery, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_networks(networks)
    , m_dataPath(dataPath)
    , m_announcement(discovery)
{
    connect(&m_announcement, &HostingAnnouncement::changed, this, &Hosting::refresh);
}

Hosting::~Hosting() = default;

HostedNetwork &Hosting::network()
{
    if (!m_network) {
        m_network = std::make_unique<HostedNetwork>(m_dataPath);
        connect(m_network.get(), &HostedNetwork::stateChanged, this, [this] {
            announce();
            refresh();
        });
        connect(m_network.get(), &HostedNetwork::stopped, this, &Hosting::handleStopped);
        connect(m_network.get(), &HostedNetwork::peopleChanged, this, &Hosting::handlePeopleChanged);
        connect(m_network.get(), &HostedNetwork::failed, this, &Hosting::handleFailed);
    }
    return *m_network;
}

void Hosting::startIfWanted()
{
    if (!m_settings.value(Setting::hostAtStart) || !network().isSetUp())
        return;
    if (const Outcome started = run(); !started)
        Q_EMIT startFailed(Ui::HostingText::describe(started.error()));
}

void Hosting::show()
{
    if (!m_window) {
        m_window = std::make_unique<HostingWindow>();
        connectWindow();
    }
    // This computer may be somewhere else by now.
    if (isRunning())
        change([](HostingChoices &) {});
    refresh();
    if (const auto people = network().people(); !people)
        m_window->showFailure(people.error());
    m_window->present();
}

void Hosting::stop()
{
    if (m_network)
        m_network->stop();
}

int Hosting::othersOnline(const QList<Address> &own) const
{
    const auto people = isRunning() ? m_network->people() : QList<HostedPerson>();
    return people ? static_cast<int>(std::count_if(people->cbegin(), people->cend(),
               [&own](const HostedPerson &person) {
                   return person.isSignedIn && !own.contains(person.address);
               }))
                  : 0;
}

std::optional<NetworkDescription> Hosting::hereFor(const NetworkDescription &known) const
{
    if (!isRunning())
        return std::nullopt;
    NetworkDescription here = m_network->localDescription();
    if (known.certificateSha256 != here.certificateSha256)
        return std::nullopt;
    here.name = known.name;
    return here;
}

void Hosting::connectWindow()
{
    HostingWindow *window = m_window.get();
    connect(window, &HostingWindow::setUpRequested, this, &Hosting::setUp);
    connect(window, &HostingWindow::startRequested, this, &Hosting::start);
    connect(window, &HostingWindow::otherPortsRequested, this, &Hosting::startOnOtherPorts);
    connect(window, &HostingWindow::stopRequested, this, &Hosting::stop);
    connect(window, &HostingWindow::personAdded, this, [this](const Ui::HostingPerson &person) {
        network().add({{person.address, person.name, person.passphrase, person.picture}});
    });
    connect(window, &HostingWindow::passphraseChanged, this, [this](const Ui::HostingPerson &person) {
        network().setPassword(person.address, person.passphrase);
    });
    connect(window, &HostingWindow::rulesChanged, this, &Hosting::setRules);
    connect(window, &HostingWindow::pictureChanged, this, &Hosting::setPicture);
    connect(window, &HostingWindow::personRemoved, this, &Hosting::removePerson);
    connect(window, &HostingWindow::signInRequested, this, &Hosting::signIn);
    connect(window, &HostingWindow::hostChosen, this, &Hosting::chooseHost);
    connect(window, &HostingWindow::nameChosen, this,
        [this](const QString &name) { change([&name](HostingChoices &choices) { choices.name = name; }); });
    connect(window, &HostingWindow::startWithMessengerChosen, this, [this](bool starts) {
        m_settings.setValue(Setting::hostAtStart, starts);
        refresh();
    });
    connect(window, &HostingWindow::oldClientsChosen, this, &Hosting::chooseOldClients);
}

void Hosting::refresh()
{
    if (m_window)
        m_window->setState(state());
    Q_EMIT changed();
}

HostingState Hosting::state()
{
    HostingState state = shownState(network());
    state.startsWithMessenger = m_settings.value(Setting::hostAtStart);
    state.isAnnounced = m_announcement.isSeen();
    state.whyNotAnnounced = m_announcement.whyNot();
    return state;
}

void Hosting::setUp(const Ui::HostingPlan &plan)
{
    const KnownNetwork *known = m_networks.find(plan.name);
    if (known && known->description.certificateSha256 != network().directory().storedCertificate().sha256()) {
        refresh();
        m_window->showError({tr("You know another network named “%1” already.").arg(plan.name),
            tr("Go back and choose another name."), {}});
        return;
    }
    HostingChoices choices = network().choices();
    choices.name = plan.name;
    Outcome done = network().setChoices(choices);
    if (done && plan.isEverybodyListed)
        done = network().listEverybody();
    if (!done) {
        handleFailed(done.error());
        return;
    }
    QList<NewPerson> people;
    for (const Ui::HostingPerson &person : plan.people)
        people.append({person.address, person.name, person.passphrase, person.picture});
    m_isSettingUp = true;
    network().add(people);
}

void Hosting::handlePeopleChanged()
{
    if (std::exchange(m_isSettingUp, false))
        start();
    else
        refresh();
}

void Hosting::handleFailed(const Error &error)
{
    m_isSettingUp = false;
    refresh();
    if (m_window)
        m_window->showFailure(error);
}

Outcome Hosting::run()
{
    const Outcome started = network().start();
    return started ? keepInCatalog() : started;
}

void Hosting::announce()
{
    if (isRunning())
        m_announcement.tell(network().description());
    else
        m_announcement.withdraw();
}

void Hosting::start()
{
    const Outcome started = run();
    refresh();
    if (!started && m_window)
        m_window->showFailure(started.error());
}

void Hosting::startOnOtherPorts()
{
    change([](HostingChoices &choices) { choices.port = choices.tlsPort = choices.httpsPort = 0; });
    start();
}

void Hosting::handleStopped()
{
    if (!std::exchange(m_isRestarting, false))
        return;
    start();
    if (isRunning() && m_window)
        m_window->showInformation(
            tr("The network has started anew. Whoever was signed in comes back by themselves."));
}

void Hosting::change(const std::function<void(HostingChoices &)> &change)
{
    HostingChoices choices = network().choices();
    change(choices);
    Outcome changed = network().setChoices(choices);
    if (changed && isRunning()) {
        changed = keepInCatalog();
        announce();
    }
    refresh();
    if (!changed && m_window)
        m_window->showFailure(changed.error());
}

void Hosting::chooseOldClients(bool allowed)
{
    change([allowed](HostingChoices &choices) { choices.takesOldClients = allowed; });
    if (!isRunning())
        return;
    m_isRestarting = true;
    network().stop();
}

/// The likeliest one is not written down: it may be another tomorrow.
void Hosting::chooseHost(const QString &host)
{
    const auto hosts = reachableHosts();
    const bool isFirst = !hosts.isEmpty() && hosts.constFirst().host == host;
    change([&](HostingChoices &choices) { choices.host = isFirst ? QString() : host; });
}

void Hosting::removePerson(const Address &address)
{
    if (const auto removed = network().remove(address); !removed)
        handleFailed(removed.error());
}

void Hosting::setRules(const Address &address, const Ui::HostingCare &rules)
{
    if (const auto set = network().setCare(address, careOf(rules)); !set)
        handleFailed(set.error());
}

void Hosting::setPicture(const Address &address, const QByteArray &png)
{
    if (const auto set = network().setPicture(address, png); !set)
        handleFailed(set.error());
}

QString Hosting::nameInCatalog() const
{
    const QByteArray fingerprint = m_network->localDescription().certificateSha256;
    const QList<KnownNetwork> &known = m_networks.networks();
    const auto found = std::find_if(known.cbegin(), known.cend(), [&](const KnownNetwork &candidate) {
        return candidate.description.certificateSha256 == fingerprint;
    });
    return found == known.cend() ? QString() : found->description.name;
}

/// Under the name it has had here: accounts and histories hang on it.
Outcome Hosting::keepInCatalog()
{
    NetworkDescription description = network().description();
    const QString name = nameInCatalog();
    if (!name.isEmpty())
        description.name = name;
    const KnownNetwork *known = m_networks.find(description.name);
    if (known && known->description == description)
        return {};
    const auto added = m_networks.add(description);
    return added
        ? Outcome()
        : Outcome(Unexpected(makeError(ErrorCode::StorageFailed, added.error().file, added.error().detail)));
}

void Hosting::signIn(const Ui::HostingPerson &person)
{
    if (!isRunning())
        return;
    Ui::SignInRequest request;
    request.network = nameInCatalog();
    request.address = person.address;
    request.password = person.passphrase;
    Q_EMIT signInWanted(request);
}

} // namespace App
