#include "core/roster/settingsteps.h"

#include "core/protocol/contactgroup.h"
#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"
#include "core/protocol/listsettings.h"
#include "core/roster/rosterchanges.h"
#include "core/roster/rostersync.h"

namespace Msn {

SettingSteps::SettingSteps(NotificationConnection &connection, ContactList &contacts, RosterSync &sync)
    : m_connection(connection)
    , m_contacts(contacts)
    , m_sync(sync)
{
}

void SettingSteps::noteVersion(const Command &reply) const
{
    m_sync.noteVersion(parseReplyVersion(reply, dialect()));
}

RosterStep SettingSteps::renameContact(const Contact &contact, const FriendlyName &name) const
{
    const Address address = contact.address;
    const ContactId id = contact.id.isEmpty() ? ContactId(address.toUtf8()) : contact.id;
    RosterStep step;
    step.subject = name.singleLine();
    step.wish = "name of " + address.key().toUtf8();
    step.make = [self = *this, address, name, id](TransactionId transaction) {
        return self.dialect().prefixedContacts
            ? encodeContactPropertyChange(transaction, {id, "MFN", name.text()})
            : encodeRename(transaction, {address, name, {}});
    };
    step.replies = {Verb::Rea, Verb::Sbp};
    step.apply = [self = *this, address, name](const Command &reply) {
        self.noteVersion(reply);
        applyRename(self.m_contacts, {address, name, {}});
    };
    return step;
}

RosterStep SettingSteps::renameSelf(const FriendlyName &name) const
{
    RosterStep step;
    step.subject = name.singleLine();
    step.wish = "own name";
    step.make = [self = *this, name](TransactionId id) {
        if (self.dialect().prefixedContacts)
            return encodeOwnProperty(id, {"MFN", name.text(), {}, {}});
        return encodeRename(id, {self.m_connection.address(), name, {}});
    };
    step.replies = {Verb::Rea, Verb::Prp};
    step.apply = [self = *this, name](const Command &reply) {
        self.noteVersion(reply);
        self.m_sync.setOwnName(name);
    };
    return step;
}

RosterStep SettingSteps::addGroup(const FriendlyName &name, const std::shared_ptr<GroupId> &id) const
{
    RosterStep step;
    step.subject = name.singleLine();
    step.make = [self = *this, name](TransactionId transaction) {
        return encodeGroupAddRequest(transaction, name, self.dialect());
    };
    step.replies = {Verb::Adg};
    step.apply = [self = *this, name, id](const Command &reply) {
        const auto change = parseGroupAddReply(reply, self.dialect());
        if (!change || change->id.isEmpty())
            return;
        self.m_sync.noteVersion(change->version);
        self.m_contacts.setGroup({change->id, name});
        *id = change->id;
    };
    return step;
}

RosterStep SettingSteps::renameGroup(const GroupId &group, const FriendlyName &name) const
{
    RosterStep step;
    step.subject = name.singleLine();
    step.make = [self = *this, group, name](TransactionId id) {
        return encodeGroupRenameRequest(id, {group, name, {}}, self.dialect());
    };
    step.replies = {Verb::Reg};
    step.apply = [self = *this, group, name](const Command &reply) {
        self.noteVersion(reply);
        self.m_contacts.setGroup({group, name});
    };
    return step;
}

RosterStep SettingSteps::removeGroup(const GroupId &group) const
{
    const Group *known = m_contacts.findGroup(group);
    RosterStep step;
    step.subject = known ? known->name.singleLine() : QString();
    step.make = [group](TransactionId id) { return encodeGroupRemoveRequest(id, group); };
    step.replies = {Verb::Rmg};
    step.apply = [self = *this, group](const Command &reply) {
        self.noteVersion(reply);
        self.m_contacts.removeGroup(group);
    };
    return step;
}

RosterStep SettingSteps::setDefaultPrivacy(DefaultPrivacy privacy) const
{
    RosterStep step;
    step.make = [privacy](TransactionId id) { return encodePrivacySetting(id, privacy); };
    step.replies = {Verb::Blp};
    step.apply = [self = *this, privacy](const Command &reply) {
        self.noteVersion(reply);
        self.m_contacts.setDefaultPrivacy(privacy);
    };
    step.harmless = {218};
    return step;
}

RosterStep SettingSteps::setAddPrompt(AddPrompt prompt) const
{
    RosterStep step;
    step.make = [prompt](TransactionId id) { return encodeAddPromptSetting(id, prompt); };
    step.replies = {Verb::Gtc};
    step.apply = [self = *this, prompt](const Command &reply) {
        self.noteVersion(reply);
        self.m_contacts.setAddPrompt(prompt);
    };
    step.harmless = {218};
    return step;
}

RosterStep SettingSteps::setOwnProperty(const QByteArray &key, const QString &value) const
{
    const Property property{key, value, {}, {}};
    RosterStep step;
    step.subject = value;
    step.wish = "own " + key;
    step.make = [property](TransactionId id) { return encodeOwnProperty(id, property); };
    step.replies = {Verb::Prp};
    step.apply = [self = *this, property](const Command &reply) {
        self.noteVersion(reply);
        applyOwnProperty(self.m_contacts, property);
    };
    return step;
}

} // namespace Msn
