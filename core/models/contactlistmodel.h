#pragma once

#include "core/models/contactlistroles.h"
#include "core/roster/contactlist.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QPointer>

#include <memory>
#include <vector>

namespace Msn {

/// The contacts of the forward list as a tree of groups and people, in no particular order: a
/// proxy sorts and filters. Somebody in several groups has a row in each.
///
/// Follows the ContactList signal by signal; a change of status touches the rows of that person
/// and the counts of their groups, nothing else. Roles: contactlistroles.h.
class ContactListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Grouping { ByGroup, ByStatus };

    explicit ContactListModel(QObject *parent = nullptr);
    ~ContactListModel() override;

    /// Null shows nothing. The list need not outlive the model.
    void setContactList(ContactList *contacts);
    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    /// Messages from \p address that nobody has looked at yet; 0 takes the mark away.
    void setUnread(const Address &address, int count);

    /// All rows of \p address.
    QModelIndexList indexesOf(const Address &address) const;
    QModelIndex groupIndex(const GroupId &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// Index pointers of contact rows point to their node; those of group rows are null.
    struct Node
    {
        GroupKind kind = GroupKind::Server;
        GroupId id;
        QList<Address> members;
        int online = 0;
    };
    /// What the rows showed last: tells what a change changed.
    struct Shown
    {
        QList<Node *> nodes;
        bool online = false;
        QString name;
    };

    void rebuild();
    void buildNodes();
    Node *addNode(GroupKind kind, const GroupId &id = {});
    QList<Node *> nodesFor(const Contact &contact);
    Node *serverNode(const GroupId &id) const;
    Node *nodeOfKind(GroupKind kind) const;
    QModelIndex indexOf(const Node &node) const;
    int rowOf(const Node &node) const;

    void handleContactChanged(const Address &address);
    void handleContactRemoved(const Address &address);
    void handleGroupAdded(const GroupId &id);
    void handleGroupChanged(const GroupId &id);
    void handleGroupRemoved(const GroupId &id);

    void showContact(const Contact &contact);
    void updateContact(const Contact &contact, Shown &shown);
    void insertInto(Node &node, const Address &address, bool online);
    void takeFrom(Node &node, const Address &address, bool wasOnline);
    void countOnline(Node &node, int difference);
    void announceCounts(Node &node);
    void dropIfEmpty(Node &node);

    QVariant groupData(const Node &node, int role) const;
    QVariant contactData(const Node &node, const Contact &contact, int role) const;

    QPointer<ContactList> m_contacts;
    Grouping m_grouping = Grouping::ByGroup;
    std::vector<std::unique_ptr<Node>> m_nodes;
    QHash<Address, Shown> m_shown;
    QHash<Address, int> m_unread;
};

} // namespace Msn
