#include "core/roster/rostersync.h"

#include "core/base/logging.h"
#include "core/protocol/contactgroup.h"
#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"
#include "core/protocol/listsettings.h"
#include "core/roster/rosterchanges.h"

#include <QSet>

#include <utility>

namespace Msn {

namespace {

/// More changes than that while the list is on its way are no news but nonsense.
constexpr qsizetype maxChangesMeanwhile = 1000;

bool isChange(const Command &command)
{
    static const QSet<QByteArray> verbs{"ADD", "ADC", "REM", "REA", "ADG", "REG", "RMG"};
    return verbs.contains(command.verb);
}

} // namespace

RosterSync::RosterSync(
    NotificationConnection &connection, ContactList &contacts, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_contacts(contacts)
    , m_keeper(contacts)
    , m_replyDeadline(timing.signInReply)
{
    m_stallTimer.setSingleShot(true);
    m_stallTimer.setInterval(timing.listStall);
    connect(&m_stallTimer, &QTimer::timeout, this, [this] { finishCollecting(false); });
    connect(&m_connection, &NotificationConnection::listCommandReceived, this, &RosterSync::handleCommand);
}

void RosterSync::start()
{
    m_synchronised = false;
    m_collecting.reset();
    m_changesMeanwhile.clear();
    m_lastContact = {};
    const Dialect &dialect = m_connection.dialect();
    m_keeper.prepareFor(dialect.version);
    m_connection.request(
        [this, &dialect](
            TransactionId id) { return encodeSyncRequest(id, m_keeper.cache().version, dialect); },
        {Verb::Syn}, [this](const Reply &reply) { handleSyncReply(reply); }, m_replyDeadline);
}

void RosterSync::stop()
{
    m_stallTimer.stop();
    m_collecting.reset();
    m_keeper.stop();
    m_synchronised = false;
}

void RosterSync::handleSyncReply(const Reply &reply)
{
    if (!reply) {
        Q_EMIT failed(reply.error());
        return;
    }
    const auto sync = parseSyncReply(*reply, m_connection.dialect());
    if (!sync) {
        Q_EMIT failed(makeError(ErrorCode::UnexpectedReply));
        return;
    }
    if (!sync->announced) {
        useCachedList();
        return;
    }
    // Numbers that were cleared are not sent, only those that there are.
    m_contacts.setOwnPhones({});
    m_collecting.emplace(sync->version, *sync->announced);
    m_stallTimer.start();
    checkComplete();
}

void RosterSync::useCachedList()
{
    const ListCache &kept = m_keeper.cache();
    const FriendlyName name = kept.ownName;
    m_contacts.setDefaultPrivacy(kept.defaultPrivacy);
    m_contacts.setAddPrompt(kept.addPrompt);
    m_contacts.setOwnPhones(kept.ownPhones);
    m_contacts.replace(kept.contacts, kept.groups);
    m_synchronised = true;
    m_keeper.start(kept.version);
    if (!name.isEmpty())
        Q_EMIT ownNameReceived(name);
    Q_EMIT ready();
}

const QHash<QByteArray, RosterSync::Handler> &RosterSync::handlers()
{
    static const QHash<QByteArray, Handler> table{
        {"BLP", &RosterSync::handlePrivacySetting},
        {"GTC", &RosterSync::handleAddPrompt},
        {"PRP", &RosterSync::handleOwnProperty},
        {"LSG", &RosterSync::handleGroupEntry},
        {"LST", &RosterSync::handleContactEntry},
        {"BPR", &RosterSync::handleContactProperty},
        {"ADD", &RosterSync::handleAddition},
        {"ADC", &RosterSync::handleAddition},
        {"REM", &RosterSync::handleRemoval},
        {"REA", &RosterSync::handleRename},
        {"ADG", &RosterSync::handleGroupAddition},
        {"REG", &RosterSync::handleGroupRename},
        {"RMG", &RosterSync::handleGroupRemoval},
    };
    return table;
}

void RosterSync::handleCommand(const Command &command)
{
    // What the server changes by itself has no transaction id, or 0. A reply that nobody waits for says
    // nothing that could be trusted (wire-format.md §8 rule 6); the next SYN asks for everything.
    if (m_synchronised && command.transactionId.value_or(0) != 0) {
        qCInfo(logRoster) << "a reply that nobody waits for:" << encodeLine(command);
        distrust();
        return;
    }
    if (m_collecting && isChange(command)) { // the list will replace everything
        if (m_changesMeanwhile.size() < maxChangesMeanwhile)
            m_changesMeanwhile.append(command);
    } else if (const Handler handler = handlers().value(command.verb, nullptr)) {
        (this->*handler)(command);
    }
}

void RosterSync::handlePrivacySetting(const Command &command)
{
    noteVersion(parseReplyVersion(command, m_connection.dialect()));
    if (const auto privacy = parsePrivacySetting(command))
        m_contacts.setDefaultPrivacy(*privacy);
}

void RosterSync::handleAddPrompt(const Command &command)
{
    noteVersion(parseReplyVersion(command, m_connection.dialect()));
    if (const auto prompt = parseAddPromptSetting(command))
        m_contacts.setAddPrompt(*prompt);
}

void RosterSync::handleOwnProperty(const Command &command)
{
    const auto property = parseOwnProperty(command);
    if (!property)
        return;
    noteVersion(property->version);
    if (property->key == "MFN")
        setOwnName(FriendlyName(property->value));
    else
        applyOwnProperty(m_contacts, *property);
}

void RosterSync::handleGroupEntry(const Command &command)
{
    const auto entry = parseGroupEntry(command, m_connection.dialect());
    if (!m_collecting) { // more than were announced
        if (entry && m_synchronised && !isNoGroup(*entry) && m_contacts.groups().size() < maxGroupsKept)
            m_contacts.setGroup({entry->id, entry->name});
        return;
    }
    m_stallTimer.start();
    m_collecting->addGroup(entry ? std::optional(*entry) : std::nullopt);
    checkComplete();
}

void RosterSync::handleContactEntry(const Command &command)
{
    const auto entry = parseContactEntry(command, m_connection.dialect());
    if (entry)
        m_lastContact = entry->address;
    if (!m_collecting) { // more than were announced
        if (entry && m_synchronised && m_contacts.size() < maxContactsKept)
            m_contacts.setContact(merged(m_contacts.find(entry->address), *entry));
        return;
    }
    m_stallTimer.start();
    m_collecting->addContact(entry ? std::optional(*entry) : std::nullopt);
    checkComplete();
}

void RosterSync::handleContactProperty(const Command &command)
{
    const auto property = parseContactProperty(command);
    if (!property)
        return;
    noteVersion(property->version);
    const Address address = property->address.isEmpty() ? m_lastContact : property->address;
    if (m_collecting && m_collecting->addProperty(address, *property))
        return;
    applyContactProperty(m_contacts, address, *property);
    m_keeper.noteChange();
}

void RosterSync::handleAddition(const Command &command)
{
    const auto addition = parseContactAddition(command, m_connection.dialect());
    if (!addition)
        return;
    noteVersion(addition->version);
    if (m_contacts.size() >= maxContactsKept && !m_contacts.find(addition->address)) {
        distrust();
        return;
    }
    applyAddition(m_contacts, *addition, m_connection.dialect());
    m_keeper.noteChange();
    if (addition->list == List::Reverse || addition->list == List::Pending)
        Q_EMIT addedByOther(addition->address);
}

void RosterSync::handleRemoval(const Command &command)
{
    const auto removal = parseContactRemoval(command, m_connection.dialect());
    if (!removal)
        return;
    noteVersion(removal->version);
    applyRemoval(m_contacts, *removal, m_connection.dialect());
    m_keeper.noteChange();
}

void RosterSync::handleRename(const Command &command)
{
    const auto rename = parseRename(command);
    if (!rename)
        return;
    noteVersion(rename->version);
    if (rename->address == m_connection.address())
        setOwnName(rename->friendlyName);
    else
        applyRename(m_contacts, *rename);
}

void RosterSync::handleGroupAddition(const Command &command)
{
    const auto change = parseGroupAddReply(command, m_connection.dialect());
    if (!change || change->id.isEmpty() || m_contacts.groups().size() >= maxGroupsKept)
        return;
    noteVersion(change->version);
    m_contacts.setGroup({change->id, change->name});
}

void RosterSync::handleGroupRename(const Command &command)
{
    // The shape of this reply varies between servers, the name is not worth a guess (§7).
    noteVersion(parseReplyVersion(command, m_connection.dialect()));
    distrust();
}

void RosterSync::handleGroupRemoval(const Command &command)
{
    noteVersion(parseReplyVersion(command, m_connection.dialect()));
    if (!command.args.isEmpty()) // the id is the last token in every shape
        m_contacts.removeGroup(GroupId(command.args.constLast()));
}

void RosterSync::setOwnName(const FriendlyName &name)
{
    m_keeper.setOwnName(name);
    Q_EMIT ownNameReceived(name);
}

void RosterSync::checkComplete()
{
    if (m_collecting->isComplete())
        finishCollecting(true);
}

void RosterSync::finishCollecting(bool complete)
{
    m_stallTimer.stop();
    if (!m_collecting)
        return;
    if (!complete)
        qCInfo(logRoster) << "the contact list stopped half-way; asking for all of it next time";
    const ListCollector collected = *std::exchange(m_collecting, std::nullopt);
    m_contacts.replace(collected.contacts(), collected.groups());
    m_synchronised = true;
    m_keeper.start(complete ? collected.version() : ListVersion{});
    const QList<Command> changes = std::exchange(m_changesMeanwhile, {});
    for (const Command &change : changes)
        handleCommand(change);
    Q_EMIT ready();
}

void RosterSync::noteVersion(const std::optional<QByteArray> &version)
{
    if (version && m_connection.dialect().listVersionInReplies)
        m_keeper.noteVersion(*version);
}

} // namespace Msn
