#pragma once

#include "ui/nearby/networkoffer.h"

#include <QObject>
#include <QPointer>

namespace Ui {

class JoinNetworkDialog;
class SignInPage;

/// From an offer to a network in the profile, chosen on the sign-in page: asks first, unless it is
/// known already. One question at a time; a second one takes the place of the first.
class JoinNetworks : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    JoinNetworks(SignInPage &page, Msn::NetworkCatalog &networks, QObject *parent = nullptr);

    void offer(const NetworkOffer &offer);
    /// `msnp:` with a network in it. False if it is none; the page says why.
    bool openLink(const QString &link);
    /// Nullptr while nothing is asked.
    JoinNetworkDialog *dialog() const;

Q_SIGNALS:
    /// It is known now, and chosen on the page.
    void chosen(const QString &network);

private:
    void join(const NetworkOffer &offer);
    void choose(const QString &network);

    SignInPage &m_page;
    Msn::NetworkCatalog &m_networks;
    QPointer<JoinNetworkDialog> m_dialog;
};

} // namespace Ui
