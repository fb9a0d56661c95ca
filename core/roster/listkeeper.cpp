#include "core/roster/listkeeper.h"

#include "core/protocol/contactlist.h"

namespace Msn {

namespace {

/// Changes come in bursts.
constexpr std::chrono::seconds saveDelay{2};

} // namespace

ListKeeper::ListKeeper(ContactList &contacts, QObject *parent)
    : QObject(parent)
    , m_contacts(contacts)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &ListKeeper::save);
    connect(&m_contacts, &ContactList::contactAdded, this, &ListKeeper::noteChange);
    connect(&m_contacts, &ContactList::contactRemoved, this, &ListKeeper::noteChange);
    connect(&m_contacts, &ContactList::groupAdded, this, &ListKeeper::noteChange);
    connect(&m_contacts, &ContactList::groupChanged, this, &ListKeeper::noteChange);
    connect(&m_contacts, &ContactList::groupRemoved, this, &ListKeeper::noteChange);
    connect(&m_contacts, &ContactList::settingsChanged, this, &ListKeeper::noteChange);
}

void ListKeeper::setFile(const QString &fileName)
{
    m_fileName = fileName;
    if (!fileName.isEmpty())
        m_cache = loadListCache(fileName);
}

void ListKeeper::prepareFor(ProtocolVersion version)
{
    if (m_cache.protocol == version)
        return;
    m_cache = {};
    m_cache.protocol = version;
}

void ListKeeper::start(const ListVersion &version)
{
    m_cache.version = version;
    m_following = true;
    noteChange();
}

void ListKeeper::stop()
{
    // Even without a file: the next sign-in of this account asks with the version kept here, and
    // the server may answer that it is current.
    save();
    m_following = false;
}

void ListKeeper::distrust()
{
    m_cache.version = {};
    noteChange();
}

void ListKeeper::noteVersion(const QByteArray &version)
{
    const qint64 seen = version.toLongLong();
    const qint64 known = m_cache.version.list.toLongLong();
    if (seen > known + 1 && m_following)
        m_cache.version = {};
    else if (seen > known && known != 0)
        m_cache.version.list = version;
    noteChange();
}

void ListKeeper::setOwnName(const FriendlyName &name)
{
    m_cache.ownName = name;
    noteChange();
}

void ListKeeper::noteChange()
{
    if (m_following && !m_saveTimer.isActive())
        m_saveTimer.start();
}

void ListKeeper::save()
{
    m_saveTimer.stop();
    if (!m_following)
        return;
    takeSnapshot();
    if (!m_fileName.isEmpty())
        saveListCache(m_fileName, m_cache);
}

void ListKeeper::takeSnapshot()
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
