#include "core/service/store/accountimport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Msn {

namespace {

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QByteArray bytes(const QJsonObject &object, const char *key)
{
    return QByteArray::fromBase64(textOf(object, key).toLatin1());
}

PasswordHash passwordFromJson(const QJsonObject &object)
{
    return PasswordHash::fromPbkdf2(
        bytes(object, "salt"), bytes(object, "digest"), object.value(QLatin1String("iterations")).toInt());
}

GroupRecord groupFromJson(const QJsonObject &object)
{
    return {object.value(QLatin1String("number")).toInt(), QUuid(textOf(object, "id")),
        FriendlyName(textOf(object, "name"))};
}

ContactRecord contactFromJson(const QJsonObject &object)
{
    ContactRecord contact{Address(textOf(object, "address")), FriendlyName(textOf(object, "name")),
        parseListBits(object.value(QLatin1String("lists")).toInt()), {}, QUuid(textOf(object, "id"))};
    const QJsonArray groups = object.value(QLatin1String("groups")).toArray();
    for (const QJsonValue group : groups)
        contact.groups.append(group.toInt());
    return contact;
}

AccountRecord accountFromJson(const QJsonObject &object)
{
    AccountRecord account;
    account.address = Address(textOf(object, "address"));
    account.name = FriendlyName(textOf(object, "name"));
    account.listVersion = object.value(QLatin1String("listVersion")).toInteger(1);
    account.privacy = parseDefaultPrivacy(textOf(object, "privacy").toLatin1()).value_or(account.privacy);
    account.prompt = parseAddPrompt(textOf(object, "prompt").toLatin1()).value_or(account.prompt);
    account.memberId = textOf(object, "memberId").toULongLong();
    const QJsonObject properties = object.value(QLatin1String("properties")).toObject();
    for (auto property = properties.constBegin(); property != properties.constEnd(); ++property)
        account.properties.insert(property.key().toLatin1(), property.value().toString());
    return account;
}

InvitationRecord invitationFromJson(const QJsonObject &object)
{
    return {Address(textOf(object, "from")), FriendlyName(textOf(object, "fromName")),
        Address(textOf(object, "to")), textOf(object, "text"),
        QDateTime::fromString(textOf(object, "time"), Qt::ISODateWithMs)};
}

/// One that is there already may have changed since.
void readAccount(const QJsonObject &object, AccountStore &store)
{
    const AccountRecord account = accountFromJson(object);
    if (!account.address.isValid() || store.account(account.address))
        return;
    store.saveAccount(account);
    store.setPasswordHash(
        account.address, passwordFromJson(object.value(QLatin1String("password")).toObject()));
    const QJsonArray groups = object.value(QLatin1String("groups")).toArray();
    for (const QJsonValue group : groups)
        store.saveGroup(account.address, groupFromJson(group.toObject()));
    const QJsonArray contacts = object.value(QLatin1String("contacts")).toArray();
    for (const QJsonValue contact : contacts)
        store.saveContact(account.address, contactFromJson(contact.toObject()));
}

void readAccounts(const QJsonObject &root, AccountStore &store)
{
    const QJsonArray accounts = root.value(QLatin1String("accounts")).toArray();
    for (const QJsonValue account : accounts)
        readAccount(account.toObject(), store);
    const QJsonArray invitations = root.value(QLatin1String("invitations")).toArray();
    for (const QJsonValue value : invitations) {
        const InvitationRecord invitation = invitationFromJson(value.toObject());
        if (!store.invitationsTo(invitation.to).contains(invitation))
            store.addInvitation(invitation);
    }
}

} // namespace

Outcome importAccounts(const QString &path, AccountStore &store)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(makeError(ErrorCode::StorageFailed, path, file.errorString()));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root.value(QLatin1String("version")).toInt() != 1)
        return Unexpected(makeError(ErrorCode::StorageFailed, path));
    readAccounts(root, store);
    if (const Outcome kept = store.commit(); !kept)
        return kept;
    const QString done = path + QLatin1String(importedSuffix);
    QFile::remove(done);
    // Another process may have been as quick.
    if (!file.rename(done) && QFile::exists(path))
        return Unexpected(makeError(ErrorCode::StorageFailed, path, file.errorString()));
    return {};
}

} // namespace Msn
