#include "app/messenger/closedhistories.h"

#include "core/storage/contactannotations.h"
#include "core/storage/savedaccounts.h"

#include <QFileInfo>

#include <algorithm>

namespace App {

using namespace Msn;

ClosedHistories::ClosedHistories(
    Settings &settings, ProfileDirectories directories, NetworkTitle networkTitle)
    : m_settings(settings)
    , m_directories(std::move(directories))
    , m_networkTitle(std::move(networkTitle))
{
}

ClosedHistories::~ClosedHistories() = default;

bool ClosedHistories::hasFile(const SavedAccount &account) const
{
    return QFileInfo::exists(m_directories.historyFile(account.address, account.network));
}

bool ClosedHistories::isThere() const
{
    const QList<SavedAccount> accounts = SavedAccounts(m_settings).all();
    return std::any_of(
        accounts.begin(), accounts.end(), [this](const SavedAccount &account) { return hasFile(account); });
}

bool ClosedHistories::hasAny(const IsOpen &isOpen) const
{
    return std::any_of(m_closed.cbegin(), m_closed.cend(),
        [&isOpen](const Closed &one) { return isOpen(one.address, one.network); });
}

QList<Ui::HistoryArchive> ClosedHistories::open(const IsOpen &isOpen)
{
    std::erase_if(m_closed, [&isOpen](const Closed &one) { return isOpen(one.address, one.network); });
    QList<Ui::HistoryArchive> archives;
    const QList<SavedAccount> accounts = SavedAccounts(m_settings).all();
    for (const SavedAccount &account : accounts) {
        if (!isOpen(account.address, account.network) && hasFile(account))
            archives.append(archiveOf(ensure(account.address, account.network)));
    }
    return archives;
}

ClosedHistories::Closed &ClosedHistories::ensure(const Address &address, const QString &network)
{
    const auto found = std::find_if(m_closed.begin(), m_closed.end(),
        [&](const Closed &one) { return one.address == address && one.network == network; });
    if (found != m_closed.end())
        return *found;
    return m_closed.emplace_back(Closed{address, network,
        std::make_unique<ContactAnnotations>(m_directories.annotationsFile(address, network)),
        std::make_unique<HistoryStore>(SqliteOptions{m_directories.historyFile(address, network)})});
}

Ui::HistoryArchive ClosedHistories::archiveOf(const Closed &closed) const
{
    Ui::HistoryArchive archive;
    archive.store = closed.store.get();
    archive.account = closed.address;
    archive.network = m_networkTitle(closed.network);
    archive.networkName = closed.network;
    archive.nicknameOf = [annotations = closed.annotations.get()](
                             const Address &address) { return annotations->nicknameOf(address); };
    archive.isKeeping = false;
    return archive;
}

} // namespace App
