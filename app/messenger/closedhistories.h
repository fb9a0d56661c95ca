#pragma once

#include "core/storage/profiledirectories.h"
#include "ui/history/historyarchive.h"

#include <functional>
#include <memory>
#include <vector>

namespace Msn {
class ContactAnnotations;
class Settings;
struct SavedAccount;
} // namespace Msn

namespace App {

/// The histories of remembered accounts that nobody is signed in to, opened to be read.
class ClosedHistories
{
public:
    using IsOpen = std::function<bool(const Msn::Address &address, const QString &network)>;
    /// What a person calls a network.
    using NetworkTitle = std::function<QString(const QString &network)>;

    /// \p settings must outlive it.
    ClosedHistories(Msn::Settings &settings, Msn::ProfileDirectories directories, NetworkTitle networkTitle);
    ~ClosedHistories();

    /// A remembered account has a history, whether or not somebody is signed in to it.
    bool isThere() const;
    /// One that was opened here is elsewhere now.
    bool hasAny(const IsOpen &isOpen) const;
    /// Opens those that there are, closes those that are elsewhere now (\p isOpen), keeps the others. Valid
    /// until the next call.
    QList<Ui::HistoryArchive> open(const IsOpen &isOpen);

private:
    struct Closed
    {
        Msn::Address address;
        QString network;
        std::unique_ptr<Msn::ContactAnnotations> annotations;
        std::unique_ptr<Msn::HistoryStore> store;
    };

    bool hasFile(const Msn::SavedAccount &account) const;
    Closed &ensure(const Msn::Address &address, const QString &network);
    Ui::HistoryArchive archiveOf(const Closed &closed) const;

    Msn::Settings &m_settings;
    const Msn::ProfileDirectories m_directories;
    const NetworkTitle m_networkTitle;
    std::vector<Closed> m_closed;
};

} // namespace App
