#include "core/listcopies/listrestore.h"

#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "core/storage/contactannotations.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

/// errors.md: the list is full, and changes that come too fast. Neither gets better with the next person.
constexpr std::array serverHasEnough{210, 800};

/// True if the other steps would fail in the same way.
bool isForAll(const Error &error)
{
    if (error.code != ErrorCode::ServerRefused)
        return error.code != ErrorCode::InvalidArgument;
    return std::find(serverHasEnough.begin(), serverHasEnough.end(), error.serverNumber)
        != serverHasEnough.end();
}

} // namespace

ListRestore::ListRestore(
    const ContactList &contacts, RosterEditor &editor, ContactAnnotations &annotations, QObject *parent)
    : QObject(parent)
    , m_contacts(contacts)
    , m_editor(editor)
    , m_annotations(annotations)
{
}

void ListRestore::start(const ListDifference &wanted)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_report = {};
    m_refused.clear();
    m_people.clear();
    m_next = 0;
    plan(wanted);
    QMetaObject::invokeMethod(this, &ListRestore::next, Qt::QueuedConnection);
}

void ListRestore::cancel()
{
    m_report.wasCancelled = m_isRunning;
}

void ListRestore::plan(const ListDifference &wanted)
{
    m_steps.clear();
    for (const QString &group : wanted.missingGroups)
        m_steps.append({Action::AddGroup, {}, group});
    for (const MissingPerson &missing : wanted.people) {
        m_people.insert(missing.person.address);
        QStringList groups = missing.missingGroups;
        // Blocked first: nobody is let in for the moment in between.
        if (missing.isBlockMissing)
            m_steps.append({Action::Block, missing.person, {}});
        if (missing.isContactMissing)
            m_steps.append(
                {Action::AddContact, missing.person, groups.isEmpty() ? QString() : groups.takeFirst()});
        for (const QString &group : std::as_const(groups))
            m_steps.append({Action::EnterGroup, missing.person, group});
        if (missing.isAnnotationMissing)
            m_steps.append({Action::Annotate, missing.person, {}});
    }
}

void ListRestore::next()
{
    while (m_next < m_steps.size() && m_refused.contains(m_steps.at(m_next).person.address))
        ++m_next;
    if (m_next >= m_steps.size() || m_report.wasCancelled || m_report.stoppedBy.code != ErrorCode::None)
        return finish();
    Q_EMIT progressed(static_cast<int>(m_next), static_cast<int>(m_steps.size()));
    perform(m_steps.at(m_next++));
}

void ListRestore::perform(const Step &step)
{
    RosterEditor::Done done(
        this, [this, step](const Expected<std::monostate, Error> &result) { handleDone(step, result); });
    switch (step.action) {
    case Action::AddGroup:
        m_editor.addGroup(FriendlyName(step.group),
            {this, [done](const Expected<GroupId, Error> &result) mutable {
                 done(
                     result ? Expected<std::monostate, Error>(std::monostate()) : Unexpected(result.error()));
             }});
        break;
    case Action::AddContact:
        m_editor.addContact(step.person.address, groupNamed(step.group), done);
        break;
    case Action::EnterGroup:
        enterGroup(step, done);
        break;
    case Action::Block:
        m_editor.block(step.person.address, done);
        break;
    case Action::Annotate:
        annotate(step.person);
        handleDone(step, std::monostate());
        break;
    }
}

/// A group that was refused is reported once, not for each who should be in it.
void ListRestore::enterGroup(const Step &step, Completion<std::monostate> done)
{
    const GroupId group = groupNamed(step.group);
    if (group.isEmpty())
        done(std::monostate());
    else
        m_editor.copyToGroup(step.person.address, group, done);
}

/// What the person has written since wins.
void ListRestore::annotate(const ListedPerson &person)
{
    ContactAnnotation annotation = m_annotations.of(person.address);
    if (annotation.nickname.isEmpty())
        annotation.nickname = person.nickname;
    if (annotation.note.isEmpty())
        annotation.note = person.note;
    annotation.isFavourite = annotation.isFavourite || person.isFavourite;
    m_annotations.set(person.address, annotation);
}

void ListRestore::handleDone(const Step &step, const Expected<std::monostate, Error> &result)
{
    if (!result)
        handleRefusal(step, result.error());
    else if (step.action == Action::AddGroup)
        ++m_report.groups;
    // Not from here: a completion may come at once, and there are thousands of steps.
    QMetaObject::invokeMethod(this, &ListRestore::next, Qt::QueuedConnection);
}

void ListRestore::handleRefusal(const Step &step, const Error &error)
{
    if (isForAll(error)) {
        m_report.stoppedBy = error;
        --m_next;
        return;
    }
    Error refusal = error;
    refusal.subject = step.action == Action::AddGroup ? step.group : step.person.address.toString();
    m_report.refusals.append(refusal);
    if (step.action != Action::AddGroup)
        m_refused.insert(step.person.address);
}

void ListRestore::finish()
{
    QSet<Address> unfinished = m_refused;
    for (const Step &step : m_steps.mid(m_next))
        unfinished.insert(step.person.address);
    m_report.people = static_cast<int>((m_people - unfinished).size());
    m_isRunning = false;
    Q_EMIT finished(m_report);
}

/// Empty if there is none, as after a refusal: the contact is added all the same.
GroupId ListRestore::groupNamed(const QString &name) const
{
    const QList<Group> groups = m_contacts.groups();
    const auto found = std::find_if(
        groups.begin(), groups.end(), [&name](const Group &group) { return group.name.text() == name; });
    return found == groups.end() ? GroupId() : found->id;
}

} // namespace Msn
