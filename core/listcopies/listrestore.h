#pragma once

#include "core/base/completion.h"
#include "core/base/identifiers.h"
#include "core/listcopies/listdifference.h"

#include <QObject>
#include <QSet>

namespace Msn {

class RosterEditor;

/// What became of a restoration.
struct RestoreReport
{
    /// Who has everything now that was asked for.
    int people = 0;
    int groups = 0;
    /// What the server refused, each about one person or group, see Error::subject.
    QList<Error> refusals;
    /// Why it stopped before the end: the connection, or a server that takes no more for now. What is
    /// there by then stays, and starting again does the rest.
    Error stoppedBy;
    bool wasCancelled = false;
};

/// Puts onto the server's list what a copy has more, one change after the other.
class ListRestore : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the restoration.
    ListRestore(const ContactList &contacts, RosterEditor &editor, ContactAnnotations &annotations,
        QObject *parent = nullptr);

    /// Nothing while one is running.
    void start(const ListDifference &wanted);
    /// After the change that is under way.
    void cancel();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(int done, int total);
    /// Once for each start, never from within it.
    void finished(const Msn::RestoreReport &report);

private:
    enum class Action { AddGroup, AddContact, EnterGroup, Block, Annotate };
    struct Step
    {
        Action action;
        ListedPerson person;
        QString group;
    };
    /// What follows the steps of somebody who was refused is left out.
    void plan(const ListDifference &wanted);
    void next();
    void perform(const Step &step);
    void enterGroup(const Step &step, Completion<std::monostate> done);
    void annotate(const ListedPerson &person);
    void handleDone(const Step &step, const Expected<std::monostate, Error> &result);
    void handleRefusal(const Step &step, const Error &error);
    void finish();
    GroupId groupNamed(const QString &name) const;

    const ContactList &m_contacts;
    RosterEditor &m_editor;
    ContactAnnotations &m_annotations;
    QList<Step> m_steps;
    qsizetype m_next = 0;
    QSet<Address> m_refused;
    QSet<Address> m_people;
    RestoreReport m_report;
    bool m_isRunning = false;
};

} // namespace Msn

Q_DECLARE_METATYPE(Msn::RestoreReport)
