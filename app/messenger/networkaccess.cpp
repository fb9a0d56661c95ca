#include "app/messenger/networkaccess.h"

#include "core/storage/networkcatalog.h"
#include "ui/text/networktext.h"

#include <QPointer>
#include <QTimer>

namespace App {

using namespace Msn;

namespace {

constexpr int farewellMs = 1000;

} // namespace

NetworkAccess::NetworkAccess(NetworkCatalog &networks, DemoService demo, QObject *parent)
    : QObject(parent)
    , m_networks(networks)
    , m_demo(std::move(demo))
{
}

Expected<OpenNetwork, Error> NetworkAccess::open(const QString &network)
{
    const KnownNetwork *known = m_networks.find(network);
    if (!known)
        return Unexpected(makeError(ErrorCode::InvalidArgument, network));
    if (known->source == KnownNetwork::Source::Demo)
        return openDemo();
    if (const auto here = m_hereFor ? m_hereFor(known->description) : std::nullopt)
        return OpenNetwork{*here, {}};
    return OpenNetwork{known->description, {}};
}

QString NetworkAccess::titleOf(const QString &network) const
{
    return Ui::NetworkText::name(m_networks, network);
}

Expected<OpenNetwork, Error> NetworkAccess::openDemo()
{
    const auto description = m_demo.start();
    if (!description)
        return Unexpected(description.error());
    std::shared_ptr<void> hold = m_demoHold.lock();
    if (!hold) {
        // Whoever lets go last may do so when we are gone.
        hold = std::shared_ptr<void>(this, [self = QPointer(this)](void *) {
            if (self)
                self->stopDemoSoon();
        });
        m_demoHold = hold;
    }
    return OpenNetwork{*description, hold};
}

/// Not at once: the last words of an account are still on their way to it.
void NetworkAccess::stopDemoSoon()
{
    QTimer::singleShot(farewellMs, this, [this] {
        if (m_demoHold.expired())
            m_demo.stop();
    });
}

} // namespace App
