#include "tests/core/integration/homenetwork.h"

#include "tests/core/integration/tappedtransport.h"
#include "tests/support/eventually.h"

namespace Test {

using namespace Msn;

namespace {

ServiceOptions quickOptions(bool keepsMessages)
{
    ServiceOptions options;
    options.keepsMessages = keepsMessages;
    options.name = QStringLiteral("Home");
    options.passwordCost = PasswordCost::least();
    options.timings.challengeDelay = std::chrono::milliseconds(0);
    return options;
}

} // namespace

HomeNetwork::HomeNetwork(bool keepsMessages)
    : service(quickOptions(keepsMessages), store)
{
    service.start();
}

void HomeNetwork::addAccount(const QString &localPart, const QString &name)
{
    AccountAdministration(store).create(
        address(localPart), FriendlyName(name), QStringLiteral("secret"), PasswordCost::least());
}

void HomeNetwork::befriend(const QString &one, const QString &other)
{
    AccountAdministration administration(store);
    administration.befriend(address(one), address(other), FriendlyName(QStringLiteral("Friends")));
    administration.befriend(address(other), address(one), FriendlyName(QStringLiteral("Friends")));
}

Address HomeNetwork::address(const QString &localPart)
{
    return Address(localPart + QStringLiteral("@example.com"));
}

NetworkDescription HomeNetwork::description(
    ProtocolVersion version, NetworkDescription::Security security) const
{
    NetworkDescription network = service.networkDescription(security);
    network.protocols = {version};
    return network;
}

std::unique_ptr<Account> HomeNetwork::client(
    const QString &localPart, ProtocolVersion version, const QString &cacheDirectory) const
{
    const NetworkDescription network = description(version);
    AccountOptions options;
    options.cacheDirectory = cacheDirectory;
    options.timing.pictureRequests = std::chrono::milliseconds(20);
    options.transports = tappedTransports(network);
    return std::make_unique<Account>(network, address(localPart), options);
}

bool HomeNetwork::signIn(Account &account, Status status)
{
    account.signIn(QStringLiteral("secret"), status);
    return eventually([&account, status] {
        return account.state() == Account::State::SignedIn && account.status() == status;
    });
}

} // namespace Test
