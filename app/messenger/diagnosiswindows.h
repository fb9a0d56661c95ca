#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/base/expected.h"
#include "core/protocol/networkdescription.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace Msn {
class NetworkCatalog;
class TrafficLog;
} // namespace Msn

namespace Ui {
class NetworkLogWindow;
class NetworkTestDialog;
} // namespace Ui

namespace App {

/// The test of a network and the network log: each made when somebody asks for it, gone when closed.
class DiagnosisWindows : public QObject
{
    Q_OBJECT

public:
    /// Where a network's servers are; starts the demo if it is asked for.
    using Describe
        = std::function<Msn::Expected<Msn::NetworkDescription, Msn::Error>(const QString &network)>;

    /// \p networks and \p traffic must outlive the windows.
    DiagnosisWindows(Msn::NetworkCatalog &networks, Msn::TrafficLog &traffic, Describe describe,
        QObject *parent = nullptr);
    ~DiagnosisWindows() override;

    /// \p network: name in the catalog. Address and password may be empty.
    void testNetwork(const QString &network, const Msn::Address &address, const QString &password);
    void showLog();

    Ui::NetworkTestDialog *testDialog() const;
    Ui::NetworkLogWindow *logWindow() const;

private:
    Msn::NetworkCatalog &m_networks;
    Msn::TrafficLog &m_traffic;
    const Describe m_describe;
    QPointer<QObject> m_testDialog;
    QPointer<QObject> m_logWindow;
};

} // namespace App
