#include "ui/nearby/nearbynetworks.h"

#include "core/storage/networkcatalog.h"
#include "ui/nearby/joinnetworks.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/text/discoverytext.h"
#include "ui/widgets/announcer.h"

#include <QEvent>

#include <algorithm>

namespace Ui {

using Msn::NearbyNetwork;
using Relation = NetworkOffer::Relation;

NearbyNetworks::NearbyNetworks(SignInPage &page, Msn::NetworkCatalog &networks, JoinNetworks &joining,
    const Msn::DiscoverySetup &setup, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_networks(networks)
    , m_joining(joining)
    , m_browser(setup)
    , m_announcer(new Announcer(&page))
{
    connect(&m_browser, &Msn::NetworkBrowser::updated, this, &NearbyNetworks::update);
    connect(&m_networks, &Msn::NetworkCatalog::changed, this, &NearbyNetworks::update);
    connect(m_page.form()->networkBox(), &NetworkBox::nearbyRequested, this, &NearbyNetworks::request);
    connect(m_page.form(), &SignInForm::nearbyRequested, this, &NearbyNetworks::request);
    m_page.installEventFilter(this);
    look(m_page.isVisible());
}

NearbyNetworks::~NearbyNetworks() = default;

bool NearbyNetworks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_page && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        look(event->type() == QEvent::Show);
    return QObject::eventFilter(watched, event);
}

void NearbyNetworks::look(bool isShown)
{
    if (isShown == m_browser.isRunning())
        return;
    m_followed.clear();
    if (isShown)
        m_browser.start();
    else
        m_browser.stop();
    update();
}

void NearbyNetworks::update()
{
    follow();
    QList<NearbyChoice> choices;
    QList<NearbyChoice> fresh;
    for (const NearbyNetwork &nearby : m_browser.networks()) {
        const NetworkOffer offer = offerOf(nearby, m_networks);
        if (offer.relation == Relation::Known)
            continue;
        const bool isSuspicious = offer.relation == Relation::Changed;
        //: %1 is a computer, %2 its address.
        const QString toolTip = tr("Announced by “%1” (%2).").arg(nearby.host, nearby.network.dispatch.host);
        choices.append({nearby.id, offer.keptName, toolTip, isSuspicious});
        if (!isSuspicious)
            fresh.append(choices.constLast());
    }
    m_page.form()->networkBox()->setNearby(choices, note(), noteToolTip());
    offerToJoin(fresh);
}

/// The one that is not known yet, without opening the list.
void NearbyNetworks::offerToJoin(const QList<NearbyChoice> &fresh)
{
    if (!m_page.form()->setNearby(fresh) || fresh.isEmpty())
        return;
    m_announcer->say(fresh.size() == 1
            ? tr("The network “%1” is announced here.").arg(fresh.constFirst().text)
            : tr("%n network(s) are announced here.", nullptr, int(fresh.size())));
}

void NearbyNetworks::follow()
{
    const QList<NearbyNetwork> all = m_browser.networks();
    for (const NearbyNetwork &nearby : all) {
        const NetworkOffer offer = offerOf(nearby, m_networks);
        // Anybody can announce somebody else's certificate; with two it is not known who is right.
        const auto isTwin = [&](const NearbyNetwork &other) {
            return other.network.certificateSha256 == nearby.network.certificateSha256;
        };
        const auto moved = movedNetwork(offer, m_networks);
        if (!moved || m_followed.contains(offer.knownName)
            || std::count_if(all.begin(), all.end(), isTwin) != 1)
            continue;
        m_followed.insert(offer.knownName);
        m_networks.add(*moved);
    }
}

void NearbyNetworks::request(const QString &id)
{
    if (const NearbyNetwork *nearby = m_browser.find(id))
        m_joining.offer(offerOf(*nearby, m_networks));
}

QString NearbyNetworks::note() const
{
    if (!m_browser.isRunning())
        return {};
    return m_browser.error() ? tr("None can be shown") : tr("None found");
}

QString NearbyNetworks::noteToolTip() const
{
    if (!m_browser.error())
        return {};
    return ErrorText::brief(DiscoveryText::cannotLook(*m_browser.error()));
}

} // namespace Ui
