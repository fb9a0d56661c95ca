#include "core/storage/connectionchoices.h"

#include "core/storage/secretstore.h"
#include "core/storage/settings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

const QString secretKey = QStringLiteral("proxy");

constexpr std::array<std::pair<ProxySettings::Kind, const char *>, 4> kinds{{
    {ProxySettings::Kind::None, "none"},
    {ProxySettings::Kind::System, "system"},
    {ProxySettings::Kind::Socks5, "socks5"},
    {ProxySettings::Kind::Http, "http"},
}};

constexpr std::array<std::pair<GatewayUse, const char *>, 3> uses{{
    {GatewayUse::Ask, "ask"},
    {GatewayUse::Fallback, "fallback"},
    {GatewayUse::Always, "always"},
}};

template <typename T, size_t N>
QString nameOf(T value, const std::array<std::pair<T, const char *>, N> &names)
{
    const auto row = std::find_if(
        names.begin(), names.end(), [value](const auto &entry) { return entry.first == value; });
    return QString::fromLatin1(row->second);
}

/// What is not known counts as the first row.
template <typename T, size_t N>
T valueOf(const QString &name, const std::array<std::pair<T, const char *>, N> &names)
{
    const auto row = std::find_if(names.begin(), names.end(),
        [&name](const auto &entry) { return name == QLatin1String(entry.second); });
    return row == names.end() ? names.front().first : row->first;
}

} // namespace

ConnectionChoices::ConnectionChoices(Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
{
}

ProxySettings ConnectionChoices::proxy() const
{
    ProxySettings proxy;
    proxy.kind = valueOf(m_settings.value(Setting::proxyKind), kinds);
    proxy.host = m_settings.value(Setting::proxyHost);
    const int port = m_settings.value(Setting::proxyPort);
    proxy.port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : quint16(0);
    proxy.user = m_settings.value(Setting::proxyUser);
    proxy.password = m_password.value_or(QString());
    return proxy;
}

void ConnectionChoices::setProxy(const ProxySettings &proxy)
{
    if (proxy == this->proxy())
        return;
    m_settings.setValue(Setting::proxyKind, nameOf(proxy.kind, kinds));
    m_settings.setValue(Setting::proxyHost, proxy.host);
    m_settings.setValue(Setting::proxyPort, int(proxy.port));
    m_settings.setValue(Setting::proxyUser, proxy.user);
    // A password that was never fetched is not known, and so not changed.
    if (m_password || !proxy.password.isEmpty())
        keepPassword(proxy.user.isEmpty() ? QString() : proxy.password);
    Q_EMIT changed();
}

void ConnectionChoices::keepPassword(const QString &password)
{
    if (m_password == password)
        return;
    m_password = password;
    const auto report = [this](const Expected<std::monostate, Error> &kept) {
        if (!kept)
            Q_EMIT passwordNotKept(kept.error());
    };
    if (password.isEmpty())
        m_secrets.remove(secretKey, {});
    else
        m_secrets.write(secretKey, password, {this, report});
}

GatewayUse ConnectionChoices::gatewayUse() const
{
    return valueOf(m_settings.value(Setting::gatewayUse), uses);
}

void ConnectionChoices::setGatewayUse(GatewayUse use)
{
    if (use == gatewayUse())
        return;
    m_settings.setValue(Setting::gatewayUse, nameOf(use, uses));
    Q_EMIT changed();
}

bool ConnectionChoices::needsPassword() const
{
    const ProxySettings proxy = this->proxy();
    const bool isOwn = proxy.kind == ProxySettings::Kind::Socks5 || proxy.kind == ProxySettings::Kind::Http;
    return isOwn && !proxy.user.isEmpty() && !m_password;
}

void ConnectionChoices::prepare(Completion<std::monostate> done)
{
    if (!needsPassword()) {
        done(std::monostate());
        return;
    }
    m_secrets.read(
        secretKey, {this, [this, done = std::move(done)](const Expected<QString, Error> &password) mutable {
                        // What has been typed meanwhile is newer.
                        if (!m_password)
                            m_password = password ? *password : QString();
                        done(std::monostate());
                    }});
}

} // namespace Msn
