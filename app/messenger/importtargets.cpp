#include "app/messenger/importtargets.h"

#include "app/messenger/session.h"
#include "app/messenger/sessions.h"
#include "core/history/historyrecorder.h"
#include "core/storage/savedaccounts.h"

namespace App {

using namespace Msn;

ImportTargets::ImportTargets(const Sessions &sessions, Settings &settings, ProfileDirectories directories)
    : m_sessions(sessions)
    , m_settings(settings)
    , m_directories(std::move(directories))
{
}

ImportTargets::~ImportTargets() = default;

QList<HistoryOwner> ImportTargets::owners(const HistoryOwner &first) const
{
    QList<HistoryOwner> owners{first};
    const auto add = [&owners](const HistoryOwner &owner) {
        if (!owners.contains(owner))
            owners.append(owner);
    };
    const QList<Session *> sessions = m_sessions.all();
    for (const Session *session : sessions) {
        if (session->history())
            add({session->address(), session->network()});
    }
    const QList<SavedAccount> saved = SavedAccounts(m_settings).all();
    for (const SavedAccount &account : saved)
        add({account.address, account.network});
    return owners;
}

HistoryStore &ImportTargets::storeOf(const HistoryOwner &owner)
{
    const Session *session = m_sessions.find(owner.account, owner.network);
    if (session && session->history())
        return session->history()->store();
    const QString file = m_directories.historyFile(owner.account, owner.network);
    auto &store = m_opened[file];
    if (!store)
        store = std::make_unique<HistoryStore>(SqliteOptions{file});
    return *store;
}

void ImportTargets::import(
    const HistoryOwner &owner, const QList<HistoryEntry> &entries, Completion<int> done)
{
    HistoryStore &store = storeOf(owner);
    // A store that goes answers no more.
    auto *call = new QObject(this);
    const auto finish = [call, pending = std::make_shared<Completion<int>>(std::move(done))](
                            const Expected<int, Error> &added) {
        call->deleteLater();
        (*pending)(added);
    };
    connect(
        &store, &QObject::destroyed, call, [finish] { finish(Unexpected(makeError(ErrorCode::Cancelled))); });
    store.import(entries, {call, finish});
}

void ImportTargets::close()
{
    m_opened.clear();
}

} // namespace App
