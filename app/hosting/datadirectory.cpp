#include "app/service/datadirectory.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace App {

namespace {

Msn::Error storageError(const QString &path, const QString &detail)
{
    Msn::Error error;
    error.code = Msn::ErrorCode::StorageFailed;
    error.subject = path;
    error.detail = detail;
    return error;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool covers(const Msn::ServerCertificate &certificate, const QStringList &hosts)
{
    const QStringList names = certificate.names();
    return std::all_of(hosts.cbegin(), hosts.cend(),
        [&names](const QString &host) { return names.contains(host, Qt::CaseInsensitive); });
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
        return Msn::Unexpected(storageError(path, file.errorString()));
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
    if (stored.isUsable() && covers(stored, hosts))
        return stored;
    auto made = Msn::makeServerCertificate(Msn::localServerNames() + hosts);
    if (!made)
        return made;
    if (const auto kept = storeCertificate(*made); !kept)
        return Msn::Unexpected(kept.error());
    return made;
}

} // namespace App
