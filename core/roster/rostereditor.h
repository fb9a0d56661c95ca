#pragma once

#include "core/base/completion.h"
#include "core/net/notificationconnection.h"
#include "core/protocol/contactlist.h"
#include "core/roster/contactlist.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Msn {

class RosterSync;

/// Changes the lists on the server: the recipes of contact-list.md §9, each step sent after the
/// reply to the one before. The local list follows the replies, never the wish.
///
/// Every request ends in exactly one call of its completion: success, the server's refusal, a
/// deadline or the loss of the connection. Requests made while signed out end at once with
/// ErrorCode::NotSignedIn. Refusals that only say "it is so already" (215, 216, 218, 225) count as
/// success; one that says "on the opposite list" (219) is repaired once.
class RosterEditor : public QObject
{
    Q_OBJECT

public:
    using Done = Completion<std::monostate>;
    using GroupDone = Completion<GroupId>;

    RosterEditor(NotificationConnection &connection, ContactList &contacts, RosterSync &sync,
        QObject *parent = nullptr);

    /// Puts \p address on the forward list, into \p group if given, and on the allow list unless
    /// it is on the allow or block list already.
    /// Refusals: 201/208/205 no such account, 210 list full, 224 no such group.
    void addContact(const Address &address, const GroupId &group, Done done);
    /// Takes \p address off the forward list and out of all groups; allow and block list stay.
    void removeContact(const Address &address, Done done);
    void block(const Address &address, Done done);
    void unblock(const Address &address, Done done);
    /// Takes somebody off the allow and the block list: the default privacy decides again.
    void forgetPrivacy(const Address &address, Done done);
    void copyToGroup(const Address &address, const GroupId &group, Done done);
    void moveToGroup(const Address &address, const GroupId &from, const GroupId &to, Done done);
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
    /// Takes people out of the group first, so that no server can drop them with it.
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
    /// One request of a recipe. `make` runs when its turn comes, so that it sees what the steps
    /// before it have changed.
    struct Step
    {
        std::function<Command(TransactionId)> make;
        QList<Verb> replies;
        /// Called with an empty command if the server says that it is so already.
        std::function<void(const Command &)> apply;
        /// Server errors that mean "it is so already".
        QList<int> harmless;
        /// Skipped if this says so when its turn comes.
        std::function<bool()> isNeedless;
        /// What to do instead when the person is on the opposite list (219).
        std::function<QList<Step>()> detour;
    };
    struct Recipe
    {
        QList<Step> steps;
        qsizetype next = 0;
        Done done;
    };

    void run(QList<Step> steps, Done done);
    void runNext(const std::shared_ptr<Recipe> &recipe);
    void handleStepReply(const std::shared_ptr<Recipe> &recipe, const Step &step, const Reply &reply);

    Step addStep(List list, const Address &address, const GroupId &group = {});
    Step removeStep(List list, const Address &address, const GroupId &group = {});
    Step removePendingStep(const Address &address);
    QList<Step> detourAround(List list, const Address &address);
    QList<Step> groupMembershipSteps(const Address &address, const GroupId &group);
    ContactAddition additionFor(List list, const Address &address, const GroupId &group) const;
    ContactRemoval removalFor(List list, const Address &address, const GroupId &group) const;
    bool isOn(const Address &address, List list) const;
    const Dialect &dialect() const { return m_connection.dialect(); }

    NotificationConnection &m_connection;
    ContactList &m_contacts;
    RosterSync &m_sync;
};

} // namespace Msn
