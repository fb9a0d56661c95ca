#include "ui/options/connectionpage.h"

#include "ui/text/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordedit.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Ui {

using Msn::GatewayUse;
using Msn::ProxySettings;

namespace {

template <typename T>
void choose(QComboBox &box, T value)
{
    const QSignalBlocker silence(&box);
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

/// What somebody is typing right now is not replaced under their fingers.
void setTextOf(QLineEdit &edit, const QString &text)
{
    if (!edit.isModified() || !edit.hasFocus())
        edit.setText(text);
}

} // namespace

ConnectionPage::ConnectionPage(Msn::ConnectionChoices &choices, QWidget *parent)
    : OptionsForm(parent)
    , m_choices(choices)
    , m_kind(new QComboBox(this))
    , m_server(new QWidget(this))
    , m_host(new QLineEdit(m_server))
    , m_port(new QSpinBox(m_server))
    , m_login(new QWidget(this))
    , m_user(new QLineEdit(m_login))
    , m_password(new PasswordEdit(m_login))
    , m_gateway(new QComboBox(this))
{
    addProxy();
    addGateway();
    showChoices();
    connect(m_kind, &QComboBox::activated, this, [this] {
        arrange();
        apply();
        fetchPassword();
    });
    connect(m_port, &QSpinBox::editingFinished, this, &ConnectionPage::apply);
    for (QLineEdit *edit : {m_host, m_user, static_cast<QLineEdit *>(m_password)})
        connect(edit, &QLineEdit::editingFinished, this, &ConnectionPage::apply);
    connect(m_gateway, &QComboBox::activated, this,
        [this] { m_choices.setGatewayUse(static_cast<GatewayUse>(m_gateway->currentData().toInt())); });
    connect(&m_choices, &Msn::ConnectionChoices::changed, this, &ConnectionPage::showChoices);
    fetchPassword();
}

void ConnectionPage::addProxy()
{
    const Metrics metrics = Metrics::of(this);
    addHeading(tr("Proxy"));
    const auto add = [this](const QString &text, ProxySettings::Kind kind) {
        m_kind->addItem(text, static_cast<int>(kind));
    };
    add(tr("None"), ProxySettings::Kind::None);
    add(tr("The one of this computer"), ProxySettings::Kind::System);
    add(tr("SOCKS5"), ProxySettings::Kind::Socks5);
    add(tr("HTTP"), ProxySettings::Kind::Http);
    addField(tr("&Kind"), m_kind);

    auto *server = new QHBoxLayout(m_server);
    server->setContentsMargins({});
    server->setSpacing(metrics.step(2));
    m_host->setPlaceholderText(tr("proxy.example.com"));
    m_port->setRange(1, 65535);
    server->addLayout(labelled(tr("&Server"), m_host), 1);
    server->addLayout(labelled(tr("P&ort"), m_port));
    addControl(m_server);

    auto *login = new QVBoxLayout(m_login);
    login->setContentsMargins({});
    login->setSpacing(metrics.step(2));
    login->addLayout(labelled(tr("&User name, if it asks for one"), m_user));
    login->addLayout(labelled(tr("Pass&word"), m_password));
    addControl(m_login);

    auto *trouble = new MessageBar(this);
    addControl(trouble);
    connect(&m_choices, &Msn::ConnectionChoices::passwordNotKept, trouble,
        [trouble](const Msn::Error &error) { trouble->showError(ErrorText::describeKeychain(error)); });
    addHint(tr("Holds from the next sign-in on. The password is kept in your keychain."));
}

void ConnectionPage::addGateway()
{
    addHeading(tr("Web gateway"));
    const auto add
        = [this](const QString &text, GatewayUse use) { m_gateway->addItem(text, static_cast<int>(use)); };
    add(tr("Ask me when the direct way is closed"), GatewayUse::Ask);
    add(tr("Use it when the direct way is closed"), GatewayUse::Fallback);
    add(tr("Use it always"), GatewayUse::Always);
    addField(tr("Where a &network has one"), m_gateway);
    addHint(
        tr("Messages then travel like web pages, which firewalls let through. They arrive a moment later."));
}

ProxySettings::Kind ConnectionPage::kind() const
{
    return static_cast<ProxySettings::Kind>(m_kind->currentData().toInt());
}

void ConnectionPage::showChoices()
{
    const ProxySettings proxy = m_choices.proxy();
    choose(*m_kind, proxy.kind);
    choose(*m_gateway, m_choices.gatewayUse());
    setTextOf(*m_host, proxy.host);
    setTextOf(*m_user, proxy.user);
    setTextOf(*m_password, proxy.password);
    const QSignalBlocker silence(m_port);
    m_port->setValue(proxy.port == 0 ? Msn::usualProxyPort(proxy.kind) : proxy.port);
    arrange();
}

/// The keychain is asked only if there is something to be fetched.
void ConnectionPage::fetchPassword()
{
    if (m_choices.needsPassword())
        m_choices.prepare(
            {this, [this](const Msn::Expected<std::monostate, Msn::Error> &) { showChoices(); }});
}

void ConnectionPage::apply()
{
    const ProxySettings before = m_choices.proxy();
    const bool isUsual = before.port == 0 || before.port == Msn::usualProxyPort(before.kind);
    ProxySettings proxy{
        kind(), m_host->text().trimmed(), before.port, m_user->text().trimmed(), m_password->text()};
    if (proxy.kind == before.kind && m_port->isVisibleTo(this))
        proxy.port = static_cast<quint16>(m_port->value());
    else if (proxy.kind != before.kind && isUsual)
        proxy.port = Msn::usualProxyPort(proxy.kind);
    m_choices.setProxy(proxy);
}

void ConnectionPage::arrange()
{
    const bool isOwn = kind() == ProxySettings::Kind::Socks5 || kind() == ProxySettings::Kind::Http;
    m_server->setVisible(isOwn);
    m_login->setVisible(isOwn);
}

} // namespace Ui
