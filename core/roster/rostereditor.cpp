#include "core/roster/rostereditor.h"

#include "core/protocol/servererror.h"
#include "core/roster/rosterchanges.h"
#include "core/roster/rostersync.h"
#include "core/wire/percentencoding.h"

namespace Msn {

namespace {

constexpr int onOppositeList = 219;

Unexpected<Error> invalidArgument(const QString &subject)
{
    return Unexpected(makeError(ErrorCode::InvalidArgument, subject));
}

bool fits(const QString &text, qsizetype maxBytes)
{
    // Non-ASCII may go raw where the escaped form is too long, so that is the form to measure.
    return percentDecode(percentEncodeWithin(text, maxBytes)) == text;
}

} // namespace

RosterEditor::RosterEditor(
    NotificationConnection &connection, ContactList &contacts, RosterSync &sync, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_contacts(contacts)
    , m_sync(sync)
{
}

void RosterEditor::run(QList<Step> steps, Done done)
{
    const auto recipe = std::make_shared<Recipe>(Recipe{std::move(steps), 0, std::move(done)});
    runNext(recipe);
}

void RosterEditor::runNext(const std::shared_ptr<Recipe> &recipe)
{
    while (recipe->next < recipe->steps.size()) {
        const Step step = recipe->steps[recipe->next++];
        if (step.isNeedless && step.isNeedless())
            continue;
        m_connection.request(
            step.make, step.replies, [this, recipe, step, self = QPointer(this)](const Reply &reply) {
                if (self)
                    handleStepReply(recipe, step, reply);
            });
        return;
    }
    recipe->done(std::monostate());
}

void RosterEditor::handleStepReply(
    const std::shared_ptr<Recipe> &recipe, const Step &step, const Reply &reply)
{
    const int number = reply ? 0 : reply.error().serverNumber;
    if (number != 0 && errorAction(number) == ErrorAction::Repair)
        m_sync.distrust(); // our list and the server's differ
    if (number == onOppositeList && step.detour) {
        const QList<Step> detour = step.detour();
        for (qsizetype i = 0; i < detour.size(); ++i)
            recipe->steps.insert(recipe->next + i, detour[i]);
        runNext(recipe);
        return;
    }
    if (!reply && !step.harmless.contains(number)) {
        recipe->done(Unexpected(reply.error()));
        return;
    }
    step.apply(reply ? *reply : Command{});
    runNext(recipe);
}

bool RosterEditor::isOn(const Address &address, List list) const
{
    const Contact *contact = m_contacts.find(address);
    return contact && contact->lists.testFlag(list);
}

ContactAddition RosterEditor::additionFor(List list, const Address &address, const GroupId &group) const
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

ContactRemoval RosterEditor::removalFor(List list, const Address &address, const GroupId &group) const
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

RosterEditor::Step RosterEditor::addStep(List list, const Address &address, const GroupId &group)
{
    Step step;
    step.make = [this, list, address, group](TransactionId id) {
        return encodeContactAddition(id, additionFor(list, address, group), dialect());
    };
    step.replies = {Verb::Add, Verb::Adc};
    step.apply = [this, list, address, group](const Command &reply) {
        auto addition = parseContactAddition(reply, dialect());
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
    };
    step.harmless = {215};
    if (list == List::Allow || list == List::Block)
        step.detour = [this, list, address] { return detourAround(list, address); };
    return step;
}

QList<RosterEditor::Step> RosterEditor::detourAround(List list, const Address &address)
{
    Step remove = removeStep(list == List::Allow ? List::Block : List::Allow, address);
    remove.isNeedless = nullptr; // our list says no, the server says yes
    Step again = addStep(list, address);
    again.detour = nullptr;
    return {remove, again};
}

RosterEditor::Step RosterEditor::removeStep(List list, const Address &address, const GroupId &group)
{
    Step step;
    step.make = [this, list, address, group](TransactionId id) {
        return encodeContactRemoval(id, removalFor(list, address, group), dialect());
    };
    step.replies = {Verb::Rem};
    step.apply = [this, list, address, group](const Command &reply) {
        if (const auto removal = parseContactRemoval(reply, dialect()))
            m_sync.noteVersion(removal->version);
        const bool notInGroup = reply.verb.isEmpty() && !group.isEmpty();
        if (notInGroup) // that says nothing about the forward list
            leaveGroup(m_contacts, address, group);
        else
            applyRemoval(m_contacts, removalFor(list, address, group), dialect());
    };
    step.harmless = {216, 225};
    step.isNeedless = [this, list, address] { return !isOn(address, list); };
    return step;
}

RosterEditor::Step RosterEditor::removePendingStep(const Address &address)
{
    Step step = removeStep(List::Pending, address);
    // Below MSNP10 there is no such list, and REM PL ends the connection.
    step.isNeedless
        = [this, address] { return !dialect().prefixedContacts || !isOn(address, List::Pending); };
    return step;
}

QList<RosterEditor::Step> RosterEditor::groupMembershipSteps(const Address &address, const GroupId &group)
{
    if (group.isEmpty())
        return {};
    Step step = addStep(List::Forward, address, group);
    step.isNeedless = [this, address, group] {
        const Contact *contact = m_contacts.find(address);
        return contact && contact->isOnForwardList() && contact->groups.contains(group);
    };
    return {step};
}

void RosterEditor::addContact(const Address &address, const GroupId &group, Done done)
{
    if (!address.isValid()) {
        done(invalidArgument(address.toString()));
        return;
    }
    QList<Step> steps;
    if (dialect().prefixedContacts) {
        Step forward = addStep(List::Forward, address);
        forward.isNeedless = [this, address] { return isOn(address, List::Forward); };
        steps.append(forward);
        steps.append(groupMembershipSteps(address, group));
    } else {
        Step forward = addStep(List::Forward, address, group.isEmpty() ? GroupId("0") : group);
        forward.isNeedless
            = [this, address, group] { return group.isEmpty() && isOn(address, List::Forward); };
        steps.append(forward);
    }
    Step allow = addStep(List::Allow, address);
    allow.isNeedless = [this, address] { return isOn(address, List::Allow) || isOn(address, List::Block); };
    steps.append(allow);
    steps.append(removePendingStep(address));
    run(steps, std::move(done));
}

void RosterEditor::removeContact(const Address &address, Done done)
{
    run({removeStep(List::Forward, address)}, std::move(done));
}

void RosterEditor::block(const Address &address, Done done)
{
    run({removeStep(List::Allow, address), addStep(List::Block, address), removePendingStep(address)},
        std::move(done));
}

void RosterEditor::unblock(const Address &address, Done done)
{
    run({removeStep(List::Block, address), addStep(List::Allow, address), removePendingStep(address)},
        std::move(done));
}

void RosterEditor::forgetPrivacy(const Address &address, Done done)
{
    run({removeStep(List::Allow, address), removeStep(List::Block, address)}, std::move(done));
}

void RosterEditor::copyToGroup(const Address &address, const GroupId &group, Done done)
{
    run(groupMembershipSteps(address, group), std::move(done));
}

void RosterEditor::moveToGroup(const Address &address, const GroupId &from, const GroupId &to, Done done)
{
    // In this order: leaving the last group first would remove the contact in MSNP8 and MSNP9.
    QList<Step> steps = groupMembershipSteps(address, to);
    if (!from.isEmpty() && from != to)
        steps.append(removeStep(List::Forward, address, from));
    run(steps, std::move(done));
}

void RosterEditor::removeFromGroup(const Address &address, const GroupId &group, Done done)
{
    const Contact *contact = m_contacts.find(address);
    QList<Step> steps;
    const bool wouldVanish
        = contact && !dialect().prefixedContacts && contact->groups.size() <= 1 && group != GroupId("0");
    if (wouldVanish)
        steps = groupMembershipSteps(address, GroupId("0"));
    steps.append(removeStep(List::Forward, address, group));
    run(steps, std::move(done));
}

void RosterEditor::renameContact(const Address &address, const FriendlyName &name, Done done)
{
    const Contact *contact = m_contacts.find(address);
    if (!contact || name.isEmpty() || !fits(name.text(), maxFriendlyNameBytes)) {
        done(invalidArgument(name.text()));
        return;
    }
    const ContactId id = contact->id.isEmpty() ? ContactId(address.toUtf8()) : contact->id;
    Step step;
    step.make = [this, address, name, id](TransactionId transaction) {
        return dialect().prefixedContacts ? encodeContactPropertyChange(transaction, {id, "MFN", name.text()})
                                          : encodeRename(transaction, {address, name, {}});
    };
    step.replies = {Verb::Rea, Verb::Sbp};
    step.apply = [this, address, name](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        if (const Contact *known = m_contacts.find(address)) {
            Contact renamed = *known;
            renamed.friendlyName = name;
            m_contacts.setContact(renamed);
        }
    };
    run({step}, std::move(done));
}

void RosterEditor::renameSelf(const FriendlyName &name, Done done)
{
    if (name.singleLine().isEmpty() || !fits(name.text(), maxFriendlyNameBytes)) {
        done(invalidArgument(name.text()));
        return;
    }
    Step step;
    step.make = [this, name](TransactionId id) {
        if (dialect().prefixedContacts)
            return encodeOwnProperty(id, {"MFN", name.text(), {}, {}});
        return encodeRename(id, {m_connection.address(), name, {}});
    };
    step.replies = {Verb::Rea, Verb::Prp};
    step.apply = [this, name](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        m_sync.setOwnName(name);
    };
    run({step}, std::move(done));
}

void RosterEditor::addGroup(const FriendlyName &name, GroupDone done)
{
    if (name.singleLine().isEmpty() || !fits(name.text(), maxGroupNameBytes)) {
        done(invalidArgument(name.text()));
        return;
    }
    const auto reported = std::make_shared<GroupDone>(std::move(done));
    m_connection.request(
        [this, name](TransactionId id) { return encodeGroupAddRequest(id, name, dialect()); }, {Verb::Adg},
        [this, name, reported, self = QPointer(this)](const Reply &reply) {
            if (!self)
                return;
            if (!reply) {
                (*reported)(Unexpected(reply.error()));
                return;
            }
            const auto change = parseGroupAddReply(*reply, dialect());
            if (!change || change->id.isEmpty()) {
                (*reported)(Unexpected(makeError(ErrorCode::UnexpectedReply)));
                return;
            }
            m_sync.noteVersion(change->version);
            m_contacts.setGroup({change->id, name});
            (*reported)(change->id);
        });
}

void RosterEditor::renameGroup(const GroupId &group, const FriendlyName &name, Done done)
{
    if (name.singleLine().isEmpty() || !fits(name.text(), maxGroupNameBytes)) {
        done(invalidArgument(name.text()));
        return;
    }
    Step step;
    step.make = [this, group, name](TransactionId id) {
        return encodeGroupRenameRequest(id, {group, name, {}}, dialect());
    };
    step.replies = {Verb::Reg};
    step.apply = [this, group, name](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        m_contacts.setGroup({group, name});
    };
    run({step}, std::move(done));
}

void RosterEditor::removeGroup(const GroupId &group, Done done)
{
    QList<Step> steps;
    const QList<Address> members = m_contacts.membersOf(group);
    for (const Address &address : members) {
        const Contact *contact = m_contacts.find(address);
        const bool wouldVanish = !dialect().prefixedContacts && contact->groups.size() <= 1;
        if (wouldVanish)
            steps.append(groupMembershipSteps(address, GroupId("0")));
        steps.append(removeStep(List::Forward, address, group));
    }
    Step step;
    step.make = [group](TransactionId id) { return encodeGroupRemoveRequest(id, group); };
    step.replies = {Verb::Rmg};
    step.apply = [this, group](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        m_contacts.removeGroup(group);
    };
    steps.append(step);
    run(steps, std::move(done));
}

void RosterEditor::setDefaultPrivacy(DefaultPrivacy privacy, Done done)
{
    Step step;
    step.make = [privacy](TransactionId id) { return encodePrivacySetting(id, privacy); };
    step.replies = {Verb::Blp};
    step.apply = [this, privacy](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        m_contacts.setDefaultPrivacy(privacy);
    };
    step.harmless = {218};
    run({step}, std::move(done));
}

void RosterEditor::setAddPrompt(AddPrompt prompt, Done done)
{
    Step step;
    step.make = [prompt](TransactionId id) { return encodeAddPromptSetting(id, prompt); };
    step.replies = {Verb::Gtc};
    step.apply = [this, prompt](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        m_contacts.setAddPrompt(prompt);
    };
    step.harmless = {218};
    run({step}, std::move(done));
}

void RosterEditor::setOwnProperty(const QByteArray &key, const QString &value, Done done)
{
    if (!fits(value, maxPhoneNumberBytes)) {
        done(invalidArgument(value));
        return;
    }
    const Property property{key, value, {}, {}};
    Step step;
    step.make = [property](TransactionId id) { return encodeOwnProperty(id, property); };
    step.replies = {Verb::Prp};
    step.apply = [this, property](const Command &reply) {
        m_sync.noteVersion(parseReplyVersion(reply, dialect()));
        applyOwnProperty(m_contacts, property);
    };
    run({step}, std::move(done));
}

void RosterEditor::acceptAddedMe(const Address &address, Done done)
{
    unblock(address, std::move(done));
}

void RosterEditor::forgetPending(const Address &address, Done done)
{
    run({removePendingStep(address)}, std::move(done));
}

void RosterEditor::refuseAddedMe(const Address &address, Done done)
{
    block(address, std::move(done));
}

} // namespace Msn
