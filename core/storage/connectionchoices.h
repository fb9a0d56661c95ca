#pragma once

#include "core/base/completion.h"
#include "core/net/connectionsettings.h"

#include <QObject>

#include <optional>

namespace Msn {

class SecretStore;
class Settings;

/// When the web gateway of a network is used, where there is one.
enum class GatewayUse {
    Ask, ///< offered when the direct way turns out to be closed
    Fallback, ///< used then without asking
    Always, ///< the direct way is not even tried
};

/// How this profile reaches its networks. The password of a proxy lies in the keychain, and in
/// memory once it has been fetched.
class ConnectionChoices : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this object.
    ConnectionChoices(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);

    /// Without the password before prepare() has fetched it.
    ProxySettings proxy() const;
    /// Takes effect with the next connection. A password that is empty, or belongs to nobody, is
    /// removed from the keychain.
    void setProxy(const ProxySettings &proxy);
    GatewayUse gatewayUse() const;
    void setGatewayUse(GatewayUse use);

    /// The keychain has to be asked before the proxy can be used.
    bool needsPassword() const;
    /// Fetches the password if needsPassword(). Always ends in \p done; a keychain that does not
    /// answer counts as one that is empty, and the proxy will say what it misses.
    void prepare(Completion<std::monostate> done);

Q_SIGNALS:
    void changed();
    /// The password lasts for this run only. Code: StorageFailed.
    void passwordNotKept(const Msn::Error &error);

private:
    void keepPassword(const QString &password);

    Settings &m_settings;
    SecretStore &m_secrets;
    /// Absent: not asked for yet.
    std::optional<QString> m_password;
};

} // namespace Msn
