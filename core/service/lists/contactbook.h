#pragma once

#include "core/service/serviceoptions.h"
#include "core/service/store/accountchanges.h"
#include "core/service/store/accountstore.h"

#include <QObject>

#include <optional>

namespace Msn {

/// What a change of somebody's lists has led to.
struct ListChange
{
    qint64 version = 0; ///< of the owner's list, after the change
    ContactRecord contact; ///< after the change; its last state if it is on no list any more
};

/// A refusal: an error number (errors.md), or 0: not worth an answer, the connection is closed.
using Refusal = int;
template <typename T>
using Allowed = Expected<T, Refusal>;

/// The rules of the lists, the same for every protocol version: who may be put where, what that
/// does to the other side's lists, and the version numbers that go with it. Signals fire when the
/// change is kept.
/// Source: contact-list.md §1, §5, §6; errors.md.
class ContactBook : public QObject
{
    Q_OBJECT
public:
    ContactBook(AccountChanges &changes, const ServiceLimits &limits, QObject *parent = nullptr);

    /// What group 0 is: a group like any other (MSNP8, MSNP9: leaving the last group ends the
    /// contact), or the state of being in none (MSNP10).
    enum class GroupZero { IsAGroup, MeansNone };

    /// Puts \p address on a list, or, if it is on the forward list already, into one more group.
    /// \p group: forward list only; absent = no group of its own.
    /// Errors: 920 not without leave of the host, who sees that it was wished for; 215 there already, 219 on
    /// the opposite list, 210 full; 0 for a list that the server alone changes. Whether account and group
    /// exist is the caller's question.
    Allowed<ListChange> add(const Address &owner, List list, const Address &address, const FriendlyName &name,
        std::optional<int> group, GroupZero groupZero = GroupZero::IsAGroup);
    /// \p group: only out of this group.
    /// Errors: 216 not on the list, 225 not in the group; 0 as above.
    Allowed<ListChange> remove(const Address &owner, List list, const Address &address,
        std::optional<int> group, GroupZero groupZero);
    /// The owner's own name for somebody. Errors: 216.
    Allowed<ListChange> renameContact(const Address &owner, const Address &address, const FriendlyName &name);

    /// The owner has decided about somebody: the pending mark goes. MSNP8 and MSNP9 know no such
    /// mark and cannot remove it themselves.
    void settlePending(const Address &owner, const Address &address);

    /// Whether \p watcher may see \p owner's status and call: mayMeet(), block list, allow list, then BLP.
    bool allows(const Address &owner, const Address &watcher) const;
    /// As allows(), but only because of the setting for strangers: on neither list.
    bool refusesAsStranger(const Address &owner, const Address &watcher) const;
    /// People who have \p owner on their forward list.
    QList<Address> watchers(const Address &owner) const;
    /// Whether \p watcher has \p owner on the forward list.
    bool watches(const Address &watcher, const Address &owner) const;
    /// People on the forward list of \p owner.
    QList<Address> forwardContacts(const Address &owner) const;
    FriendlyName nameOf(const Address &address) const;
    /// What to call a contact: the owner's name for it, or its own if the owner knows none.
    FriendlyName shownName(const ContactRecord &contact) const;

    /// Raises and returns the list version of \p owner.
    qint64 raiseVersion(const Address &owner);
    /// Has visibilityChanged() sent.
    void noteVisibilityChange(const Address &owner, const Address &watcher);

Q_SIGNALS:
    /// \p owner may not have somebody without leave, and the wish is kept.
    void personWished(const Msn::Address &owner);
    /// \p who has put \p whose on the forward list.
    void reverseAdded(const Msn::Address &whose, const Msn::Address &who, qint64 version);
    void reverseRemoved(const Msn::Address &whose, const Msn::Address &who, qint64 version);
    /// \p watcher may see \p owner now, or no longer, or has stopped watching.
    void visibilityChanged(const Msn::Address &owner, const Msn::Address &watcher);

private:
    Allowed<ListChange> addForward(const Address &owner, const Address &address, const FriendlyName &name,
        std::optional<int> group, GroupZero groupZero);
    Allowed<ListChange> addGate(
        const Address &owner, List list, const Address &address, const FriendlyName &name);
    Allowed<ListChange> removeForward(
        const Address &owner, ContactRecord contact, std::optional<int> group, GroupZero groupZero);
    ContactRecord contactOrNew(const Address &owner, const Address &address) const;
    void save(const Address &owner, const ContactRecord &contact);
    void addReverse(const Address &whose, const Address &who);
    void removeReverse(const Address &whose, const Address &who);

    AccountChanges &m_changes;
    AccountStore &m_store;
    int m_maxForward;
};

} // namespace Msn
