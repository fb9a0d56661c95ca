#include "core/roster/addedbyothers.h"

#include "core/roster/rostereditor.h"
#include "core/roster/rostersync.h"

namespace Msn {

namespace {

/// More than a person answers in one session; who is left over is asked about in the next.
constexpr qsizetype maxAsked = 200;

bool isDecided(const Contact &contact)
{
    return contact.lists & (List::Allow | List::Block);
}

bool waitsForDecision(const Contact &contact)
{
    return (contact.lists & (List::Reverse | List::Pending)) && !isDecided(contact);
}

} // namespace

AddedByOthers::AddedByOthers(ContactList &contacts, RosterSync &sync, RosterEditor &editor, QObject *parent)
    : QObject(parent)
    , m_contacts(contacts)
    , m_editor(editor)
{
    connect(&sync, &RosterSync::addedByOther, this, &AddedByOthers::ask);
}

QList<Address> AddedByOthers::undecided() const
{
    QList<Address> waiting;
    const QList<Contact> contacts = m_contacts.contacts();
    for (const Contact &contact : contacts) {
        if (waitsForDecision(contact))
            waiting.append(contact.address);
    }
    return waiting;
}

void AddedByOthers::start()
{
    m_running = true;
    const QList<Address> waiting = undecided();
    for (const Address &address : waiting)
        ask(address);
    tidyPendingList();
}

void AddedByOthers::stop()
{
    m_running = false;
}

void AddedByOthers::ask(const Address &address)
{
    if (m_contacts.addPrompt() == AddPrompt::DoNotAsk || !m_running)
        return;
    const Contact *contact = m_contacts.find(address);
    if (!contact || !waitsForDecision(*contact) || m_asked.contains(address) || m_asked.size() >= maxAsked)
        return;
    m_asked.insert(address);
    Q_EMIT decisionWanted(address);
}

void AddedByOthers::tidyPendingList()
{
    // Decided in another session or by another client.
    const QList<Contact> contacts = m_contacts.contacts();
    for (const Contact &contact : contacts) {
        if (isDecided(contact) && contact.lists.testFlag(List::Pending))
            m_editor.forgetPending(contact.address, {});
    }
}

} // namespace Msn
