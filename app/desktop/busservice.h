#pragma once

#include "app/desktop/accountlist.h"

#include <QDBusConnection>
#include <QObject>

#include <map>
#include <memory>

namespace Msn {
class Account;
} // namespace Msn

namespace App {

class ConversationPlaces;
class MessengerAdaptor;

/// Puts the messenger on the session bus, for scripts and other programs of the same person. What
/// it offers is in docs/dbus.md.
class BusService : public QObject
{
    Q_OBJECT

public:
    /// `org.swallowtail.Messenger`; a second one that runs beside the first, with another profile,
    /// adds `.instance` and its process id.
    static QString serviceName();
    static QString objectPath();

    /// Both must outlive it.
    BusService(const QDBusConnection &bus, AccountList &accounts, ConversationPlaces &places,
        QObject *parent = nullptr);
    ~BusService() override;

    /// Takes the name and begins to answer, or stops to.
    void setEnabled(bool enabled);
    /// Empty while it is not on the bus.
    const QString &name() const { return m_name; }

Q_SIGNALS:
    /// Another program wants the network in a link to be added.
    void networkLinkRequested(const QString &link);

private:
    void watch(Msn::Account &account);

    QDBusConnection m_bus;
    AccountList &m_accounts;
    QString m_name;
    MessengerAdaptor *m_adaptor;
    /// Destroyed with what was connected for an account.
    std::map<Msn::Account *, std::unique_ptr<QObject>> m_watched;
};

} // namespace App
