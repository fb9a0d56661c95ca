#include "core/account/contactpictures.h"

#include "core/base/logging.h"
#include "core/p2p/peerobjects.h"
#include "core/protocol/msnobject.h"
#include "core/protocol/servererror.h"
#include "core/roster/contactlist.h"

#include <QDir>

#include <algorithm>
#include <optional>
#include <utility>

namespace Msn {

namespace {

constexpr qsizetype mostAtOnce = 4;
/// Failures of so many pictures are remembered; more than anybody has contacts.
constexpr qsizetype mostFailures = 2'000;
constexpr std::chrono::seconds saveDelay{5};

QString inDirectory(const QString &directory, const QString &name)
{
    return directory.isEmpty() ? QString() : QDir(directory).filePath(name);
}

std::optional<MsnObject> pictureIn(const QByteArray &xml)
{
    auto object = parseMsnObject(xml);
    if (!object || object->type != MsnObject::Type::DisplayPicture)
        return std::nullopt;
    return *object;
}

} // namespace

ContactPictures::ContactPictures(ContactList &contacts, PeerObjects &objects, const QString &directory,
    const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_contacts(contacts)
    , m_objects(objects)
    , m_timing(timing)
    , m_cache(inDirectory(directory, QStringLiteral("pictures")))
    , m_known(inDirectory(directory, QStringLiteral("pictures.json")))
    , m_keeps(!directory.isEmpty())
    , m_pause(timing.pictureRequests)
{
    const QList<QByteArray> keys = m_known.keys();
    m_cache.keepOnly({keys.cbegin(), keys.cend()});
    for (QTimer *timer : {&m_next, &m_again, &m_save})
        timer->setSingleShot(true);
    m_again.setInterval(timing.pictureRetry);
    m_save.setInterval(saveDelay);
    connect(&m_next, &QTimer::timeout, this, &ContactPictures::fetchNext);
    connect(&m_again, &QTimer::timeout, this, &ContactPictures::lookAtAll);
    connect(&m_save, &QTimer::timeout, this, [this] { m_known.save(); });
    for (const auto signal : {&ContactList::contactAdded, &ContactList::contactChanged})
        connect(&contacts, signal, this, &ContactPictures::lookIfNew);
    connect(&contacts, &ContactList::reset, this, &ContactPictures::lookAtAll);
}

ContactPictures::~ContactPictures()
{
    m_known.save();
}

void ContactPictures::start()
{
    if (!m_keeps || std::exchange(m_isRunning, true))
        return;
    m_pause = m_timing.pictureRequests;
    lookAtAll();
}

void ContactPictures::stop()
{
    m_isRunning = false;
    m_seen.clear();
    m_waiting.clear();
    m_next.stop();
    m_again.stop();
    m_known.save();
}

const Contact *ContactPictures::present(const Address &address) const
{
    const Contact *contact = m_contacts.find(address);
    return contact && contact->isOnline() && contact->isOnForwardList() && !contact->isBlocked() ? contact
                                                                                                 : nullptr;
}

/// Who comes back is looked at anew, whatever they showed before.
void ContactPictures::lookIfNew(const Address &address)
{
    if (!m_isRunning)
        return;
    const Contact *contact = present(address);
    const auto seen = m_seen.constFind(address);
    if (!contact)
        m_seen.remove(address);
    else if (seen == m_seen.cend() || seen->object != contact->pictureObject)
        lookAt(address);
}

void ContactPictures::lookAtAll()
{
    if (!m_isRunning)
        return;
    const QList<Contact> contacts = m_contacts.contacts();
    for (const Contact &contact : contacts)
        lookAt(contact.address);
}

void ContactPictures::lookAt(const Address &address)
{
    const Contact *contact = present(address);
    if (!contact)
        return;
    const auto object = pictureIn(contact->pictureObject);
    const QByteArray key = object ? PictureCache::keyOf(object->sha1d) : QByteArray();
    m_seen.insert(address, {contact->pictureObject, key});
    if (key.isEmpty() || m_cache.contains(key))
        show(address, key);
    else
        want(address);
}

/// Several may have the same.
void ContactPictures::showToAll(const QByteArray &key)
{
    const QList<Address> people = m_seen.keys();
    for (const Address &address : people) {
        if (m_seen.value(address).key == key)
            show(address, key);
    }
}

void ContactPictures::show(const Address &address, const QByteArray &key)
{
    m_waiting.removeAll(address);
    if (!m_known.set(address, key))
        return;
    m_save.start();
    Q_EMIT changed(address);
}

void ContactPictures::want(const Address &address)
{
    if (!m_waiting.contains(address))
        m_waiting.append(address);
    if (!m_next.isActive())
        m_next.start(m_pause);
}

void ContactPictures::hurry(const Address &address)
{
    if (!m_waiting.removeOne(address))
        return;
    m_waiting.prepend(address);
    if (m_underWay.size() < mostAtOnce)
        fetchNext();
}

bool ContactPictures::mayBeTried(const QByteArray &key) const
{
    const auto failed = m_failed.constFind(key);
    return !m_underWay.contains(key) && (failed == m_failed.cend() || failed->hasExpired());
}

void ContactPictures::fetchNext()
{
    while (m_isRunning && !m_waiting.isEmpty() && m_underWay.size() < mostAtOnce) {
        const Contact *contact = present(m_waiting.takeFirst());
        const auto object = contact ? pictureIn(contact->pictureObject) : std::nullopt;
        if (!object)
            continue;
        const QByteArray key = PictureCache::keyOf(object->sha1d);
        if (!mayBeTried(key))
            continue;
        fetch(*contact, *object, key);
        m_next.start(m_pause);
        return;
    }
}

void ContactPictures::fetch(const Contact &contact, const MsnObject &object, const QByteArray &key)
{
    m_underWay.insert(key);
    m_objects.fetch(contact.address, object,
        {this, [this, address = contact.address, key](const Expected<QByteArray, Error> &result) {
             handleFetched(address, key, result);
         }});
}

void ContactPictures::handleFetched(
    const Address &address, const QByteArray &key, const Expected<QByteArray, Error> &result)
{
    m_underWay.remove(key);
    if (result && m_cache.write(key, *result)) {
        m_failed.remove(key);
        showToAll(key);
    } else if (!result && result.error().serverNumber == tooManyRequests) {
        slowDown(address);
    } else if (m_isRunning) { // else it was we who ended it
        qCInfo(logAccount) << "no picture of" << address.toString();
        noteFailure(key);
    }
    if (m_isRunning && !m_waiting.isEmpty() && !m_next.isActive())
        m_next.start(m_pause);
}

void ContactPictures::slowDown(const Address &address)
{
    m_pause = std::min(2 * m_pause, m_timing.pictureRequestsSlowest);
    if (m_isRunning && !m_waiting.contains(address))
        m_waiting.append(address);
}

void ContactPictures::noteFailure(const QByteArray &key)
{
    if (m_failed.size() >= mostFailures)
        m_failed.clear();
    m_failed.insert(key, QDeadlineTimer(m_timing.pictureRetry));
    if (m_isRunning && !m_again.isActive())
        m_again.start();
}

} // namespace Msn
