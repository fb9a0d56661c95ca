#include "app/messenger/historyviewer.h"

#include "app/messenger/chatwindows.h"
#include "app/messenger/sessions.h"
#include "core/history/historyrecorder.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"
#include "core/storage/settings.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/history/historywindow.h"

#include <QDesktopServices>

namespace App {

using namespace Msn;

namespace {

/// Empty for who is on no list.
QString listedName(Account &account, const Address &address)
{
    const Contact *contact = account.contacts().find(address);
    return contact && !contact->friendlyName.isEmpty() ? contact->displayName() : QString();
}

bool hasHistory(const Session *session)
{
    return session && session->account() && session->history();
}

} // namespace

HistoryViewer::HistoryViewer(Sessions &sessions, ChatWindows &chats, Settings &settings,
    const ProfileDirectories &directories, const NetworkTitle &networkTitle)
    : m_sessions(sessions)
    , m_chats(chats)
    , m_settings(settings)
    , m_networkTitle(networkTitle)
    , m_closed(settings, directories, networkTitle)
{
}

HistoryViewer::~HistoryViewer() = default;

Ui::HistoryArchive HistoryViewer::archiveOf(const Session &session) const
{
    Ui::HistoryArchive archive;
    archive.store = &session.history()->store();
    archive.account = session.address();
    archive.network = m_networkTitle(session.network());
    archive.networkName = session.network();
    archive.nicknameOf = [annotations = session.annotations()](
                             const Address &address) { return annotations->nicknameOf(address); };
    archive.listedNameOf
        = [account = session.account()](const Address &address) { return listedName(*account, address); };
    archive.isKeeping = m_settings.value(Setting::keepHistory);
    return archive;
}

QList<Ui::HistoryArchive> HistoryViewer::archives()
{
    QList<Ui::HistoryArchive> archives;
    const QList<Session *> sessions = m_sessions.all();
    for (const Session *session : sessions) {
        if (hasHistory(session))
            archives.append(archiveOf(*session));
    }
    const ClosedHistories::IsOpen isOpen = [this](const Address &address, const QString &network) {
        return hasHistory(m_sessions.find(address, network));
    };
    // It may be reading what is about to be closed.
    if (m_closed.hasAny(isOpen))
        m_window.reset();
    return archives + m_closed.open(isOpen);
}

void HistoryViewer::ensureWindow()
{
    const QList<Ui::HistoryArchive> wanted = archives();
    QList<const HistoryStore *> stores;
    for (const Ui::HistoryArchive &archive : wanted)
        stores.append(archive.store);
    if (m_window && stores == m_stores)
        return;
    m_stores = stores;
    m_window = std::make_unique<Ui::HistoryWindow>(wanted, m_chats.emoticons(), m_chats.preferences());
    connect(m_window.get(), &Ui::HistoryWindow::linkActivated, this,
        [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void HistoryViewer::show(const Account *account, const Address &address, const QString &words)
{
    ensureWindow();
    const Session *session = account ? m_sessions.of(*account) : nullptr;
    const int archive
        = session && session->history() ? m_window->archives().find(session->history()->store()) : -1;
    if (archive >= 0 && !address.isEmpty())
        m_window->look(Ui::HistoryPeer{archive, address}, words);
    else
        m_window->look({}, words);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void HistoryViewer::forget(const HistoryStore &store)
{
    m_stores.removeOne(&store);
    if (m_window)
        m_window->forget(store);
}

} // namespace App
