#include "ui/nearby/joinnetworks.h"

#include "core/protocol/networklink.h"
#include "core/storage/networkcatalog.h"
#include "ui/nearby/joinnetworkdialog.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/text/networktext.h"
#include "ui/widgets/messagebar.h"

namespace Ui {

JoinNetworks::JoinNetworks(SignInPage &page, Msn::NetworkCatalog &networks, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_networks(networks)
{
}

JoinNetworkDialog *JoinNetworks::dialog() const
{
    return m_dialog;
}

void JoinNetworks::offer(const NetworkOffer &offer)
{
    if (m_dialog)
        m_dialog->close();
    if (offer.relation == NetworkOffer::Relation::Known) {
        choose(offer.knownName);
        m_page.bar()->showInformation(tr("You know the network “%1” already.").arg(offer.knownName));
        return;
    }
    m_dialog = new JoinNetworkDialog(offer, m_page.window());
    connect(m_dialog, &JoinNetworkDialog::joined, this, &JoinNetworks::join);
    m_dialog->open();
}

bool JoinNetworks::openLink(const QString &link)
{
    const auto network = Msn::parseNetworkLink(link);
    if (!network) {
        m_page.bar()->showError(NetworkText::linkError(network.error()));
        return false;
    }
    offer(offerOfLink(*network, m_networks));
    return true;
}

void JoinNetworks::join(const NetworkOffer &offer)
{
    const auto added = m_networks.add(offer.kept());
    if (!added) {
        m_page.bar()->showError(NetworkText::importError(added.error()));
        return;
    }
    m_page.bar()->hide();
    choose(added->description.name);
}

void JoinNetworks::choose(const QString &network)
{
    m_page.form()->networkBox()->setNetwork(network);
    m_page.form()->focusNextStep();
    Q_EMIT chosen(network);
}

} // namespace Ui
