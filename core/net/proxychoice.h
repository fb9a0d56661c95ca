#pragma once

#include "core/net/networkroute.h"

#include <QNetworkProxyFactory>

namespace Msn {

/// The way of QNetworkAccessManager to the web. Asked for each request: what the system says may
/// differ from host to host.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(const ProxySettings &settings)
        : m_settings(settings)
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {networkProxyFor(m_settings, endpointOfUrl(query.url()))};
    }

private:
    const ProxySettings m_settings;
};

} // namespace Msn
