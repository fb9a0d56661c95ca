#pragma once

#include "app/desktop/buscontact.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>

namespace App {

class AccountList;
class ConversationPlaces;

/// The interface org.swallowtail.Messenger. Every public slot is a method of it and every signal a
/// signal; docs/dbus.md says what they mean.
class MessengerAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.swallowtail.Messenger")

public:
    /// Both must outlive it.
    MessengerAdaptor(
        const QDBusConnection &bus, AccountList &accounts, ConversationPlaces &places, QObject *parent);

public Q_SLOTS:
    App::BusAccountList Accounts() const;
    App::BusContactList Contacts() const;
    QString Status() const;
    void SetStatus(const QString &status, const QDBusMessage &message);
    /// Answers when the message has arrived.
    void Send(const QString &address, const QString &text, const QDBusMessage &message);
    void SendFrom(
        const QString &account, const QString &address, const QString &text, const QDBusMessage &message);
    void Open(const QString &address, const QDBusMessage &message);
    void Show();
    void OpenNetwork(const QString &link, const QDBusMessage &message);

Q_SIGNALS:
    void MessageReceived(
        const QString &account, const QString &address, const QString &name, const QString &text);
    void PresenceChanged(const QString &account, const QString &address, const QString &status);
    void StatusChanged(const QString &account, const QString &status);

private:
    void fail(const QDBusMessage &message, const QString &error, const QString &words) const;
    void send(Msn::Account &account, const QString &address, const QString &text,
        const QDBusMessage &message) const;

    QDBusConnection m_bus;
    AccountList &m_accounts;
    ConversationPlaces &m_places;
};

} // namespace App
