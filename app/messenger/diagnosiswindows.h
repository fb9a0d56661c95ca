#pragma once

#include "core/base/address.h"

#include <QObject>
#include <QPointer>

namespace Msn {
class ConnectionChoices;
class NetworkCatalog;
class TrafficLog;
} // namespace Msn

namespace Ui {
class NetworkLogWindow;
class NetworkTestDialog;
} // namespace Ui

namespace App {

class NetworkAccess;

/// The test of a network and the network log: each made when somebody asks for it, gone when closed.
class DiagnosisWindows : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the windows.
    DiagnosisWindows(Msn::NetworkCatalog &networks, NetworkAccess &access, Msn::ConnectionChoices &connection,
        Msn::TrafficLog &traffic, QObject *parent = nullptr);
    ~DiagnosisWindows() override;

    /// \p network: name in the catalog. Address and password may be empty. Goes the way that a
    /// sign-in would go; where that needs a password of the keychain it begins once that has come.
    void testNetwork(const QString &network, const Msn::Address &address, const QString &password);
    void showLog();

    Ui::NetworkTestDialog *testDialog() const;
    Ui::NetworkLogWindow *logWindow() const;

private:
    void openTest(const QString &network, const Msn::Address &address, const QString &password);

    Msn::NetworkCatalog &m_networks;
    NetworkAccess &m_access;
    Msn::ConnectionChoices &m_connection;
    Msn::TrafficLog &m_traffic;
    QPointer<QObject> m_testDialog;
    QPointer<QObject> m_logWindow;
};

} // namespace App
