#pragma once

#include "core/storage/networkcatalog.h"
#include "ui/options/optionsform.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace Msn {
class ConnectionChoices;
}

namespace Ui {

class EncryptionView;
class MessageBar;
class LinkButton;

/// The networks this computer knows: who runs one, what is encrypted on which leg, by which
/// certificate it is known; and the ways to add, pass on and remove one.
class NetworksPage : public OptionsForm
{
    Q_OBJECT

public:
    /// Both must outlive the page; \p connection is the way to network files on the web.
    NetworksPage(
        Msn::NetworkCatalog &networks, Msn::ConnectionChoices &connection, QWidget *parent = nullptr);

    void showNetwork(const QString &name);
    MessageBar *bar() const { return m_bar; }

Q_SIGNALS:
    /// Name in the catalog.
    void testRequested(const QString &network);

private:
    void build();
    void buildFacts();
    void buildAdvice();
    QLayout *makeButtons();
    void refill();
    void refresh();
    void openAdd();
    void saveAs();
    void writeTo(const QString &file);
    void copyLink();
    void confirmRemove();
    void offerPassword();
    const Msn::KnownNetwork *current() const;

    Msn::NetworkCatalog &m_networks;
    Msn::ConnectionChoices &m_connection;
    MessageBar *m_bar;
    QComboBox *m_choice;
    QLabel *m_about;
    QLabel *m_website;
    EncryptionView *m_signIn;
    EncryptionView *m_messages;
    QLabel *m_certificate;
    LinkButton *m_forgetCertificate;
    QLabel *m_servers;
    QLabel *m_password;
    LinkButton *m_save;
    LinkButton *m_copyLink;
    LinkButton *m_remove;
};

} // namespace Ui
