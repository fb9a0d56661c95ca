#include "core/storage/profiledirectories.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace Msn {

namespace {

constexpr qsizetype longestFolderName = 200;

QString xdgDirectory(const char *variable, const QString &fallbackBelowHome)
{
    const QString fromEnvironment = qEnvironmentVariable(variable);
    // The XDG specification: relative paths are to be ignored.
    const QString base
        = QDir::isAbsolutePath(fromEnvironment) ? fromEnvironment : QDir::home().filePath(fallbackBelowHome);
    return QDir(base).filePath(QStringLiteral("swallowtail"));
}

} // namespace

ProfileDirectories ProfileDirectories::inside(const QString &directory)
{
    const QDir root(QDir(directory).absolutePath());
    return {root.path(), root.filePath(QStringLiteral("data")), root.filePath(QStringLiteral("cache")),
        root.filePath(QStringLiteral("logs"))};
}

ProfileDirectories ProfileDirectories::standard()
{
    return {xdgDirectory("XDG_CONFIG_HOME", QStringLiteral(".config")),
        xdgDirectory("XDG_DATA_HOME", QStringLiteral(".local/share")),
        xdgDirectory("XDG_CACHE_HOME", QStringLiteral(".cache")),
        xdgDirectory("XDG_STATE_HOME", QStringLiteral(".local/state"))};
}

QString ProfileDirectories::settingsFile() const
{
    return QDir(config).filePath(QStringLiteral("settings.json"));
}

QString ProfileDirectories::networks() const
{
    return QDir(config).filePath(QStringLiteral("networks"));
}

QString ProfileDirectories::accountData(const Address &address, const QString &network) const
{
    return QDir(data).filePath(accountFolderName(address, network));
}

QString ProfileDirectories::annotationsFile(const Address &address, const QString &network) const
{
    return QDir(accountData(address, network)).filePath(QStringLiteral("people.json"));
}

QString ProfileDirectories::historyFile(const Address &address, const QString &network) const
{
    return QDir(accountData(address, network)).filePath(QStringLiteral("history.sqlite"));
}

QString ProfileDirectories::pictureFile(const Address &address, const QString &network) const
{
    return QDir(accountData(address, network)).filePath(QStringLiteral("picture.png"));
}

QString ProfileDirectories::contactListCopies(const Address &address, const QString &network) const
{
    return QDir(accountData(address, network)).filePath(QStringLiteral("contacts"));
}

QString ProfileDirectories::accountCache(const Address &address, const QString &network) const
{
    return QDir(cache).filePath(accountFolderName(address, network));
}

QString accountFolderName(const Address &address, const QString &network)
{
    const QByteArray plain = (address.key() + u'@' + network.toLower()).toUtf8();
    QString encoded = QString::fromLatin1(plain.toPercentEncoding("@+="));
    // A leading dot would hide the folder.
    if (encoded.startsWith(u'.'))
        encoded.replace(0, 1, QStringLiteral("%2E"));
    if (encoded.size() > longestFolderName) {
        const QByteArray digest
            = QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex().left(32);
        encoded = encoded.left(longestFolderName - 33) + u'-' + QString::fromLatin1(digest);
    }
    return encoded;
}

} // namespace Msn
