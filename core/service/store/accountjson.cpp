#include "core/service/store/accountjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Msn {

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QByteArray bytes(const QJsonObject &object, const char *key)
{
    return QByteArray::fromBase64(text(object, key).toLatin1());
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject toJson(const PasswordHash &hash)
{
    return {{QStringLiteral("salt"), base64(hash.salt)}, {QStringLiteral("digest"), base64(hash.digest)},
        {QStringLiteral("iterations"), hash.iterations}};
}

PasswordHash passwordFromJson(const QJsonObject &object)
{
    return {
        bytes(object, "salt"), bytes(object, "digest"), object.value(QLatin1String("iterations")).toInt()};
}

QJsonObject toJson(const GroupRecord &group)
{
    return {{QStringLiteral("number"), group.number}, {QStringLiteral("id"), group.id.toString()},
        {QStringLiteral("name"), group.name.text()}};
}

GroupRecord groupFromJson(const QJsonObject &object)
{
    return {object.value(QLatin1String("number")).toInt(), QUuid(text(object, "id")),
        FriendlyName(text(object, "name"))};
}

QJsonObject toJson(const ContactRecord &contact)
{
    QJsonArray groups;
    for (const int group : contact.groups)
        groups.append(group);
    return {{QStringLiteral("address"), contact.address.toString()},
        {QStringLiteral("name"), contact.name.text()},
        {QStringLiteral("lists"), static_cast<int>(contact.lists.toInt())},
        {QStringLiteral("groups"), groups}, {QStringLiteral("id"), contact.id.toString()}};
}

ContactRecord contactFromJson(const QJsonObject &object)
{
    ContactRecord contact{Address(text(object, "address")), FriendlyName(text(object, "name")),
        parseListBits(object.value(QLatin1String("lists")).toInt()), {}, QUuid(text(object, "id"))};
    const QJsonArray groups = object.value(QLatin1String("groups")).toArray();
    for (const QJsonValue group : groups)
        contact.groups.append(group.toInt());
    return contact;
}

QJsonObject toJson(const AccountRecord &account)
{
    QJsonObject properties;
    for (auto property = account.properties.cbegin(); property != account.properties.cend(); ++property)
        properties.insert(QString::fromLatin1(property.key()), property.value());
    return {{QStringLiteral("address"), account.address.toString()},
        {QStringLiteral("name"), account.name.text()}, {QStringLiteral("listVersion"), account.listVersion},
        {QStringLiteral("privacy"), QString::fromLatin1(encodeDefaultPrivacy(account.privacy))},
        {QStringLiteral("prompt"), QString::fromLatin1(encodeAddPrompt(account.prompt))},
        {QStringLiteral("properties"), properties},
        // As text: JSON numbers lose the low bits.
        {QStringLiteral("memberId"), QString::number(account.memberId)}};
}

AccountRecord accountFromJson(const QJsonObject &object)
{
    AccountRecord account;
    account.address = Address(text(object, "address"));
    account.name = FriendlyName(text(object, "name"));
    account.listVersion = object.value(QLatin1String("listVersion")).toInteger(1);
    account.privacy = parseDefaultPrivacy(text(object, "privacy").toLatin1()).value_or(account.privacy);
    account.prompt = parseAddPrompt(text(object, "prompt").toLatin1()).value_or(account.prompt);
    account.memberId = text(object, "memberId").toULongLong();
    const QJsonObject properties = object.value(QLatin1String("properties")).toObject();
    for (auto property = properties.constBegin(); property != properties.constEnd(); ++property)
        account.properties.insert(property.key().toLatin1(), property.value().toString());
    return account;
}

QJsonObject toJson(const InvitationRecord &invitation)
{
    return {{QStringLiteral("from"), invitation.from.toString()},
        {QStringLiteral("fromName"), invitation.fromName.text()},
        {QStringLiteral("to"), invitation.to.toString()}, {QStringLiteral("text"), invitation.text},
        {QStringLiteral("time"), invitation.time.toString(Qt::ISODateWithMs)}};
}

InvitationRecord invitationFromJson(const QJsonObject &object)
{
    return {Address(text(object, "from")), FriendlyName(text(object, "fromName")),
        Address(text(object, "to")), text(object, "text"),
        QDateTime::fromString(text(object, "time"), Qt::ISODateWithMs)};
}

template <typename Records>
QJsonArray toJsonArray(const Records &records)
{
    QJsonArray array;
    for (const auto &record : records)
        array.append(toJson(record));
    return array;
}

void readAccount(const QJsonObject &object, AccountStore &store)
{
    const AccountRecord account = accountFromJson(object);
    if (!account.address.isValid())
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

} // namespace

QByteArray writeAccounts(const AccountStore &store)
{
    QJsonArray accounts;
    const auto addresses = store.addresses();
    for (const Address &address : addresses) {
        QJsonObject account = toJson(*store.account(address));
        account.insert(QStringLiteral("password"), toJson(store.passwordHash(address)));
        account.insert(QStringLiteral("groups"), toJsonArray(store.groups(address)));
        account.insert(QStringLiteral("contacts"), toJsonArray(store.contacts(address)));
        accounts.append(account);
    }
    const QJsonObject root{{QStringLiteral("version"), 1}, {QStringLiteral("accounts"), accounts},
        {QStringLiteral("invitations"), toJsonArray(store.invitations())}};
    return QJsonDocument(root).toJson();
}

bool readAccounts(const QByteArray &json, AccountStore &store)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject root = document.object();
    if (!document.isObject() || root.value(QLatin1String("version")).toInt() != 1)
        return false;
    const QJsonArray accounts = root.value(QLatin1String("accounts")).toArray();
    for (const QJsonValue account : accounts)
        readAccount(account.toObject(), store);
    const QJsonArray invitations = root.value(QLatin1String("invitations")).toArray();
    for (const QJsonValue invitation : invitations)
        store.addInvitation(invitationFromJson(invitation.toObject()));
    return true;
}

} // namespace Msn
