#pragma once

#include "core/base/completion.h"
#include "core/history/historyentry.h"
#include "core/history/historyowner.h"
#include "core/storage/profiledirectories.h"

#include <QObject>

#include <map>
#include <memory>

namespace Msn {
class HistoryStore;
class Settings;
} // namespace Msn

namespace App {

class Sessions;

/// The histories into which an import can bring lines: those of the accounts that are there and of those that
/// are remembered. One that nobody is signed in to is opened with its first lines.
class ImportTargets : public QObject
{
    Q_OBJECT

public:
    /// \p sessions and \p settings must outlive it.
    ImportTargets(const Sessions &sessions, Msn::Settings &settings, Msn::ProfileDirectories directories);
    ~ImportTargets() override;

    /// Beginning with \p first.
    QList<Msn::HistoryOwner> owners(const Msn::HistoryOwner &first) const;
    /// As HistoryStore::import(). Ends with ErrorCode::Cancelled where the account goes meanwhile.
    void import(
        const Msn::HistoryOwner &owner, const QList<Msn::HistoryEntry> &entries, Msn::Completion<int> done);
    /// Lets go of what it has opened.
    void close();

private:
    Msn::HistoryStore &storeOf(const Msn::HistoryOwner &owner);

    const Sessions &m_sessions;
    Msn::Settings &m_settings;
    const Msn::ProfileDirectories m_directories;
    /// By file.
    std::map<QString, std::unique_ptr<Msn::HistoryStore>> m_opened;
};

} // namespace App
