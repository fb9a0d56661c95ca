#pragma once

#include "core/models/contacttree.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QPointer>

namespace Msn {

/// The contacts of the forward list as a tree of headings and people, in no particular order: a
/// proxy sorts and filters. Somebody in several groups has a row in each. Which headings there are
/// and who stands below which is ContactGrouping's to say, what a row holds contactrowdata.h's.
///
/// Follows the ContactList signal by signal; a change of status touches the rows of that person
/// and the counts of their groups, nothing else. Roles: contactlistroles.h.
class ContactListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit ContactListModel(QObject *parent = nullptr);
    ~ContactListModel() override;

    /// Null shows nothing, and without annotations everybody has their own name. Neither need
    /// outlive the model.
    void setContactList(ContactList *contacts, ContactAnnotations *annotations = nullptr);
    const ContactGrouping &grouping() const { return m_grouping; }
    void setGrouping(const ContactGrouping &grouping);
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
    using Node = ContactTree::Node;
    using Shown = ContactTree::Shown;

    void rebuild();
    /// Makes a row for it if there is none.
    Node *nodeFor(const ContactGroupKey &key);
    QList<Node *> nodesFor(const Contact &contact);
    ContactAnnotation annotationOf(const Address &address) const;
    Shown shownOf(const Contact &contact, const QList<Node *> &nodes) const;
    QModelIndex indexOf(const Node &node) const;

    void handleContactChanged(const Address &address);
    void handleContactRemoved(const Address &address);
    void handleGroupAdded(const GroupId &id);
    void handleGroupChanged(const GroupId &id);
    void handleGroupRemoved(const GroupId &id);

    void showContact(const Contact &contact);
    void updateContact(const Contact &contact, Shown &shown);
    void announceContact(Node &node, const Address &address, bool moves);
    void insertInto(Node &node, const Address &address, bool online);
    void takeFrom(Node &node, const Address &address, bool wasOnline);
    void countOnline(Node &node, int difference);
    void announceCounts(Node &node);
    void dropIfEmpty(Node &node);

    int unreadIn(const Node &node) const;
    QVariant groupData(const Node &node, int role) const;
    QVariant contactData(const Node &node, const Contact &contact, int role) const;

    QPointer<ContactList> m_contacts;
    QPointer<ContactAnnotations> m_annotations;
    ContactGrouping m_grouping;
    ContactTree m_tree;
    QHash<Address, int> m_unread;
};

} // namespace Msn
