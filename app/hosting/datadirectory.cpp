#include "app/hosting/datadirectory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>

namespace App {

namespace {

Msn::Error storageError(const QString &path, const QString &detail)
{
    return Msn::makeError(Msn::ErrorCode::StorageFailed, path, detail);
}

/// Whether the disk is full is told by the system's error number alone, which QSaveFile keeps to itself.
Msn::Error writeError(const QString &path, const QSaveFile &file, qsizetype size)
{
    const qint64 room = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
    const bool isFull = room >= 0 && room < size;
    return Msn::makeError(
        isFull ? Msn::ErrorCode::StorageFull : Msn::ErrorCode::StorageFailed, path, file.errorString());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Msn::Outcome writeFile(const QString &path, const QByteArray &bytes, bool secret)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Msn::Unexpected(storageError(path, file.errorString()));
    if (secret)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return Msn::Unexpected(writeError(path, file, bytes.size()));
    return {};
}

DataDirectory::DataDirectory(const QString &path)
    : m_path(path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : path)
{
}

QString DataDirectory::file(const char *name) const
{
    return m_path + QLatin1Char('/') + QLatin1String(name);
}

QString DataDirectory::accountsFile() const
{
    return file("accounts.sqlite");
}

QString DataDirectory::oldAccountsFile() const
{
    return file("accounts.json");
}

QString DataDirectory::statisticsFile() const
{
    return file("stats.json");
}

QString DataDirectory::choicesFile() const
{
    return file("hosting.json");
}

QString DataDirectory::networkFile() const
{
    return file("network.json");
}

Msn::Outcome DataDirectory::create() const
{
    if (QDir(m_path).exists())
        return {};
    if (!QDir().mkpath(m_path))
        return Msn::Unexpected(storageError(m_path, {}));
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Msn::Expected<std::unique_ptr<QLockFile>, Msn::Error> DataDirectory::lock() const
{
    if (const auto created = create(); !created)
        return Msn::Unexpected(created.error());
    auto lock = std::make_unique<QLockFile>(file("service.lock"));
    lock->setStaleLockTime(0); // only if its process is gone
    if (lock->tryLock())
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return Msn::Unexpected(storageError(m_path, {}));
    qint64 process = 0;
    QString computer;
    QString program;
    lock->getLockInfo(&process, &computer, &program);
    return Msn::Unexpected(Msn::makeError(Msn::ErrorCode::StorageBusy, m_path, program));
}

Msn::ServerCertificate DataDirectory::storedCertificate() const
{
    return {readFile(file("certificate.pem")), readFile(file("certificate-key.pem"))};
}

Msn::Outcome DataDirectory::storeCertificate(const Msn::ServerCertificate &certificate) const
{
    const auto kept = writeFile(file("certificate-key.pem"), certificate.privateKeyPem, true);
    return kept ? writeFile(file("certificate.pem"), certificate.certificatePem, false) : kept;
}

Msn::Expected<Msn::ServerCertificate, Msn::Error> DataDirectory::certificate(const QStringList &hosts) const
{
    const Msn::ServerCertificate stored = storedCertificate();
    if (stored.isUsable())
        return stored;
    auto made = Msn::makeServerCertificate(Msn::localServerNames() + hosts);
    if (!made)
        return made;
    if (const auto kept = storeCertificate(*made); !kept)
        return Msn::Unexpected(kept.error());
    return made;
}

} // namespace App
