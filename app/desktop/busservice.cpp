#include "app/desktop/busservice.h"

#include "app/desktop/accountevents.h"
#include "app/desktop/messengeradaptor.h"
#include "core/account/account.h"
#include "core/base/logging.h"
#include "core/roster/contactlist.h"

#include <QCoreApplication>
#include <QDBusConnectionInterface>

namespace App {

using namespace Msn;

QString BusService::serviceName()
{
    return QStringLiteral("org.swallowtail.Messenger");
}

QString BusService::objectPath()
{
    return QStringLiteral("/org/swallowtail/Messenger");
}

BusService::BusService(
    const QDBusConnection &bus, AccountList &accounts, ConversationPlaces &places, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_accounts(accounts)
    , m_adaptor(new MessengerAdaptor(bus, accounts, places, this))
{
}

BusService::~BusService()
{
    setEnabled(false);
}

void BusService::setEnabled(bool enabled)
{
    if (enabled == !m_name.isEmpty() || !m_bus.isConnected())
        return;
    if (!enabled) {
        disconnect(&m_accounts, nullptr, this, nullptr);
        m_watched.clear();
        m_bus.unregisterService(m_name);
        m_bus.unregisterObject(objectPath());
        m_name.clear();
        return;
    }
    m_name = serviceName();
    m_bus.registerObject(objectPath(), this, QDBusConnection::ExportAdaptors);
    if (!m_bus.registerService(m_name)) {
        m_name += QStringLiteral(".instance%1").arg(QCoreApplication::applicationPid());
        m_bus.registerService(m_name);
    }
    for (const AccountList::Entry &entry : m_accounts.entries())
        watch(*entry.account);
    connect(&m_accounts, &AccountList::added, this, [this](Account *account) { watch(*account); });
    connect(&m_accounts, &AccountList::removed, this, [this](Account *account) {
        m_watched.erase(account);
        Q_EMIT m_adaptor->StatusChanged(account->address().toString(), busStatus(Status::Offline));
    });
}

void BusService::watch(Account &account)
{
    auto events = std::make_unique<AccountEvents>(account);
    const QString own = account.address().toString();
    const auto presence = [this, own, &account](const Address &address) {
        const Contact *contact = account.contacts().find(address);
        Q_EMIT m_adaptor->PresenceChanged(
            own, address.toString(), busStatus(contact ? contact->status : Status::Offline));
    };
    connect(
        events.get(), &AccountEvents::happened, events.get(), [this, own, presence](const Happening &what) {
            const bool hasText = what.conversation && !what.words.isEmpty();
            if (hasText)
                Q_EMIT m_adaptor->MessageReceived(own, what.contact.toString(), what.name, what.words);
            else if (what.event == Ui::AlertEvent::ContactOnline
                || what.event == Ui::AlertEvent::ContactOffline
                || what.event == Ui::AlertEvent::StatusChanged)
                presence(what.contact);
        });
    connect(&account, &Account::statusChanged, events.get(),
        [this, own](Status status) { Q_EMIT m_adaptor->StatusChanged(own, busStatus(status)); });
    m_watched[&account] = std::move(events);
    Q_EMIT m_adaptor->StatusChanged(own, busStatus(account.status()));
}

} // namespace App
