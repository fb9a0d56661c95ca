#pragma once

#include "core/base/completion.h"
#include "core/protocol/lists.h"
#include "core/roster/contactsteps.h"
#include "core/roster/rosterrecipe.h"
#include "core/roster/settingsteps.h"

#include <QObject>

namespace Msn {

/// Changes the lists on the server: the recipes of contact-list.md §9, each step sent after the
/// reply to the one before. The local list follows the replies, never the wish.
///
/// Every request ends in exactly one call of its completion: success, the server's refusal, a
/// deadline or the loss of the connection. Requests made while signed out end at once with
/// ErrorCode::NotSignedIn. Refusals that only say "it is so already" (215, 216, 218, 225) count as
/// success; one that says "on the opposite list" (219) is repaired once. After "too fast" (800) the
/// last wish for a name or a number is sent once more; one that it has overtaken ends with Cancelled.
/// Error::subject names whom or what it is about.
class RosterEditor : public QObject
{
    Q_OBJECT

public:
    using Done = Completion<std::monostate>;
    using GroupDone = Completion<GroupId>;

    RosterEditor(NotificationConnection &connection, ContactList &contacts, RosterSync &sync,
        const Timing &timing = {}, QObject *parent = nullptr);

    /// Puts \p address on the forward list, into \p group if given, and on the allow list unless
    /// it is on the allow or block list already.
    /// Refusals: 201/208/205 no such account, 210 list full, 224 no such group.
    void addContact(const Address &address, const GroupId &group, Done done);
    /// Takes \p address off the forward list and out of all groups; allow and block list stay.
    void removeContact(const Address &address, Done done);
    void block(const Address &address, Done done);
    void unblock(const Address &address, Done done);
    /// Ends a Contact::hasPrivacyConflict(): takes somebody off the block list if \p keep is
    /// List::Allow, off the allow list otherwise.
    void repairPrivacy(const Address &address, List keep, Done done);
    /// Takes somebody off the allow and the block list: the default privacy decides again.
    void forgetPrivacy(const Address &address, Done done);
    void copyToGroup(const Address &address, const GroupId &group, Done done);
    /// An empty \p to: only out of \p from.
    void moveToGroup(const Address &address, const GroupId &from, const GroupId &to, Done done);
    /// Never takes somebody off the forward list: in MSNP8 and MSNP9 whoever leaves the last group
    /// goes to group 0.
    void removeFromGroup(const Address &address, const GroupId &group, Done done);
    /// Writes the name under which the server keeps a contact. Local nicknames are not this.
    void renameContact(const Address &address, const FriendlyName &name, Done done);
    /// The own name. Fails with 209 (refused) or InvalidArgument (empty, or more than 387 bytes
    /// encoded).
    void renameSelf(const FriendlyName &name, Done done);

    /// Fails with InvalidArgument if the name is empty or too long for the wire (60 bytes
    /// encoded); with 223 if there are 30 groups already.
    void addGroup(const FriendlyName &name, GroupDone done);
    void renameGroup(const GroupId &group, const FriendlyName &name, Done done);
    /// Takes people out of the group first, so that no server can drop them with it. Group 0 fails
    /// with 230.
    void removeGroup(const GroupId &group, Done done);

    void setDefaultPrivacy(DefaultPrivacy privacy, Done done);
    void setAddPrompt(AddPrompt prompt, Done done);
    /// Keys PHH PHW PHM MOB MBE; an empty value clears. Fails with InvalidArgument above 95 bytes.
    void setOwnProperty(const QByteArray &key, const QString &value, Done done);

    /// Answers to "X has added you": AL or BL, and off the pending list where there is one.
    void acceptAddedMe(const Address &address, Done done);
    void refuseAddedMe(const Address &address, Done done);
    /// Off the pending list, for somebody about whom the decision was made elsewhere (MSNP10).
    void forgetPending(const Address &address, Done done);

private:
    /// Out of \p group without leaving the forward list.
    QList<RosterStep> stepsOutOfGroup(const Address &address, const GroupId &group) const;
    const Dialect &dialect() const { return m_connection.dialect(); }

    NotificationConnection &m_connection;
    ContactList &m_contacts;
    const ContactSteps m_people;
    const SettingSteps m_settings;
    RecipeRunner m_recipes;
};

} // namespace Msn
