#pragma once

#include "core/protocol/status.h"

#include <QList>
#include <QMetaType>
#include <QString>

class QDBusArgument;

namespace Msn {
class Account;
} // namespace Msn

namespace App {

/// (sss)
struct BusAccount
{
    QString address;
    QString network;
    QString status;
};
using BusAccountList = QList<BusAccount>;

/// (ssss)
struct BusContact
{
    QString account;
    QString address;
    QString name;
    QString status;
};
using BusContactList = QList<BusContact>;

QDBusArgument &operator<<(QDBusArgument &argument, const BusAccount &account);
const QDBusArgument &operator>>(const QDBusArgument &argument, BusAccount &account);
QDBusArgument &operator<<(QDBusArgument &argument, const BusContact &contact);
const QDBusArgument &operator>>(const QDBusArgument &argument, BusContact &contact);

void registerBusTypes();

/// `online`: the words of the command line, and `idle` and `offline`.
QString busStatus(Msn::Status status);

} // namespace App

Q_DECLARE_METATYPE(App::BusAccount)
Q_DECLARE_METATYPE(App::BusContact)
