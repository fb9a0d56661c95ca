#include "app/desktop/buscontact.h"

#include "ui/text/statustext.h"

#include <QDBusArgument>
#include <QDBusMetaType>

namespace App {

QDBusArgument &operator<<(QDBusArgument &argument, const BusAccount &account)
{
    argument.beginStructure();
    argument << account.address << account.network << account.status;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, BusAccount &account)
{
    argument.beginStructure();
    argument >> account.address >> account.network >> account.status;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const BusContact &contact)
{
    argument.beginStructure();
    argument << contact.account << contact.address << contact.name << contact.status;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, BusContact &contact)
{
    argument.beginStructure();
    argument >> contact.account >> contact.address >> contact.name >> contact.status;
    argument.endStructure();
    return argument;
}

void registerBusTypes()
{
    qDBusRegisterMetaType<BusAccount>();
    qDBusRegisterMetaType<BusAccountList>();
    qDBusRegisterMetaType<BusContact>();
    qDBusRegisterMetaType<BusContactList>();
}

QString busStatus(Msn::Status status)
{
    const QStringList words = Ui::StatusText::commandLineWords();
    for (const QString &word : words) {
        if (Ui::StatusText::fromCommandLine(word) == status)
            return word;
    }
    return QStringLiteral("offline");
}

} // namespace App
