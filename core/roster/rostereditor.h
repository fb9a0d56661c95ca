#pragma once

#include "core/base/completion.h"
#include "core/roster/contactlist.h"

#include <QObject>
#include <QQueue>

#include <functional>
#include <memory>

namespace Msn {

class NotificationConnection;

/// Changes the lists on the server: the recipes of contact-list.md §9, each step sent after the
/// reply to the one before. The local list follows the replies, never the wish.
///
/// Every request ends in exactly one call of its completion: success, the server's refusal, a
/// deadline or the loss of the connection. Requests made while signed out end at once with
/// ErrorCode::NotSignedIn.
class RosterEditor : public QObject
{
    Q_OBJECT

public:
    using Done = Completion<std::monostate>;
    using GroupDone = Completion<GroupId>;

    RosterEditor(NotificationConnection &connection, ContactList &contacts, QObject *parent = nullptr);

    /// Puts \p address on the forward list, into \p group if given, and on the allow list unless
    /// it is on the allow or block list already.
    /// Refusals: 201/208/205 no such account, 210 list full, 224 no such group.
    void addContact(const Address &address, const GroupId &group, Done done);
    /// Takes \p address off the forward list and out of all groups; allow and block list stay.
    void removeContact(const Address &address, Done done);
    void block(const Address &address, Done done);
    void unblock(const Address &address, Done done);
    /// Takes a contact off the allow and the block list: the default privacy decides again.
    void forgetPrivacy(const Address &address, Done done);
    void copyToGroup(const Address &address, const GroupId &group, Done done);
    void moveToGroup(const Address &address, const GroupId &from, const GroupId &to, Done done);
    void removeFromGroup(const Address &address, const GroupId &group, Done done);
    /// Writes the name under which the server keeps a contact. Local nicknames are not this.
    void renameContact(const Address &address, const FriendlyName &name, Done done);

    /// Fails with ErrorCode::InvalidArgument if the name is too long for the wire (60 bytes
    /// encoded) and with 223 if there are 30 groups already.
    void addGroup(const FriendlyName &name, GroupDone done);
    void renameGroup(const GroupId &group, const FriendlyName &name, Done done);
    /// Moves people who are in no other group out of it first, so that no server can drop them.
    void removeGroup(const GroupId &group, Done done);

    void setDefaultPrivacy(DefaultPrivacy privacy, Done done);
    void setAddPrompt(AddPrompt prompt, Done done);
    /// Keys PHH PHW PHM MOB MBE; an empty value clears.
    void setOwnProperty(const QByteArray &key, const QString &value, Done done);

    /// Answers to "X has added you": AL or BL, and REM PL where there is a pending list.
    void acceptAddedMe(const Address &address, Done done);
    void refuseAddedMe(const Address &address, Done done);

private:
    using Step = std::function<void(Done next)>;

    void runSteps(QList<Step> steps, Done done);
    Step addToList(const Address &address, List list, const GroupId &group = {});
    Step removeFromList(const Address &address, List list, const GroupId &group = {});
    Step command(std::function<Command(TransactionId)> make, std::function<void(const Command &)> apply);
    bool refuseIfSignedOut(Done &done) const;

    NotificationConnection &m_connection;
    ContactList &m_contacts;
};

} // namespace Msn
