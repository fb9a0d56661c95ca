#include "app/demo/demonetwork.h"

#include "app/demo/demoaccounts.h"
#include "app/demo/demorobots.h"

#include "core/service/service.h"
#include "core/service/store/memoryaccountstore.h"

#include <QCoreApplication>

namespace App {

using Security = Msn::NetworkDescription::Security;

struct DemoNetwork::Running
{
    Running(const Msn::ServiceOptions &options, const Pictures &pictures)
        : service(options, store)
    {
        DemoAccounts::addTo(store);
        for (auto picture = pictures.cbegin(); picture != pictures.cend(); ++picture)
            store.setPicture(picture.key(), picture.value());
        (void)store.commit();
    }

    Msn::MemoryAccountStore store;
    Msn::Service service;
    std::unique_ptr<DemoRobots> robots;
};

DemoNetwork::DemoNetwork(const Pictures &pictures, QObject *parent)
    : QObject(parent)
    , m_pictures(pictures)
{
}

DemoNetwork::~DemoNetwork() = default;

Msn::Outcome DemoNetwork::start()
{
    if (m_running)
        return {};
    Msn::ServiceOptions options;
    options.name = QCoreApplication::translate("App::DemoNetwork", "This computer (demo)");
    options.wrongPasswordText
        = QCoreApplication::translate("App::DemoNetwork", "The password of the demo accounts is \"demo\".");
    options.passwordCost = Msn::PasswordCost::least();
    auto running = std::make_unique<Running>(options, m_pictures);
    if (const Msn::Outcome started = running->service.start(); !started)
        return started;
    running->robots = std::make_unique<DemoRobots>(running->service.networkDescription(Security::Tls));
    running->robots->signIn();
    // Queued: the service that says so is still at work when it says it.
    connect(&running->service, &Msn::Service::stopped, this, &DemoNetwork::forget, Qt::QueuedConnection);
    m_running = std::move(running);
    return {};
}

void DemoNetwork::stop()
{
    if (!m_running)
        return;
    m_running->robots->signOut();
    m_running->service.stop();
}

void DemoNetwork::forget()
{
    m_running.reset();
    Q_EMIT stopped();
}

bool DemoNetwork::isRunning() const
{
    return m_running && m_running->service.isRunning();
}

Msn::NetworkDescription DemoNetwork::description() const
{
    return m_running ? m_running->service.networkDescription(Security::Tls) : Msn::NetworkDescription();
}

} // namespace App
