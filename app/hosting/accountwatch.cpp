#include "app/hosting/accountwatch.h"

#include "core/service/service.h"
#include "core/service/store/sqliteaccountstore.h"

#include <QFileInfo>

#include <utility>

namespace App {

namespace {

constexpr std::chrono::milliseconds settling{200};

QList<Msn::Address> without(QList<Msn::Address> people, const QList<Msn::Address> others)
{
    people.removeIf([&others](const Msn::Address &address) { return others.contains(address); });
    return people;
}

} // namespace

AccountWatch::AccountWatch(
    const QString &file, Msn::SqliteAccountStore &accounts, Msn::Service &service, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_accounts(accounts)
    , m_service(service)
    , m_version(accounts.changesOfOthers())
    , m_known(accounts.addresses())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settling);
    connect(&m_soon, &QTimer::timeout, this, &AccountWatch::look);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, [this] { m_soon.start(); });
    // Much is written into the folder that is not about accounts.
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (watchFiles())
            m_soon.start();
    });
    m_files.addPath(QFileInfo(file).path()); // the log comes with the first change
    watchFiles();
}

/// Changes are in the write-ahead log first; a file that is made anew has to be watched anew. True if one
/// was.
bool AccountWatch::watchFiles()
{
    bool hasNew = false;
    for (const QString &file : {m_file, m_file + QStringLiteral("-wal")})
        hasNew = (!m_files.files().contains(file) && m_files.addPath(file)) || hasNew;
    return hasNew;
}

void AccountWatch::look()
{
    watchFiles();
    const qint64 version = m_accounts.changesOfOthers();
    const QList<Msn::Address> before = std::exchange(m_known, m_accounts.addresses());
    if (std::exchange(m_version, version) == version)
        return;
    const QList<Msn::Address> gone = without(before, m_known);
    for (const Msn::Address &address : gone)
        m_service.endSession(address);
    m_service.introduce(without(m_known, before));
    Q_EMIT changed();
}

} // namespace App
