#include "app/messenger/diagnosiswindows.h"

#include "core/net/networktest.h"
#include "core/net/trafficlog.h"
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

DiagnosisWindows::DiagnosisWindows(
    NetworkCatalog &networks, TrafficLog &traffic, Describe describe, QObject *parent)
    : QObject(parent)
    , m_networks(networks)
    , m_traffic(traffic)
    , m_describe(std::move(describe))
{
}

DiagnosisWindows::~DiagnosisWindows()
{
    delete m_testDialog;
    delete m_logWindow;
}

void DiagnosisWindows::testNetwork(const QString &network, const Address &address, const QString &password)
{
    const KnownNetwork *known = m_networks.find(network);
    if (!known)
        return;
    delete m_testDialog; // of another network, or of a walk that is over
    auto *dialog = new Ui::NetworkTestDialog(Ui::NetworkText::name(*known), [this, network] {
        const auto description = m_describe(network);
        // What cannot be described cannot be found either: the walk says so in its first step.
        return std::make_unique<NetworkTest>(
            description ? *description : NetworkDescription(), Timing(), &m_traffic);
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
