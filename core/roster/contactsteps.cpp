#include "core/roster/contactsteps.h"

#include "core/protocol/listchange.h"
#include "core/roster/rosterchanges.h"
#include "core/roster/rostersync.h"

namespace Msn {

ContactSteps::ContactSteps(NotificationConnection &connection, ContactList &contacts, RosterSync &sync)
    : m_connection(connection)
    , m_contacts(contacts)
    , m_sync(sync)
{
}

bool ContactSteps::isOn(const Address &address, List list) const
{
    const Contact *contact = m_contacts.find(address);
    return contact && contact->lists.testFlag(list);
}

bool ContactSteps::wouldVanishWithout(const Address &address, const GroupId &group) const
{
    const Contact *contact = m_contacts.find(address);
    const bool hasAnother = contact && contact->groups.size() > (contact->groups.contains(group) ? 1 : 0);
    return contact && !dialect().prefixedContacts && !hasAnother;
}

ContactAddition ContactSteps::additionFor(List list, const Address &address, const GroupId &group) const
{
    const Contact *contact = m_contacts.find(address);
    ContactAddition addition;
    addition.list = list;
    addition.group = group;
    const bool intoGroup = dialect().prefixedContacts && list == List::Forward && !group.isEmpty();
    if (intoGroup) {
        // By id alone, which for an account that is not migrated is the address (§6).
        addition.id = contact && !contact->id.isEmpty() ? contact->id : ContactId(address.toUtf8());
        return addition;
    }
    addition.address = address;
    const bool wantsName = !dialect().prefixedContacts || list == List::Forward;
    if (wantsName) // the address where the name is not known
        addition.friendlyName = contact && !contact->friendlyName.isEmpty()
            ? contact->friendlyName
            : FriendlyName(address.toString());
    return addition;
}

ContactRemoval ContactSteps::removalFor(List list, const Address &address, const GroupId &group) const
{
    const Contact *contact = m_contacts.find(address);
    ContactRemoval removal;
    removal.list = list;
    removal.address = address;
    removal.group = group;
    if (contact)
        removal.id = contact->id;
    return removal;
}

RosterStep ContactSteps::add(List list, const Address &address, const GroupId &group) const
{
    RosterStep step;
    step.subject = address.toString();
    step.make = [self = *this, list, address, group](TransactionId id) {
        return encodeContactAddition(id, self.additionFor(list, address, group), self.dialect());
    };
    step.replies = {Verb::Add, Verb::Adc};
    step.apply = [self = *this, list, address, group](
                     const Command &reply) { self.applyReply(reply, list, address, group); };
    step.harmless = {215};
    if (list == List::Allow || list == List::Block)
        step.detour = [self = *this, list, address] { return self.detourAround(list, address); };
    return step;
}

void ContactSteps::applyReply(
    const Command &reply, List list, const Address &address, const GroupId &group) const
{
    const auto addition = parseContactAddition(reply, dialect());
    if (addition)
        m_sync.noteVersion(addition->version);
    // What we asked for counts; the reply adds the id and the name.
    ContactAddition applied = additionFor(list, address, group);
    applied.address = address;
    if (addition && !addition->id.isEmpty())
        applied.id = addition->id;
    if (addition && !addition->friendlyName.isEmpty())
        applied.friendlyName = addition->friendlyName;
    applyAddition(m_contacts, applied, dialect());
}

QList<RosterStep> ContactSteps::detourAround(List list, const Address &address) const
{
    RosterStep leave = remove(list == List::Allow ? List::Block : List::Allow, address);
    leave.isNeedless = nullptr; // our list says no, the server says yes
    RosterStep again = add(list, address);
    again.detour = nullptr;
    return {leave, again};
}

RosterStep ContactSteps::remove(List list, const Address &address, const GroupId &group) const
{
    RosterStep step;
    step.subject = address.toString();
    step.make = [self = *this, list, address, group](TransactionId id) {
        return encodeContactRemoval(id, self.removalFor(list, address, group), self.dialect());
    };
    step.replies = {Verb::Rem};
    step.apply = [self = *this, list, address, group](const Command &reply) {
        if (const auto removal = parseContactRemoval(reply, self.dialect()))
            self.m_sync.noteVersion(removal->version);
        const bool notInGroup = reply.verb.isEmpty() && !group.isEmpty();
        if (notInGroup) // that says nothing about the forward list
            leaveGroup(self.m_contacts, address, group);
        else
            applyRemoval(self.m_contacts, self.removalFor(list, address, group), self.dialect());
    };
    // 205 and 208: servers of the Escargot kind say "no such account" of somebody who is not on the
    // list (versions.md §5).
    step.harmless = {205, 208, 216, 225};
    step.isNeedless = [self = *this, list, address] { return !self.isOn(address, list); };
    return step;
}

RosterStep ContactSteps::removePending(const Address &address) const
{
    RosterStep step = remove(List::Pending, address);
    // Below MSNP10 there is no such list, and REM PL ends the connection.
    step.isNeedless = [self = *this, address] {
        return !self.dialect().pendingList || !self.isOn(address, List::Pending);
    };
    return step;
}

RosterStep ContactSteps::allowUnlessDecided(const Address &address) const
{
    RosterStep step = add(List::Allow, address);
    step.isNeedless = [self = *this, address] {
        return self.isOn(address, List::Allow) || self.isOn(address, List::Block);
    };
    // On the block list, though ours does not say so: adding somebody is no reason to unblock them.
    step.detour = [self = *this, address] {
        self.applyReply({}, List::Block, address, {});
        return QList<RosterStep>();
    };
    return step;
}

QList<RosterStep> ContactSteps::enterGroup(const Address &address, const GroupId &group) const
{
    if (group.isEmpty())
        return {};
    RosterStep step = add(List::Forward, address, group);
    step.isNeedless = [self = *this, address, group] {
        const Contact *contact = self.m_contacts.find(address);
        return contact && contact->isOnForwardList() && contact->groups.contains(group);
    };
    return {step};
}

} // namespace Msn
