#include "core/net/servercache.h"

#include "core/base/logging.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace Msn {

ServerCache loadServerCache(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    ServerCache cache;
    const QByteArray server = root.value(QLatin1String("notificationServer")).toString().toLatin1();
    if (const auto endpoint = parseEndpoint(server))
        cache.notificationServer = *endpoint;
    const QUrl login(root.value(QLatin1String("loginUrl")).toString(), QUrl::StrictMode);
    if (login.isValid() && login.scheme() == QLatin1String("https"))
        cache.loginUrl = login;
    return cache;
}

void saveServerCache(const QString &fileName, const ServerCache &cache)
{
    QJsonObject root;
    if (!cache.notificationServer.isEmpty())
        root.insert(QStringLiteral("notificationServer"), cache.notificationServer.toString());
    if (!cache.loginUrl.isEmpty())
        root.insert(QStringLiteral("loginUrl"), cache.loginUrl.toString());
    QSaveFile file(fileName);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(root).toJson()) >= 0 && file.commit();
    if (!written)
        qCWarning(logNet) << "cannot write" << fileName << file.errorString();
}

} // namespace Msn
