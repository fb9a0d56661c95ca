#pragma once

#include "core/discovery/networkbrowser.h"
#include "ui/signin/networkbox.h"

#include <QObject>
#include <QSet>

namespace Msn {
class NetworkCatalog;
}

namespace Ui {

class Announcer;
class JoinNetworks;
class SignInPage;

/// Networks that are announced on this network, in the choice of the sign-in page. Looks for them
/// only while the page is shown. One that is known already is not offered again; if it is known by an
/// address of this network and has another one now, it is followed there: its certificate proves it.
class NearbyNetworks : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    NearbyNetworks(SignInPage &page, Msn::NetworkCatalog &networks, JoinNetworks &joining,
        const Msn::DiscoverySetup &setup = {}, QObject *parent = nullptr);
    ~NearbyNetworks() override;

    const Msn::NetworkBrowser &browser() const { return m_browser; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(bool isShown);
    void update();
    void offerToJoin(const QList<NearbyChoice> &fresh);
    void follow();
    void request(const QString &id);
    QString note() const;
    QString noteToolTip() const;

    SignInPage &m_page;
    Msn::NetworkCatalog &m_networks;
    JoinNetworks &m_joining;
    Msn::NetworkBrowser m_browser;
    Announcer *m_announcer;
    /// Names of those that were followed since the page is shown: whoever announces one address after
    /// the other does not make us write as often.
    QSet<QString> m_followed;
};

} // namespace Ui
