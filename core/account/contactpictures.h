#pragma once

#include "core/account/knownpictures.h"
#include "core/account/picturecache.h"
#include "core/base/error.h"
#include "core/base/expected.h"
#include "core/net/timing.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Msn {

class ContactList;
class PeerObjects;
struct Contact;
struct MsnObject;

/// The display pictures of the people on the forward list: fetched from whoever is online and shows a new
/// one, one after the other so that the server is not pressed, and kept for the time they are away.
/// Nobody who is blocked is asked for anything.
/// Source: p2p display-pictures-and-emoticons.md; msnobject.md, "Cache"; security.md 16, 23.
class ContactPictures : public QObject
{
    Q_OBJECT

public:
    /// \p directory: for the pictures and who had which; empty: nothing is fetched. \p contacts and
    /// \p objects must outlive it.
    ContactPictures(ContactList &contacts, PeerObjects &objects, const QString &directory,
        const Timing &timing, QObject *parent = nullptr);
    ~ContactPictures() override;

    /// From now on pictures are fetched. Only where presence has them, and not while hidden: no
    /// switchboard is granted then.
    void start();
    void stop();

    /// Of the picture of \p address in cache(); empty if none is known or it has not come yet.
    QByteArray keyOf(const Address &address) const { return m_known.keyOf(address); }
    /// Where the picture with that key lies; may be asked on any thread.
    const PictureCache &cache() const { return m_cache; }
    /// Somebody looks at \p address: their picture comes before those of others.
    void hurry(const Address &address);

Q_SIGNALS:
    /// keyOf() has another value.
    void changed(const Msn::Address &address);

private:
    struct Seen
    {
        QByteArray object; ///< as it came
        QByteArray key; ///< of the picture it names; empty: none
    };

    void lookIfNew(const Address &address);
    void lookAt(const Address &address);
    void lookAtAll();
    void showToAll(const QByteArray &key);
    void show(const Address &address, const QByteArray &key);
    void want(const Address &address);
    void fetchNext();
    void fetch(const Contact &contact, const MsnObject &object, const QByteArray &key);
    void handleFetched(
        const Address &address, const QByteArray &key, const Expected<QByteArray, Error> &result);
    /// The server is pressed: slower from now on, and \p address once more.
    void slowDown(const Address &address);
    void noteFailure(const QByteArray &key);
    bool mayBeTried(const QByteArray &key) const;
    /// Whose picture can be fetched now; null for nobody.
    const Contact *present(const Address &address) const;

    ContactList &m_contacts;
    PeerObjects &m_objects;
    const Timing m_timing;
    const PictureCache m_cache;
    KnownPictures m_known;
    const bool m_keeps;
    bool m_isRunning = false;
    /// What each of those who are present shows, so that the same is not parsed at every change of status.
    QHash<Address, Seen> m_seen;
    QList<Address> m_waiting;
    QSet<QByteArray> m_underWay; ///< keys
    QHash<QByteArray, QDeadlineTimer> m_failed; ///< by key: when it may be tried again
    std::chrono::milliseconds m_pause;
    QTimer m_next;
    QTimer m_again;
    QTimer m_save;
};

} // namespace Msn
