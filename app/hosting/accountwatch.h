#pragma once

#include "core/base/address.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QTimer>

namespace Msn {
class Service;
class SqliteAccountStore;
} // namespace Msn

namespace App {

/// Tells a running service whom another process has added or removed, `swallowtail-service account` say, so
/// that those who are signed in see it at once and not with their next sign-in. What this process changes
/// itself it tells by itself.
class AccountWatch : public QObject
{
    Q_OBJECT

public:
    /// \p file: that of \p accounts, open. Both others must outlive it.
    AccountWatch(const QString &file, Msn::SqliteAccountStore &accounts, Msn::Service &service,
        QObject *parent = nullptr);

Q_SIGNALS:
    /// By another process. The service knows already.
    void changed();

private:
    bool watchFiles();
    void look();

    const QString m_file;
    Msn::SqliteAccountStore &m_accounts;
    Msn::Service &m_service;
    QFileSystemWatcher m_files;
    QTimer m_soon; ///< a change is written in several pieces
    qint64 m_version;
    QList<Msn::Address> m_known;
};

} // namespace App
