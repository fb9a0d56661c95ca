#include "core/roster/rostereditor.h"

#include "core/protocol/contactgroup.h"
#include "core/protocol/contactproperty.h"
#include "core/wire/percentencoding.h"

namespace Msn {

namespace {

/// The servers' "Other Contacts": it cannot be removed (230), and in MSNP8 and MSNP9 it is where
/// people are who are in no other group.
const GroupId baseGroup("0");

Unexpected<Error> invalidArgument(const QString &subject)
{
    return Unexpected(makeError(ErrorCode::InvalidArgument, subject));
}

bool fits(const QString &text, qsizetype maxBytes)
{
    // Non-ASCII may go raw where the escaped form is too long, so that is the form to measure.
    return percentDecode(percentEncodeWithin(text, maxBytes)) == text;
}

bool isGroupName(const FriendlyName &name)
{
    return !name.singleLine().isEmpty() && fits(name.text(), maxGroupNameBytes);
}

} // namespace

RosterEditor::RosterEditor(NotificationConnection &connection, ContactList &contacts, RosterSync &sync,
    const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_contacts(contacts)
    , m_people(connection, contacts, sync)
    , m_settings(connection, contacts, sync)
    , m_recipes(connection, sync, timing)
{
}

void RosterEditor::addContact(const Address &address, const GroupId &group, Done done)
{
    if (!address.isValid()) {
        done(invalidArgument(address.toString()));
        return;
    }
    QList<RosterStep> steps;
    if (dialect().prefixedContacts) {
        RosterStep forward = m_people.add(List::Forward, address);
        forward.isNeedless = [this, address] { return m_people.isOn(address, List::Forward); };
        steps.append(forward);
        steps.append(m_people.enterGroup(address, group));
    } else {
        RosterStep forward = m_people.add(List::Forward, address, group.isEmpty() ? baseGroup : group);
        forward.isNeedless
            = [this, address, group] { return group.isEmpty() && m_people.isOn(address, List::Forward); };
        steps.append(forward);
    }
    steps.append(m_people.allowUnlessDecided(address));
    steps.append(m_people.removePending(address));
    m_recipes.run(steps, std::move(done));
}

void RosterEditor::removeContact(const Address &address, Done done)
{
    m_recipes.run({m_people.remove(List::Forward, address)}, std::move(done));
}

void RosterEditor::block(const Address &address, Done done)
{
    m_recipes.run({m_people.remove(List::Allow, address), m_people.add(List::Block, address),
                      m_people.removePending(address)},
        std::move(done));
}

void RosterEditor::unblock(const Address &address, Done done)
{
    m_recipes.run({m_people.remove(List::Block, address), m_people.add(List::Allow, address),
                      m_people.removePending(address)},
        std::move(done));
}

void RosterEditor::repairPrivacy(const Address &address, List keep, Done done)
{
    m_recipes.run(
        {m_people.remove(keep == List::Allow ? List::Block : List::Allow, address)}, std::move(done));
}

void RosterEditor::forgetPrivacy(const Address &address, Done done)
{
    m_recipes.run(
        {m_people.remove(List::Allow, address), m_people.remove(List::Block, address)}, std::move(done));
}

void RosterEditor::copyToGroup(const Address &address, const GroupId &group, Done done)
{
    m_recipes.run(m_people.enterGroup(address, group), std::move(done));
}

void RosterEditor::moveToGroup(const Address &address, const GroupId &from, const GroupId &to, Done done)
{
    if (to.isEmpty()) {
        removeFromGroup(address, from, std::move(done));
        return;
    }
    // In this order: leaving the last group first would remove the contact in MSNP8 and MSNP9.
    QList<RosterStep> steps = m_people.enterGroup(address, to);
    if (!from.isEmpty() && from != to)
        steps.append(m_people.remove(List::Forward, address, from));
    m_recipes.run(steps, std::move(done));
}

void RosterEditor::removeFromGroup(const Address &address, const GroupId &group, Done done)
{
    m_recipes.run(stepsOutOfGroup(address, group), std::move(done));
}

QList<RosterStep> RosterEditor::stepsOutOfGroup(const Address &address, const GroupId &group) const
{
    QList<RosterStep> steps;
    if (group.isEmpty())
        return steps;
    const bool wouldVanish = m_people.wouldVanishWithout(address, group);
    if (wouldVanish && group == baseGroup)
        return steps; // out of no group there is no way that keeps the contact
    if (wouldVanish)
        steps = m_people.enterGroup(address, baseGroup);
    steps.append(m_people.remove(List::Forward, address, group));
    return steps;
}

void RosterEditor::renameContact(const Address &address, const FriendlyName &name, Done done)
{
    const Contact *contact = m_contacts.find(address);
    if (!contact || name.singleLine().isEmpty() || !fits(name.text(), maxFriendlyNameBytes))
        done(invalidArgument(name.text()));
    else
        m_recipes.run({m_settings.renameContact(*contact, name)}, std::move(done));
}

void RosterEditor::renameSelf(const FriendlyName &name, Done done)
{
    if (name.singleLine().isEmpty() || !fits(name.text(), maxFriendlyNameBytes))
        done(invalidArgument(name.text()));
    else
        m_recipes.run({m_settings.renameSelf(name)}, std::move(done));
}

void RosterEditor::addGroup(const FriendlyName &name, GroupDone done)
{
    if (!isGroupName(name)) {
        done(invalidArgument(name.text()));
        return;
    }
    const auto id = std::make_shared<GroupId>();
    const auto reported = std::make_shared<GroupDone>(std::move(done));
    m_recipes.run({m_settings.addGroup(name, id)},
        {this, [id, reported](const Expected<std::monostate, Error> &result) {
             if (!result)
                 (*reported)(Unexpected(result.error()));
             else if (id->isEmpty())
                 (*reported)(Unexpected(makeError(ErrorCode::UnexpectedReply)));
             else
                 (*reported)(*id);
         }});
}

void RosterEditor::renameGroup(const GroupId &group, const FriendlyName &name, Done done)
{
    if (isGroupName(name))
        m_recipes.run({m_settings.renameGroup(group, name)}, std::move(done));
    else
        done(invalidArgument(name.text()));
}

void RosterEditor::removeGroup(const GroupId &group, Done done)
{
    if (group == baseGroup) {
        // The server would refuse it too, but only after everybody has been taken out of it.
        Error error = makeError(ErrorCode::ServerRefused);
        error.serverNumber = 230;
        done(Unexpected(error));
        return;
    }
    QList<RosterStep> steps;
    const QList<Address> members = m_contacts.membersOf(group);
    for (const Address &address : members)
        steps.append(stepsOutOfGroup(address, group));
    steps.append(m_settings.removeGroup(group));
    m_recipes.run(steps, std::move(done));
}

void RosterEditor::setDefaultPrivacy(DefaultPrivacy privacy, Done done)
{
    m_recipes.run({m_settings.setDefaultPrivacy(privacy)}, std::move(done));
}

void RosterEditor::setAddPrompt(AddPrompt prompt, Done done)
{
    m_recipes.run({m_settings.setAddPrompt(prompt)}, std::move(done));
}

void RosterEditor::setOwnProperty(const QByteArray &key, const QString &value, Done done)
{
    if (fits(value, maxPhoneNumberBytes))
        m_recipes.run({m_settings.setOwnProperty(key, value)}, std::move(done));
    else
        done(invalidArgument(value));
}

void RosterEditor::acceptAddedMe(const Address &address, Done done)
{
    unblock(address, std::move(done));
}

void RosterEditor::refuseAddedMe(const Address &address, Done done)
{
    block(address, std::move(done));
}

void RosterEditor::forgetPending(const Address &address, Done done)
{
    m_recipes.run({m_people.removePending(address)}, std::move(done));
}

} // namespace Msn
