#include "ui/options/addnetworkdialog.h"

#include "core/protocol/networklink.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "ui/icons/icons.h"
#include "ui/text/networktext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

using Msn::NetworkDescription;

namespace {

constexpr std::chrono::seconds patience(12);

} // namespace

AddNetworkDialog::AddNetworkDialog(
    Msn::NetworkCatalog &networks, Msn::ConnectionChoices &connection, QWidget *parent)
    : FormDialog(tr("Add a network"), tr("A&dd"), parent)
    , m_networks(networks)
    , m_connection(connection)
    , m_fetcher(patience)
    , m_way(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_link(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_tls(new QCheckBox(tr("Messages are &encrypted (TLS)"), this))
    , m_nexus(new QLineEdit(this))
{
    m_way->addItems({tr("By a link or a web address"), tr("By its servers")});
    addField(tr("&How"), m_way);
    m_pages->addWidget(makeLink());
    m_pages->addWidget(makeServers());
    column()->addWidget(m_pages);
    connect(m_way, &QComboBox::currentIndexChanged, this, &AddNetworkDialog::showPage);
    showPage(0);
    auto *file = new LinkButton(tr("Choose a network &file…"), this);
    file->setIcon(Icons::icon("folder", Tint::Accent));
    column()->addLayout(LinkButton::makeRow({file}, this));
    connect(file, &QPushButton::clicked, this, &AddNetworkDialog::chooseFile);
    m_link->setFocus();
}

AddNetworkDialog::~AddNetworkDialog() = default;

void AddNetworkDialog::setWay(Way way)
{
    m_way->setCurrentIndex(way == Way::Link ? 0 : 1);
}

void AddNetworkDialog::setLink(const QString &link)
{
    setWay(Way::Link);
    m_link->setText(link);
}

/// The dialog is as tall as the page it shows.
void AddNetworkDialog::showPage(int index)
{
    for (int i = 0; i < m_pages->count(); ++i)
        m_pages->widget(i)->setSizePolicy(
            QSizePolicy::Preferred, i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_pages->setCurrentIndex(index);
    adjustSize();
}

void AddNetworkDialog::submit()
{
    if (m_pages->currentIndex() == 0)
        submitLink();
    else
        submitServers();
}

QWidget *AddNetworkDialog::makeLink()
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(Metrics::of(this).step());
    m_link->setPlaceholderText(QStringLiteral("msnp:msn.example.com"));
    addRowTo(*page, tr("&Link or web address"), m_link);
    auto *hint = new QLabel(tr("Whoever runs a network can give you one."), page);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    rows->addWidget(hint);
    rows->addStretch();
    return page;
}

QWidget *AddNetworkDialog::makeServers()
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(Metrics::of(this).step());
    m_port->setRange(1, 65535);
    m_port->setValue(Msn::Endpoint::defaultPort);
    m_host->setPlaceholderText(QStringLiteral("msn.example.com"));
    m_nexus->setPlaceholderText(tr("As on the messenger server"));
    addRowTo(*page, tr("&Name"), m_name);
    addRowTo(*page, tr("&Messenger server"), m_host);
    addRowTo(*page, tr("&Port"), m_port);
    rows->addWidget(m_tls);
    addRowTo(*page, tr("&Sign-in address (https)"), m_nexus);
    return page;
}

void AddNetworkDialog::addRowTo(QWidget &page, const QString &text, QWidget *field)
{
    auto *label = new QLabel(text, &page);
    label->setFont(Metrics::of(this).smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    page.layout()->addWidget(label);
    page.layout()->addWidget(field);
}

void AddNetworkDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Add a network"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Network files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AddNetworkDialog::readFile);
    dialog->open();
}

void AddNetworkDialog::readFile(const QString &name)
{
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        takeFile(file.read(Msn::NetworkFileFetcher::maxBytes), name);
    else
        showError(NetworkText::importError(
            {Msn::NetworkImportError::Code::CannotRead, {}, name, file.errorString()}));
}

void AddNetworkDialog::submitLink()
{
    const QString text = m_link->text().trimmed();
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("msnp")) {
        const auto network = Msn::parseNetworkLink(text);
        if (network)
            take(*network, {});
        else
            showFileError(network.error(), text);
        return;
    }
    if (url.scheme() != QLatin1String("https") || url.host().isEmpty()) {
        showError({tr("“%1” is neither an msnp: link nor a web address.").arg(text),
            tr("A web address of a network file begins with https://."), {}});
        return;
    }
    setBusy(tr("Fetching the network file from %1…").arg(url.host()));
    m_connection.prepare(
        {this, [this, url](const Msn::Expected<std::monostate, Msn::Error> &) { fetch(url); }});
}

void AddNetworkDialog::fetch(const QUrl &url)
{
    m_fetcher.fetch(
        url, m_connection.proxy(), {this, [this, url](const Msn::Expected<QByteArray, Msn::Error> &json) {
                                        setIdle();
                                        if (json)
                                            takeFile(*json, url.toString());
                                        else
                                            showError(ErrorText::describe(json.error()));
                                    }});
}

/// Through the same door as a link, so that the same things are checked.
void AddNetworkDialog::submitServers()
{
    NetworkDescription network;
    network.dispatch = {m_host->text().trimmed(), static_cast<quint16>(m_port->value())};
    network.name = m_name->text().trimmed();
    network.security
        = m_tls->isChecked() ? NetworkDescription::Security::Tls : NetworkDescription::Security::None;
    if (network.dispatch.host.isEmpty()) {
        showError(
            {tr("The messenger server is missing."), tr("Type its name, such as msn.example.com."), {}});
        m_host->setFocus();
        return;
    }
    const QString nexus = m_nexus->text().trimmed();
    network.nexus = nexus.isEmpty()
        ? QUrl(QStringLiteral("https://%1/rdr/pprdr.asp").arg(network.dispatch.host))
        : QUrl(nexus, QUrl::StrictMode);
    if (network.name.isEmpty())
        network.name = network.dispatch.host;
    const auto checked = Msn::parseNetworkFile(encodeNetworkFile(network));
    if (checked)
        take(*checked, {});
    else
        showFileError(checked.error(), network.name);
}

void AddNetworkDialog::takeFile(const QByteArray &json, const QString &origin)
{
    const auto network = Msn::parseNetworkFile(json);
    if (!network) {
        showFileError(network.error(), origin);
        return;
    }
    take(*network, [this, json, origin] {
        const auto stored = m_networks.importBytes(json, origin);
        if (!stored)
            showError(NetworkText::importError(stored.error()));
    });
}

/// A link must not put itself in the place of a network that is trusted already.
void AddNetworkDialog::take(const NetworkDescription &network, const std::function<void()> &store)
{
    const auto proceed = [this, network, store] {
        if (store) {
            store();
        } else if (const auto stored = m_networks.add(network); !stored) {
            showError(NetworkText::importError(stored.error()));
        }
        if (bar()->isHidden() || bar()->kind() == MessageBar::Kind::Information)
            finish(network);
    };
    bar()->hide();
    if (!m_networks.find(network.name)) {
        proceed();
        return;
    }
    bar()->showInformation(
        tr("There is a network “%1” already. Replace it only if you know why: your password "
           "would go to %2.")
            .arg(network.name, network.nexus.host()));
    const QPushButton *replace = bar()->addButton(tr("&Replace it"));
    connect(replace, &QPushButton::clicked, this, proceed);
}

void AddNetworkDialog::finish(const NetworkDescription &network)
{
    Q_EMIT added(network.name);
    accept();
}

void AddNetworkDialog::showFileError(const Msn::NetworkFileError &error, const QString &origin)
{
    showError(NetworkText::importError({Msn::NetworkImportError::Code::Invalid, error, origin, {}}));
}

} // namespace Ui
