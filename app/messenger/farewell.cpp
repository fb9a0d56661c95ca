#include "app/messenger/farewell.h"

#include "app/messenger/hosting.h"
#include "app/messenger/sessions.h"
#include "core/storage/settings.h"
#include "ui/hosting/hostingquitdialog.h"
#include "ui/mainwindow/mainwindow.h"

#include <QTimer>

namespace App {

namespace {

/// For OUT to leave; the servers notice the end of the connection anyway.
constexpr int lastBytesMs = 150;

} // namespace

Farewell::Farewell(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void Farewell::quit()
{
    m_parts.sessions.signOutAll();
    m_parts.hosting.stop();
    m_parts.window.keepPlace();
    m_parts.settings.flush();
    QTimer::singleShot(lastBytesMs, this, &Farewell::over);
}

void Farewell::quitIfWanted()
{
    QList<Msn::Address> own;
    const QList<Session *> sessions = m_parts.sessions.signedInOnes();
    for (const Session *session : sessions)
        own.append(session->address());
    const int others = m_parts.hosting.othersOnline(own);
    if (others == 0) {
        quit();
        return;
    }
    m_parts.window.present();
    auto *question = new Ui::HostingQuitDialog(m_parts.hosting.networkName(), others, &m_parts.window);
    connect(question, &Ui::HostingQuitDialog::quitChosen, this, &Farewell::quit);
    question->open();
}

} // namespace App
