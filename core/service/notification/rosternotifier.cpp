#include "core/service/notification/rosternotifier.h"

#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

/// In this order nobody is asked about somebody who is allowed already.
constexpr std::array listsInOrder{List::Forward, List::Allow, List::Block, List::Reverse};

} // namespace

RosterNotifier::RosterNotifier(ServiceCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
    connect(&core.contacts, &ContactBook::reverseAdded, this,
        [this](const Address &whose, const Address &who, qint64 version) {
            if (auto *session = upToDateSession(whose))
                session->send(session->codec().reverseAdded(who, m_core.contacts.nameOf(who), version));
        });
    connect(&core.contacts, &ContactBook::reverseRemoved, this,
        [this](const Address &whose, const Address &who, qint64 version) {
            if (auto *session = upToDateSession(whose))
                session->send(session->codec().listRemoved(List::Reverse, who, {}, version));
        });
    connect(&core.settings, &SettingsBook::propertyChanged, this,
        [this](const Address &watcher, const Address &owner, const QByteArray &key, qint64 version) {
            auto *session = upToDateSession(watcher);
            if (session && session->codec().knowsProperty(key))
                session->send(session->codec().contactProperty(
                    owner, key, m_core.settings.property(owner, key), version));
        });
    connect(&core.settings, &SettingsBook::nameChanged, this, [this](const Address &owner) {
        if (auto *session = m_core.presence.find(owner); session && session->isVisible())
            m_core.presence.announce(session);
    });
}

NotificationSession *RosterNotifier::upToDateSession(const Address &address) const
{
    NotificationSession *session = m_core.presence.find(address);
    return session && session->knowsList() ? session : nullptr;
}

void RosterNotifier::introduce(const QList<Address> &newcomers)
{
    for (const Address &newcomer : newcomers) {
        const auto owners = m_core.store.ownersOf(newcomer);
        for (const Address &owner : owners) {
            if (auto *session = upToDateSession(owner))
                introduce(*session, newcomer, newcomers);
        }
    }
}

void RosterNotifier::introduce(
    NotificationSession &session, const Address &newcomer, const QList<Address> &newcomers)
{
    const Address &owner = session.address();
    const auto account = m_core.store.account(owner);
    const auto contact = m_core.store.contact(owner, newcomer);
    if (!account || !contact)
        return;
    const auto group
        = contact->groups.isEmpty() ? std::nullopt : m_core.groups.find(owner, contact->groups.constFirst());
    if (group && group->number != 0) {
        const auto members = m_core.store.contactsInGroup(owner, group->number);
        const bool isNew = std::all_of(members.cbegin(), members.cend(),
            [&newcomers](const ContactRecord &member) { return newcomers.contains(member.address); });
        if (isNew && members.constFirst().address == newcomer)
            session.send(session.codec().groupReply(Verb::Adg, 0, {account->listVersion, *group}));
    }
    for (const List list : listsInOrder) {
        if (list == List::Reverse && contact->lists.testFlag(list))
            session.send(session.codec().reverseAdded(newcomer, contact->name, account->listVersion));
        else if (contact->lists.testFlag(list))
            session.send(session.codec().added(
                0, {list, newcomer, {}, {}, {}, {}}, {account->listVersion, *contact}, group));
    }
}

void RosterNotifier::takeOff(const QList<ListEntry> &entries)
{
    for (const ListEntry &entry : entries) {
        auto *session = upToDateSession(entry.owner);
        const auto account = m_core.store.account(entry.owner);
        if (!session || !account)
            continue;
        for (const List list : listsInOrder) {
            if (entry.contact.lists.testFlag(list))
                session->send(session->codec().listRemoved(
                    list, entry.contact.address, entry.contact.id, account->listVersion));
        }
    }
}

} // namespace Msn
