#pragma once

#include "core/roster/contactlist.h"

#include <QObject>
#include <QSet>

namespace Msn {

class RosterEditor;
class RosterSync;

/// People who have put us on their list and wait to be allowed or blocked: asks about each once a
/// session, and takes those about whom the decision was made elsewhere off the pending list.
/// Source: contact-list.md §10.
class AddedByOthers : public QObject
{
    Q_OBJECT

public:
    AddedByOthers(ContactList &contacts, RosterSync &sync, RosterEditor &editor, QObject *parent = nullptr);

    QList<Address> undecided() const;
    /// A new session: everybody may be asked about again.
    void reset() { m_asked.clear(); }
    /// The list is there and we are signed in.
    void start();
    /// The session is over.
    void stop();

Q_SIGNALS:
    /// Not where the person does not want to be asked (GTC N): then the default privacy decides.
    void decisionWanted(const Msn::Address &address);

private:
    void ask(const Address &address);
    void tidyPendingList();

    ContactList &m_contacts;
    RosterEditor &m_editor;
    bool m_running = false;
    QSet<Address> m_asked;
};

} // namespace Msn
