#include "core/protocol/serviceform.h"

#include <QCryptographicHash>

namespace Msn {

namespace {

QString credentials(const ServiceFormAccount &account)
{
    const QByteArray age = QByteArray::number(static_cast<qint64>(account.sessionAge.count()));
    const QByteArray secret = account.profile.authenticationTicket() + age + account.password.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Md5).toHex());
}

bool isAbsolute(const QByteArray &url)
{
    return url.contains("://");
}

QList<std::pair<QByteArray, QString>> formFields(const ServiceUrl &url, const ServiceFormAccount &account)
{
    const Profile &profile = account.profile;
    return {
        {"mode", QStringLiteral("ttl")},
        {"login", account.address.localPart()},
        {"username", account.address.toString()},
        {"sid", QString::fromLatin1(profile.siteId())},
        {"kv", QString::fromLatin1(profile.keyVersion())},
        {"id", QString::fromLatin1(url.id)},
        {"sl", QString::number(static_cast<qint64>(account.sessionAge.count()))},
        {isAbsolute(url.returnUrl) ? "ru" : "rru", QString::fromUtf8(url.returnUrl)},
        {"auth", QString::fromLatin1(profile.authenticationTicket())},
        {"creds", credentials(account)},
        {"svc", QStringLiteral("mail")},
        {"js", QStringLiteral("yes")},
    };
}

} // namespace

std::optional<ServiceForm> makeServiceForm(const ServiceUrl &url, const ServiceFormAccount &account)
{
    ServiceForm form{QUrl::fromEncoded(url.postUrl, QUrl::StrictMode), {}};
    if (!form.url.isValid() || form.url.scheme() != QLatin1String("https") || form.url.host().isEmpty())
        return std::nullopt;
    const bool mayIdentify = !account.trustedHost.isEmpty()
        && form.url.host().compare(account.trustedHost, Qt::CaseInsensitive) == 0
        && !account.profile.authenticationTicket().isEmpty();
    if (mayIdentify)
        form.fields = formFields(url, account);
    return form;
}

} // namespace Msn
