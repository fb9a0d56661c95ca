#pragma once

#include "core/protocol/contactlist.h"
#include "core/roster/contactlist.h"
#include "core/roster/listcache.h"

#include <QObject>
#include <QTimer>

namespace Msn {

/// Keeps the contact list with its version over the end of the session and of the program, so that the
/// next SYN may be answered with one line. Source: contact-list.md §2, §11.
class ListKeeper : public QObject
{
    Q_OBJECT

public:
    explicit ListKeeper(ContactList &contacts, QObject *parent = nullptr);

    /// Where the list is kept; empty: nowhere but here. Read at once.
    void setFile(const QString &fileName);

    const ListCache &cache() const { return m_cache; }
    /// What was kept for another protocol version is of no use.
    void prepareFor(ProtocolVersion version);
    /// The list in memory is the one on the server, in \p version; follow its changes from now on.
    void start(const ListVersion &version);
    /// Saves what changed; what comes now is not kept.
    void stop();
    /// What we have does not agree with the server: the next SYN asks for everything.
    void distrust();
    /// MSNP8/9: a change carries the next list version. A gap means that one has passed us by.
    void noteVersion(const QByteArray &version);
    void setOwnName(const FriendlyName &name);
    /// Something changed that ContactList does not tell of.
    void noteChange();

private:
    void save();
    void takeSnapshot();

    ContactList &m_contacts;
    QString m_fileName;
    ListCache m_cache;
    bool m_following = false;
    QTimer m_saveTimer;
};

} // namespace Msn
