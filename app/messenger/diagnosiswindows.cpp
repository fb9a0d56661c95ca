#include "app/messenger/diagnosiswindows.h"

#include "app/messenger/networkaccess.h"
#include "core/net/networktest.h"
#include "core/net/trafficlog.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "ui/diagnosis/networklogwindow.h"
#include "ui/diagnosis/networktestdialog.h"
#include "ui/text/networktext.h"

namespace App {

using namespace Msn;

namespace {

void present(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

DiagnosisWindows::DiagnosisWindows(NetworkCatalog &networks, NetworkAccess &access,
    ConnectionChoices &connection, TrafficLog &traffic, QObject *parent)
    : QObject(parent)
    , m_networks(networks)
    , m_access(access)
    , m_connection(connection)
    , m_traffic(traffic)
{
}

DiagnosisWindows::~DiagnosisWindows()
{
    delete m_testDialog;
    delete m_logWindow;
}

void DiagnosisWindows::testNetwork(const QString &network, const Address &address, const QString &password)
{
    m_connection.prepare({this, [this, network, address, password](const Expected<std::monostate, Error> &) {
                              openTest(network, address, password);
                          }});
}

void DiagnosisWindows::openTest(const QString &network, const Address &address, const QString &password)
{
    const KnownNetwork *known = m_networks.find(network);
    if (!known)
        return;
    delete m_testDialog; // of another network, or of a walk that is over
    const auto open = m_access.open(network);
    // What cannot be opened cannot be found either: the walk says so in its first step. The demo
    // runs as long as the dialog is there.
    const OpenNetwork walked = open ? *open : OpenNetwork();
    auto *dialog = new Ui::NetworkTestDialog(
        Ui::NetworkText::name(*known), [this, walked, title = Ui::NetworkText::name(*known)] {
            const bool throughGateway = m_connection.gatewayUse() == GatewayUse::Always;
            return std::make_unique<NetworkTest>(walked.description,
                ConnectionSettings{m_connection.proxy(), throughGateway}, Timing(),
                m_traffic.partOf(tr("Test of %1").arg(title)));
        });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_testDialog = dialog;
    dialog->setLogin(address, password);
    present(*dialog);
    dialog->start();
}

void DiagnosisWindows::showLog()
{
    if (!m_logWindow)
        m_logWindow = new Ui::NetworkLogWindow(m_traffic);
    present(*logWindow());
}

Ui::NetworkTestDialog *DiagnosisWindows::testDialog() const
{
    return static_cast<Ui::NetworkTestDialog *>(m_testDialog.data());
}

Ui::NetworkLogWindow *DiagnosisWindows::logWindow() const
{
    return static_cast<Ui::NetworkLogWindow *>(m_logWindow.data());
}

} // namespace App
