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

} // namespace

HistoryViewer::HistoryViewer(
    Sessions &sessions, ChatWindows &chats, const Settings &settings, NetworkTitle networkTitle)
    : m_sessions(sessions)
    , m_chats(chats)
    , m_settings(settings)
    , m_networkTitle(std::move(networkTitle))
{
}

HistoryViewer::~HistoryViewer() = default;

Ui::HistoryArchive HistoryViewer::archiveOf(const Session &session) const
{
    Ui::HistoryArchive archive;
    archive.store = &session.history()->store();
    archive.account = session.address();
    archive.network = m_networkTitle(session.network());
    archive.nicknameOf = [annotations = session.annotations()](const Address &address) {
        return cleanedSingleLine(annotations->of(address).nickname);
    };
    archive.listedNameOf
        = [account = session.account()](const Address &address) { return listedName(*account, address); };
    archive.isKeeping = m_settings.value(Setting::keepHistory);
    return archive;
}

void HistoryViewer::ensureWindow()
{
    QList<Ui::HistoryArchive> archives;
    QList<const HistoryStore *> stores;
    const QList<Session *> sessions = m_sessions.all();
    for (const Session *session : sessions) {
        if (!session->account() || !session->history())
            continue;
        archives.append(archiveOf(*session));
        stores.append(archives.constLast().store);
    }
    if (m_window && stores == m_stores)
        return;
    m_stores = stores;
    m_window = std::make_unique<Ui::HistoryWindow>(archives, m_chats.emoticons(), m_chats.preferences());
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
