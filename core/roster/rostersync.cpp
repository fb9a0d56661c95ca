#include "core/roster/rostersync.h"

#include "core/base/logging.h"
#include "core/roster/rosterchanges.h"

namespace Msn {

namespace {

/// Far above every real limit (wire-format.md §4); a hostile server must not fill our memory.
constexpr qsizetype maxContacts = 10'000;
constexpr qsizetype maxGroupsKept = 1'000;

/// What an LST line makes of what we had: the same person may come twice, the bits add up.
Contact merged(const Contact *known, const ContactEntry &entry)
{
    Contact contact = known ? *known : Contact{};
    contact.address = entry.address;
    contact.lists |= entry.lists;
    if (!entry.friendlyName.isEmpty())
        contact.friendlyName = entry.friendlyName;
    if (!entry.id.isEmpty())
        contact.id = entry.id;
    for (const GroupId &group : entry.groups) {
        if (!contact.groups.contains(group))
            contact.groups.append(group);
    }
    return contact;
}

} // namespace

RosterSync::RosterSync(
    NotificationConnection &connection, ContactList &contacts, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_contacts(contacts)
    , m_replyDeadline(timing.signInReply)
{
    m_stallTimer.setSingleShot(true);
    m_stallTimer.setInterval(timing.listStall);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(std::chrono::seconds(2));
    connect(&m_stallTimer, &QTimer::timeout, this, [this] { finishCollecting(false); });
    connect(&m_saveTimer, &QTimer::timeout, this, &RosterSync::save);
    connect(&m_connection, &NotificationConnection::listCommandReceived, this, &RosterSync::handleCommand);
    const auto noteChange = [this] { scheduleSave(); };
    connect(&m_contacts, &ContactList::contactAdded, this, noteChange);
    connect(&m_contacts, &ContactList::contactRemoved, this, noteChange);
    connect(&m_contacts, &ContactList::groupAdded, this, noteChange);
    connect(&m_contacts, &ContactList::groupChanged, this, noteChange);
    connect(&m_contacts, &ContactList::groupRemoved, this, noteChange);
    connect(&m_contacts, &ContactList::settingsChanged, this, noteChange);
}

void RosterSync::setCacheFile(const QString &fileName)
{
    m_cacheFile = fileName;
    if (!fileName.isEmpty())
        m_cache = loadListCache(fileName);
}

void RosterSync::start()
{
    m_synchronised = false;
    m_collecting.reset();
    m_lastContact = {};
    const Dialect &dialect = m_connection.dialect();
    if (m_cache.protocol != dialect.version) {
        m_cache = {};
        m_cache.protocol = dialect.version;
    }
    m_connection.request(
        [this, &dialect](TransactionId id) { return encodeSyncRequest(id, m_cache.version, dialect); },
        {Verb::Syn}, [this](const Reply &reply) { handleSyncReply(reply); }, m_replyDeadline);
}

void RosterSync::stop()
{
    m_stallTimer.stop();
    m_collecting.reset();
    // Even without a file: the next sign-in of this account asks with the version kept here, and
    // the server may answer that it is current.
    save();
    m_synchronised = false;
}

void RosterSync::distrust()
{
    m_cache.version = {};
    scheduleSave();
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
    m_collecting = Collecting{sync->version, *sync->announced, 0, 0, {}, {}, {}};
    m_stallTimer.start();
    checkComplete();
}

void RosterSync::useCachedList()
{
    m_contacts.setDefaultPrivacy(m_cache.defaultPrivacy);
    m_contacts.setAddPrompt(m_cache.addPrompt);
    m_contacts.setOwnPhones(m_cache.ownPhones);
    m_contacts.replace(m_cache.contacts, m_cache.groups);
    if (!m_cache.ownName.isEmpty())
        Q_EMIT ownNameReceived(m_cache.ownName);
    m_synchronised = true;
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
    if (const Handler handler = handlers().value(command.verb, nullptr))
        (this->*handler)(command);
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
        if (entry && m_synchronised && m_contacts.groups().size() < maxGroupsKept)
            m_contacts.setGroup({entry->id, entry->name});
        return;
    }
    m_stallTimer.start();
    ++m_collecting->groupLines;
    if (entry && m_collecting->groups.size() < maxGroupsKept)
        m_collecting->groups.append({entry->id, entry->name});
    checkComplete();
}

void RosterSync::handleContactEntry(const Command &command)
{
    const auto entry = parseContactEntry(command, m_connection.dialect());
    if (entry)
        m_lastContact = entry->address;
    if (!m_collecting) { // more than were announced
        if (entry && m_synchronised && m_contacts.size() < maxContacts)
            m_contacts.setContact(merged(m_contacts.find(entry->address), *entry));
        return;
    }
    m_stallTimer.start();
    ++m_collecting->contactLines;
    if (entry)
        mergeContact(*entry);
    checkComplete();
}

void RosterSync::mergeContact(const ContactEntry &entry)
{
    QList<Contact> &contacts = m_collecting->contacts;
    const auto known = m_collecting->positions.constFind(entry.address);
    if (known != m_collecting->positions.constEnd()) {
        contacts[*known] = merged(&contacts.at(*known), entry);
    } else if (contacts.size() < maxContacts) {
        m_collecting->positions.insert(entry.address, contacts.size());
        contacts.append(merged(nullptr, entry));
    }
}

void RosterSync::handleContactProperty(const Command &command)
{
    const auto property = parseContactProperty(command);
    if (!property)
        return;
    noteVersion(property->version);
    const Address address = property->address.isEmpty() ? m_lastContact : property->address;
    const qsizetype position = m_collecting ? m_collecting->positions.value(address, -1) : -1;
    if (position >= 0) {
        Contact &contact = m_collecting->contacts[position];
        contact.phones = withProperty(contact.phones, *property);
    } else {
        applyContactProperty(m_contacts, address, *property);
        scheduleSave();
    }
}

void RosterSync::handleAddition(const Command &command)
{
    const auto addition = parseContactAddition(command, m_connection.dialect());
    if (!addition)
        return;
    noteVersion(addition->version);
    applyAddition(m_contacts, *addition, m_connection.dialect());
    scheduleSave();
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
    scheduleSave();
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
    m_cache.ownName = name;
    scheduleSave();
    Q_EMIT ownNameReceived(name);
}

void RosterSync::checkComplete()
{
    const bool complete = m_collecting->contactLines >= m_collecting->announced.contacts
        && m_collecting->groupLines >= m_collecting->announced.groups;
    if (complete)
        finishCollecting(true);
}

void RosterSync::finishCollecting(bool complete)
{
    m_stallTimer.stop();
    if (!m_collecting)
        return;
    if (!complete)
        qCInfo(logRoster) << "the contact list stopped half-way; asking for all of it next time";
    const Collecting collected = *std::move(m_collecting);
    m_collecting.reset();
    m_cache.version = complete ? collected.version : ListVersion{};
    m_contacts.replace(collected.contacts, collected.groups);
    m_synchronised = true;
    scheduleSave();
    Q_EMIT ready();
}

void RosterSync::noteVersion(const std::optional<QByteArray> &version)
{
    if (!version || !m_connection.dialect().listVersionInReplies)
        return;
    const qint64 seen = version->toLongLong();
    const qint64 known = m_cache.version.list.toLongLong();
    // A gap means that a change has passed us by: everything anew next time (contact-list.md §11).
    if (seen > known + 1 && m_synchronised)
        m_cache.version = {};
    else if (seen > known && known != 0)
        m_cache.version.list = *version;
    scheduleSave();
}

void RosterSync::scheduleSave()
{
    if (m_synchronised && !m_saveTimer.isActive())
        m_saveTimer.start();
}

void RosterSync::save()
{
    m_saveTimer.stop();
    if (!m_synchronised)
        return;
    takeSnapshot();
    if (!m_cacheFile.isEmpty())
        saveListCache(m_cacheFile, m_cache);
}

void RosterSync::takeSnapshot()
{
    m_cache.contacts = m_contacts.contacts();
    for (Contact &contact : m_cache.contacts) {
        contact.status = Status::Offline;
        contact.pictureObject.clear();
    }
    m_cache.groups = m_contacts.groups();
    m_cache.defaultPrivacy = m_contacts.defaultPrivacy();
    m_cache.addPrompt = m_contacts.addPrompt();
    m_cache.ownPhones = m_contacts.ownPhones();
}

} // namespace Msn
