#include "ui/options/networkspage.h"

#include "core/base/passwordgenerator.h"
#include "core/protocol/networklink.h"
#include "ui/icons/icons.h"
#include "ui/options/addnetworkdialog.h"
#include "ui/options/encryptionview.h"
#include "ui/options/trusttext.h"
#include "ui/text/networktext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QSaveFile>
#include <QSignalBlocker>

namespace Ui {

using Msn::KnownNetwork;
using Source = KnownNetwork::Source;

namespace {

/// The list is as wide as the longest name.
constexpr int nameWidth = 380;

LinkButton *link(const QString &text, const char *icon, QWidget *parent)
{
    auto *button = new LinkButton(text, parent);
    button->setIcon(Icons::icon(icon, Tint::Accent));
    return button;
}

} // namespace

NetworksPage::NetworksPage(Msn::NetworkCatalog &networks, Msn::ConnectionChoices &connection, QWidget *parent)
    : OptionsForm(parent)
    , m_networks(networks)
    , m_connection(connection)
    , m_bar(new MessageBar(this))
    , m_choice(new QComboBox(this))
    , m_about(nullptr)
    , m_website(new QLabel(this))
    , m_signIn(new EncryptionView(this))
    , m_messages(new EncryptionView(this))
    , m_certificate(nullptr)
    , m_forgetCertificate(link(tr("&Forget this certificate"), "cancel", this))
    , m_servers(nullptr)
    , m_password(new QLabel(this))
    , m_save(link(tr("&Save as a file…"), "download", this))
    , m_copyLink(link(tr("Copy &link"), "link", this))
    , m_remove(link(tr("&Remove"), "close", this))
{
    build();
    connect(&m_networks, &Msn::NetworkCatalog::changed, this, &NetworksPage::refill);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_bar->hide();
        refresh();
    });
    refill();
}

void NetworksPage::showNetwork(const QString &name)
{
    const int index = m_choice->findData(name, Qt::UserRole, Qt::MatchFixedString);
    if (index >= 0)
        m_choice->setCurrentIndex(index);
}

void NetworksPage::build()
{
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(14);
    addControl(m_bar);
    addField(tr("&Network"), m_choice);
    m_about = addHint({});
    m_website->setTextFormat(Qt::RichText);
    m_website->setOpenExternalLinks(true);
    m_website->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_website->setAccessibleName(tr("Web site"));
    addControl(m_website);
    addRow(makeButtons());
    buildFacts();
    buildAdvice();
}

void NetworksPage::buildFacts()
{
    addHeading(tr("What is encrypted"));
    addControl(m_signIn);
    addControl(m_messages);
    addHeading(tr("Certificate"));
    m_certificate = addHint({});
    m_certificate->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_certificate->setFocusPolicy(Qt::NoFocus);
    addControl(m_forgetCertificate);
    connect(m_forgetCertificate, &QPushButton::clicked, this, [this] {
        const QString name = m_choice->currentData().toString();
        m_networks.forgetCertificate(name);
        m_bar->showInformation(tr("The certificate is forgotten. The next sign-in shows the words again if "
                                  "nobody vouches for it."));
    });
    addHeading(tr("Servers"));
    m_servers = addHint({});
    m_servers->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_servers->setFocusPolicy(Qt::NoFocus);
}

void NetworksPage::buildAdvice()
{
    addHeading(tr("Your password"));
    addHint(tr("Take a password here that you use nowhere else: whoever runs a network may see it."));
    auto *make = link(tr("&Make a new password"), "key", this);
    m_password->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_password->setLayoutDirection(Qt::LeftToRight);
    m_password->setAccessibleName(tr("New password"));
    m_password->hide();
    addControl(make);
    addControl(m_password);
    connect(make, &QPushButton::clicked, this, &NetworksPage::offerPassword);
}

QLayout *NetworksPage::makeButtons()
{
    auto *test = link(tr("&Test this network"), "test-network", this);
    auto *add = link(tr("&Add a network…"), "plus", this);
    connect(test, &QPushButton::clicked, this,
        [this] { Q_EMIT testRequested(m_choice->currentData().toString()); });
    connect(add, &QPushButton::clicked, this, &NetworksPage::openAdd);
    connect(m_save, &QPushButton::clicked, this, &NetworksPage::saveAs);
    connect(m_copyLink, &QPushButton::clicked, this, &NetworksPage::copyLink);
    connect(m_remove, &QPushButton::clicked, this, &NetworksPage::confirmRemove);
    return LinkButton::makeRow({test, add, m_save, m_copyLink, m_remove}, this);
}

void NetworksPage::refill()
{
    const QString chosen = m_choice->currentData().toString();
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        const QList<KnownNetwork> networks = m_networks.networks();
        for (const KnownNetwork &network : networks) {
            const bool isDemo = network.source == Source::Demo;
            const QString name = NetworkText::name(network);
            m_choice->addItem(
                Icons::icon(isDemo ? QStringLiteral("computer") : QStringLiteral("network"), Tint::SecondInk),
                fontMetrics().elidedText(name, Qt::ElideRight, Metrics::of(this).px(nameWidth)),
                network.description.name);
            m_choice->setItemData(m_choice->count() - 1, name, Qt::AccessibleTextRole);
            m_choice->setItemData(m_choice->count() - 1, NetworkText::toolTip(network), Qt::ToolTipRole);
        }
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(chosen)));
    }
    refresh();
}

void NetworksPage::refresh()
{
    const KnownNetwork *network = current();
    if (!network)
        return;
    using Lock = EncryptionView::Lock;
    const bool isDemo = network->source == Source::Demo;
    const bool isTls = network->description.security == Msn::NetworkDescription::Security::Tls;
    m_choice->setToolTip(NetworkText::toolTip(*network));
    m_about->setText(TrustText::about(*network));
    const QString website = network->website.toString(QUrl::FullyEncoded).toHtmlEscaped();
    m_website->setText(QStringLiteral("<a href=\"%1\">%1</a>").arg(website));
    m_website->setVisible(!network->website.isEmpty());
    m_signIn->setState(isDemo ? Lock::Home : Lock::Closed, TrustText::signIn(*network));
    m_messages->setState(isDemo ? Lock::Home
            : isTls             ? Lock::Closed
                                : Lock::Open,
        TrustText::messages(*network));
    m_certificate->setText(TrustText::certificate(*network));
    m_forgetCertificate->setVisible(!network->description.certificateSha256.isEmpty());
    m_servers->setText(TrustText::servers(*network));
    for (QWidget *button : {static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_copyLink)})
        button->setVisible(!isDemo);
    m_remove->setVisible(network->source == Source::Own);
}

void NetworksPage::openAdd()
{
    auto *dialog = new AddNetworkDialog(m_networks, m_connection, this);
    connect(dialog, &AddNetworkDialog::added, this, &NetworksPage::showNetwork);
    dialog->open();
}

void NetworksPage::saveAs()
{
    auto *dialog = new QFileDialog(this, tr("Save the network as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Network files (*.json)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &NetworksPage::writeTo);
    dialog->open();
}

void NetworksPage::writeTo(const QString &name)
{
    QSaveFile file(name);
    const QByteArray bytes = m_networks.fileOf(m_choice->currentData().toString());
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_bar->showInformation(
            tr("The network is saved in %1. Anybody can add it with this file.").arg(name));
    else
        m_bar->showError({tr("The network could not be written to %1.").arg(name),
            tr("Check that the disk has room and that you may write there."), file.errorString()});
}

void NetworksPage::copyLink()
{
    const KnownNetwork *network = current();
    if (!network)
        return;
    QGuiApplication::clipboard()->setText(encodeNetworkLink(network->description));
    m_bar->showInformation(tr("The link is copied. Send it to whoever is to add this network."));
}

/// In the bar, where it can be thought over; nothing is lost before that.
void NetworksPage::confirmRemove()
{
    const KnownNetwork *network = current();
    if (!network)
        return;
    const QString name = network->description.name;
    m_bar->showInformation(tr("Remove “%1” from this computer? Accounts saved for it stay.").arg(name));
    const QPushButton *remove = m_bar->addButton(tr("R&emove"));
    connect(remove, &QPushButton::clicked, this, [this, name] {
        m_networks.remove(name);
        m_bar->showInformation(tr("“%1” is removed.").arg(name));
    });
}

void NetworksPage::offerPassword()
{
    const QString password = Msn::generatePassword();
    m_password->setText(password);
    m_password->show();
    QGuiApplication::clipboard()->setText(password);
    m_bar->showInformation(tr(
        "A new password is copied. Set it where the network lets you change yours, then sign in with it."));
}

const KnownNetwork *NetworksPage::current() const
{
    return m_networks.find(m_choice->currentData().toString());
}

} // namespace Ui
