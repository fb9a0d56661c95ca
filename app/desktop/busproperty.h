#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariant>

class QDBusMessage;

namespace App {

/// Where a value stands on the bus.
struct BusPropertyPlace
{
    QString service;
    QString path;
    QString interface;
    QString name;
};

/// One property of an object on the bus, followed as it changes. Never starts a service, never
/// waits; what is not there has an invalid value.
class BusProperty : public QObject
{
    Q_OBJECT

public:
    BusProperty(const QDBusConnection &bus, const BusPropertyPlace &place, QObject *parent = nullptr);

    const QVariant &value() const { return m_value; }
    /// Asks anew, for services that do not tell of changes.
    void refresh();

Q_SIGNALS:
    void changed(const QVariant &value);

private Q_SLOTS:
    void handleChanged(const QString &interface, const QVariantMap &values, const QStringList &invalid);

private:
    void setValue(const QVariant &value);

    QDBusConnection m_bus;
    const BusPropertyPlace m_place;
    QVariant m_value;
};

} // namespace App
