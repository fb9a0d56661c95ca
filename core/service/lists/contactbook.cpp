#include "core/service/lists/contactbook.h"

#include "core/service/lists/carerules.h"

#include <algorithm>

namespace Msn {

namespace {

constexpr int noOwnGroup = 0;

List opposite(List list)
{
    return list == List::Allow ? List::Block : List::Allow;
}

void insertSorted(QList<int> &groups, int group)
{
    groups.insert(std::lower_bound(groups.begin(), groups.end(), group), group);
}

bool isPlaceholder(const ContactRecord &contact)
{
    return contact.name.isEmpty() || Address(contact.name.text()) == contact.address;
}

} // namespace

ContactBook::ContactBook(AccountChanges &changes, const ServiceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_changes(changes)
    , m_store(changes.store())
    , m_maxForward(limits.maxForwardContacts)
{
}

Allowed<ListChange> ContactBook::add(const Address &owner, List list, const Address &address,
    const FriendlyName &name, std::optional<int> group, GroupZero groupZero)
{
    if ((list == List::Forward || list == List::Allow) && !mayMeet(m_store, owner, address)) {
        noteWish(m_store, owner, address);
        m_changes.whenKept([this, owner] { Q_EMIT personWished(owner); });
        return Unexpected(920);
    }
    switch (list) {
    case List::Forward:
        return addForward(owner, address, name, group, groupZero);
    case List::Allow:
    case List::Block:
        return addGate(owner, list, address, name);
    case List::Reverse:
    case List::Pending:
        break;
    }
    return Unexpected(0);
}

Allowed<ListChange> ContactBook::addForward(const Address &owner, const Address &address,
    const FriendlyName &name, std::optional<int> group, GroupZero groupZero)
{
    ContactRecord contact = contactOrNew(owner, address);
    const bool isNew = !contact.lists.testFlag(List::Forward);
    if (!isNew && (!group || contact.groups.contains(*group)))
        return Unexpected(215);
    if (isNew && m_store.countListed(owner, List::Forward) >= m_maxForward)
        return Unexpected(210);
    if (isNew) {
        contact.lists |= List::Forward;
        contact.groups = {group.value_or(noOwnGroup)};
        contact.name = name.isEmpty() ? FriendlyName(address.toString()) : name;
    } else {
        if (groupZero == GroupZero::MeansNone)
            contact.groups.removeAll(noOwnGroup);
        insertSorted(contact.groups, *group);
    }
    save(owner, contact);
    if (isNew)
        addReverse(address, owner);
    return ListChange{raiseVersion(owner), contact};
}

Allowed<ListChange> ContactBook::addGate(
    const Address &owner, List list, const Address &address, const FriendlyName &name)
{
    ContactRecord contact = contactOrNew(owner, address);
    if (contact.lists.testFlag(list))
        return Unexpected(215);
    if (contact.lists.testFlag(opposite(list)))
        return Unexpected(219);
    contact.lists |= list;
    if (!contact.lists.testFlag(List::Forward)) {
        if (!name.isEmpty())
            contact.name = name;
        contact.name = shownName(contact);
    }
    save(owner, contact);
    const qint64 version = raiseVersion(owner);
    noteVisibilityChange(owner, address);
    return ListChange{version, contact};
}

Allowed<ListChange> ContactBook::remove(
    const Address &owner, List list, const Address &address, std::optional<int> group, GroupZero groupZero)
{
    if (list == List::Reverse)
        return Unexpected(0);
    auto contact = m_store.contact(owner, address);
    if (!contact || !contact->lists.testFlag(list))
        return Unexpected(216);
    if (list == List::Forward)
        return removeForward(owner, *contact, group, groupZero);
    contact->lists &= ~Lists(list);
    save(owner, *contact);
    const qint64 version = raiseVersion(owner);
    noteVisibilityChange(owner, address);
    return ListChange{version, *contact};
}

Allowed<ListChange> ContactBook::removeForward(
    const Address &owner, ContactRecord contact, std::optional<int> group, GroupZero groupZero)
{
    if (group && !contact.groups.contains(*group))
        return Unexpected(225);
    if (group)
        contact.groups.removeAll(*group);
    const bool stays = group && (!contact.groups.isEmpty() || groupZero == GroupZero::MeansNone);
    if (stays && contact.groups.isEmpty())
        contact.groups = {noOwnGroup};
    if (!stays) {
        contact.lists &= ~Lists(List::Forward);
        contact.groups.clear();
    }
    save(owner, contact);
    if (!stays)
        removeReverse(contact.address, owner);
    return ListChange{raiseVersion(owner), contact};
}

Allowed<ListChange> ContactBook::renameContact(
    const Address &owner, const Address &address, const FriendlyName &name)
{
    auto contact = m_store.contact(owner, address);
    if (!contact || !(contact->lists & Lists(List::Forward | List::Allow | List::Block)))
        return Unexpected(216);
    contact->name = name;
    save(owner, *contact);
    return ListChange{raiseVersion(owner), *contact};
}

void ContactBook::settlePending(const Address &owner, const Address &address)
{
    auto contact = m_store.contact(owner, address);
    if (!contact || !contact->lists.testFlag(List::Pending))
        return;
    contact->lists &= ~Lists(List::Pending);
    save(owner, *contact);
}

bool ContactBook::allows(const Address &owner, const Address &watcher) const
{
    if (!mayMeet(m_store, owner, watcher))
        return false;
    const auto contact = m_store.contact(owner, watcher);
    const Lists lists = contact ? contact->lists : Lists();
    if (lists.testFlag(List::Block))
        return false;
    if (lists.testFlag(List::Allow))
        return true;
    const auto account = m_store.account(owner);
    return account && account->privacy == DefaultPrivacy::AllowOthers;
}

bool ContactBook::refusesAsStranger(const Address &owner, const Address &watcher) const
{
    const auto contact = m_store.contact(owner, watcher);
    const bool decided = contact && (contact->lists & Lists(List::Allow | List::Block));
    return !decided && !allows(owner, watcher);
}

QList<Address> ContactBook::watchers(const Address &owner) const
{
    return m_store.listed(owner, List::Reverse);
}

bool ContactBook::watches(const Address &watcher, const Address &owner) const
{
    const auto contact = m_store.contact(owner, watcher);
    return contact && contact->lists.testFlag(List::Reverse);
}

QList<Address> ContactBook::forwardContacts(const Address &owner) const
{
    return m_store.listed(owner, List::Forward);
}

FriendlyName ContactBook::nameOf(const Address &address) const
{
    const auto account = m_store.account(address);
    return account && !account->name.isEmpty() ? account->name : FriendlyName(address.toString());
}

FriendlyName ContactBook::shownName(const ContactRecord &contact) const
{
    return isPlaceholder(contact) ? nameOf(contact.address) : contact.name;
}

qint64 ContactBook::raiseVersion(const Address &owner)
{
    return m_store.raiseListVersion(owner);
}

void ContactBook::noteVisibilityChange(const Address &owner, const Address &watcher)
{
    m_changes.whenKept([this, owner, watcher] { Q_EMIT visibilityChanged(owner, watcher); });
}

ContactRecord ContactBook::contactOrNew(const Address &owner, const Address &address) const
{
    if (const auto contact = m_store.contact(owner, address))
        return *contact;
    return {address, FriendlyName(address.toString()), {}, {}, QUuid::createUuid()};
}

/// A contact that is on no list is none.
void ContactBook::save(const Address &owner, const ContactRecord &contact)
{
    if (contact.lists)
        m_store.saveContact(owner, contact);
    else
        m_store.removeContact(owner, contact.address);
}

void ContactBook::addReverse(const Address &whose, const Address &who)
{
    ContactRecord contact = contactOrNew(whose, who);
    if (!contact.lists)
        contact.name = nameOf(who);
    contact.lists |= List::Reverse;
    if (!(contact.lists & Lists(List::Allow | List::Block)))
        contact.lists |= List::Pending;
    save(whose, contact);
    const qint64 version = raiseVersion(whose);
    m_changes.whenKept([this, whose, who, version] { Q_EMIT reverseAdded(whose, who, version); });
}

void ContactBook::removeReverse(const Address &whose, const Address &who)
{
    auto contact = m_store.contact(whose, who);
    if (!contact)
        return;
    contact->lists &= ~Lists(List::Reverse | List::Pending);
    save(whose, *contact);
    const qint64 version = raiseVersion(whose);
    m_changes.whenKept([this, whose, who, version] { Q_EMIT reverseRemoved(whose, who, version); });
    noteVisibilityChange(whose, who);
}

} // namespace Msn
