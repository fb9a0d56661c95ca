#include "app/desktop/messengeradaptor.h"

#include "app/desktop/accountlist.h"
#include "app/desktop/busservice.h"
#include "app/desktop/conversationplaces.h"
#include "app/desktop/deliveryanswer.h"
#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/protocol/networklink.h"
#include "core/roster/contactlist.h"
#include "ui/text/statustext.h"

namespace App {

using namespace Msn;

namespace {

const QString notSignedIn = QStringLiteral("org.swallowtail.Messenger.Error.NotSignedIn");
const QString badAddress = QStringLiteral("org.swallowtail.Messenger.Error.BadAddress");
const QString badLink = QStringLiteral("org.swallowtail.Messenger.Error.BadLink");
const QString badStatus = QStringLiteral("org.swallowtail.Messenger.Error.BadStatus");
const QString emptyText = QStringLiteral("org.swallowtail.Messenger.Error.EmptyText");

} // namespace

MessengerAdaptor::MessengerAdaptor(
    const QDBusConnection &bus, AccountList &accounts, ConversationPlaces &places, QObject *parent)
    : QDBusAbstractAdaptor(parent)
    , m_bus(bus)
    , m_accounts(accounts)
    , m_places(places)
{
    registerBusTypes();
    setAutoRelaySignals(false);
}

BusAccountList MessengerAdaptor::Accounts() const
{
    BusAccountList accounts;
    for (const AccountList::Entry &entry : m_accounts.entries())
        accounts.append(
            {entry.account->address().toString(), entry.network, busStatus(entry.account->status())});
    return accounts;
}

BusContactList MessengerAdaptor::Contacts() const
{
    BusContactList people;
    for (const AccountList::Entry &entry : m_accounts.entries()) {
        const QList<Contact> contacts = entry.account->contacts().contacts();
        for (const Contact &contact : contacts) {
            if (contact.isOnForwardList())
                people.append({entry.account->address().toString(), contact.address.toString(),
                    contact.displayName(), busStatus(contact.status)});
        }
    }
    return people;
}

QString MessengerAdaptor::Status() const
{
    const QList<Account *> accounts = m_accounts.online();
    return busStatus(accounts.isEmpty() ? Msn::Status::Offline : accounts.constFirst()->status());
}

void MessengerAdaptor::SetStatus(const QString &status, const QDBusMessage &message)
{
    const std::optional<Msn::Status> wanted = Ui::StatusText::fromCommandLine(status);
    const QList<Account *> accounts = m_accounts.online();
    if (!wanted) {
        fail(message, badStatus,
            tr("There is no status “%1”. Choose one of: %2.")
                .arg(status, Ui::StatusText::commandLineWords().join(u' ')));
    } else if (accounts.isEmpty()) {
        fail(message, notSignedIn, tr("Nobody is signed in."));
    } else {
        for (Account *account : accounts)
            account->setStatus(*wanted);
    }
}

void MessengerAdaptor::Send(const QString &address, const QString &text, const QDBusMessage &message)
{
    const AccountList::Entry *entry = m_accounts.bestFor(Address(address));
    if (entry)
        send(*entry->account, address, text, message);
    else
        fail(message, notSignedIn, tr("Nobody is signed in."));
}

void MessengerAdaptor::SendFrom(
    const QString &account, const QString &address, const QString &text, const QDBusMessage &message)
{
    const AccountList::Entry *entry = m_accounts.find(Address(account));
    if (entry && entry->account->state() == Account::State::SignedIn)
        send(*entry->account, address, text, message);
    else
        fail(message, notSignedIn, tr("Nobody is signed in as %1.").arg(account));
}

void MessengerAdaptor::Open(const QString &address, const QDBusMessage &message)
{
    const Address contact(address);
    const AccountList::Entry *entry = m_accounts.bestFor(contact);
    if (!contact.isValid())
        fail(message, badAddress, tr("“%1” is not an address.").arg(address));
    else if (!entry)
        fail(message, notSignedIn, tr("Nobody is signed in."));
    else
        m_places.open(*entry->account, contact, {});
}

void MessengerAdaptor::Show()
{
    m_places.presentList({});
}

void MessengerAdaptor::OpenNetwork(const QString &link, const QDBusMessage &message)
{
    if (!parseNetworkLink(link))
        fail(message, badLink, tr("“%1” leads to no network.").arg(link));
    else if (auto *service = qobject_cast<BusService *>(parent()))
        Q_EMIT service->networkLinkRequested(link);
}

void MessengerAdaptor::send(
    Account &account, const QString &address, const QString &text, const QDBusMessage &message) const
{
    const Address contact(address);
    if (!contact.isValid()) {
        fail(message, badAddress, tr("“%1” is not an address.").arg(address));
        return;
    }
    if (text.trimmed().isEmpty()) {
        fail(message, emptyText, tr("There is nothing to send."));
        return;
    }
    message.setDelayedReply(true);
    DeliveryAnswer::send(*account.conversations().with(contact), text, m_bus, message);
}

void MessengerAdaptor::fail(const QDBusMessage &message, const QString &error, const QString &words) const
{
    message.setDelayedReply(true);
    m_bus.send(message.createErrorReply(error, words));
}

} // namespace App
