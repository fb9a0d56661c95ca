#include "core/models/contactlistmodel.h"

#include "core/models/contactrowdata.h"

namespace Msn {

ContactListModel::ContactListModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

ContactListModel::~ContactListModel() = default;

void ContactListModel::setContactList(ContactList *contacts, ContactAnnotations *annotations)
{
    if (m_contacts)
        disconnect(m_contacts, nullptr, this, nullptr);
    if (m_annotations)
        disconnect(m_annotations, nullptr, this, nullptr);
    m_contacts = contacts;
    m_annotations = annotations;
    m_unread.clear();
    rebuild();
    if (annotations)
        connect(annotations, &ContactAnnotations::changed, this, &ContactListModel::handleContactChanged);
    if (!contacts)
        return;
    connect(contacts, &ContactList::reset, this, &ContactListModel::rebuild);
    connect(contacts, &ContactList::contactAdded, this, &ContactListModel::handleContactChanged);
    connect(contacts, &ContactList::contactChanged, this, &ContactListModel::handleContactChanged);
    connect(contacts, &ContactList::contactRemoved, this, &ContactListModel::handleContactRemoved);
    connect(contacts, &ContactList::groupAdded, this, &ContactListModel::handleGroupAdded);
    connect(contacts, &ContactList::groupChanged, this, &ContactListModel::handleGroupChanged);
    connect(contacts, &ContactList::groupRemoved, this, &ContactListModel::handleGroupRemoved);
    connect(contacts, &QObject::destroyed, this, [this] { setContactList(nullptr); });
}

void ContactListModel::setGrouping(const ContactGrouping &grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    rebuild();
}

void ContactListModel::setUnread(const Address &address, int count)
{
    if (m_unread.value(address) == count)
        return;
    if (count > 0)
        m_unread.insert(address, count);
    else
        m_unread.remove(address);
    const QModelIndexList rows = indexesOf(address);
    for (const QModelIndex &row : rows) {
        Q_EMIT dataChanged(row, row, {UnreadCountRole});
        const QModelIndex group = row.parent();
        Q_EMIT dataChanged(group, group, {UnreadCountRole});
    }
}

QModelIndexList ContactListModel::indexesOf(const Address &address) const
{
    QModelIndexList rows;
    const QList<Node *> nodes = m_tree.shown().value(address).nodes;
    for (Node *node : nodes)
        rows.append(createIndex(static_cast<int>(node->members.indexOf(address)), 0, node));
    return rows;
}

QModelIndex ContactListModel::groupIndex(const GroupId &id) const
{
    const Node *node = m_tree.find({GroupKind::Server, id});
    return node ? indexOf(*node) : QModelIndex();
}

QModelIndex ContactListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, nullptr);
    return createIndex(row, column, m_tree.at(parent.row()));
}

QModelIndex ContactListModel::parent(const QModelIndex &child) const
{
    const auto *node = static_cast<const Node *>(child.internalPointer());
    return node ? indexOf(*node) : QModelIndex();
}

int ContactListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_tree.size();
    if (parent.internalPointer() || parent.column() > 0)
        return 0;
    return static_cast<int>(m_tree.at(parent.row())->members.size());
}

int ContactListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ContactListModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant ContactListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_contacts)
        return {};
    const auto *node = static_cast<const Node *>(index.internalPointer());
    if (!node)
        return groupData(*m_tree.at(index.row()), role);
    // The list lets go of a person before the rows are gone.
    const Contact *contact = m_contacts->find(node->members.at(index.row()));
    return contact ? contactData(*node, *contact, role) : QVariant();
}

Qt::ItemFlags ContactListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.internalPointer() ? common | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
                                   : common | Qt::ItemIsDropEnabled;
}

void ContactListModel::rebuild()
{
    beginResetModel();
    if (m_contacts)
        m_tree.build(*m_contacts, m_annotations, m_grouping);
    else
        m_tree.clear();
    endResetModel();
}

ContactListModel::Node *ContactListModel::nodeFor(const ContactGroupKey &key)
{
    if (Node *node = m_tree.find(key))
        return node;
    beginInsertRows({}, m_tree.size(), m_tree.size());
    Node *node = m_tree.append(key);
    endInsertRows();
    return node;
}

QList<ContactListModel::Node *> ContactListModel::nodesFor(const Contact &contact)
{
    QList<Node *> nodes;
    const bool favourite = annotationOf(contact.address).isFavourite;
    const QList<ContactGroupKey> places = m_grouping.placesOf(contact, favourite, *m_contacts);
    for (const ContactGroupKey &key : places)
        nodes.append(nodeFor(key));
    return nodes;
}

ContactAnnotation ContactListModel::annotationOf(const Address &address) const
{
    return m_annotations ? m_annotations->of(address) : ContactAnnotation();
}

ContactListModel::Shown ContactListModel::shownOf(const Contact &contact, const QList<Node *> &nodes) const
{
    return {nodes, contact.isOnline(), nameFor(contact, annotationOf(contact.address))};
}

QModelIndex ContactListModel::indexOf(const Node &node) const
{
    return createIndex(m_tree.rowOf(node), 0, nullptr);
}

void ContactListModel::handleContactChanged(const Address &address)
{
    const Contact *contact = m_contacts ? m_contacts->find(address) : nullptr;
    if (!contact || !contact->isOnForwardList()) {
        handleContactRemoved(address);
        return;
    }
    const auto shown = m_tree.shown().find(address);
    if (shown == m_tree.shown().end())
        showContact(*contact);
    else
        updateContact(*contact, *shown);
}

void ContactListModel::handleContactRemoved(const Address &address)
{
    const Shown shown = m_tree.shown().take(address);
    for (Node *node : shown.nodes)
        takeFrom(*node, address, shown.online);
    for (Node *node : shown.nodes)
        dropIfEmpty(*node);
}

void ContactListModel::handleGroupAdded(const GroupId &id)
{
    if (m_grouping.by != ContactGrouping::By::Group || m_tree.find({GroupKind::Server, id}))
        return;
    nodeFor({GroupKind::Server, id});
    // Somebody may have been put into it before it was there.
    const QList<Address> members = m_contacts->membersOf(id);
    for (const Address &address : members)
        handleContactChanged(address);
}

void ContactListModel::handleGroupChanged(const GroupId &id)
{
    const QModelIndex row = groupIndex(id);
    if (row.isValid())
        Q_EMIT dataChanged(row, row, {Qt::DisplayRole, SortKeyRole});
}

void ContactListModel::handleGroupRemoved(const GroupId &id)
{
    Node *node = m_tree.find({GroupKind::Server, id});
    if (!node)
        return;
    const int row = m_tree.rowOf(*node);
    const QList<Address> members = node->members;
    beginRemoveRows({}, row, row);
    const std::unique_ptr<Node> removed = m_tree.take(row);
    for (const Address &address : members)
        m_tree.shown()[address].nodes.removeAll(removed.get());
    endRemoveRows();
    for (const Address &address : members)
        handleContactChanged(address);
}

void ContactListModel::showContact(const Contact &contact)
{
    const QList<Node *> nodes = nodesFor(contact);
    m_tree.shown().insert(contact.address, shownOf(contact, nodes));
    for (Node *node : nodes)
        insertInto(*node, contact.address, contact.isOnline());
}

void ContactListModel::updateContact(const Contact &contact, Shown &shown)
{
    const Shown before = shown;
    const Shown after = shownOf(contact, nodesFor(contact));
    const bool moves = before.online != after.online || before.name != after.name;
    shown = after;

    for (Node *node : before.nodes) {
        if (!after.nodes.contains(node))
            takeFrom(*node, contact.address, before.online);
    }
    for (Node *node : after.nodes) {
        if (!before.nodes.contains(node)) {
            insertInto(*node, contact.address, after.online);
            continue;
        }
        announceContact(*node, contact.address, moves);
        if (before.online != after.online)
            countOnline(*node, after.online ? 1 : -1);
    }
    for (Node *node : before.nodes) {
        if (!after.nodes.contains(node))
            dropIfEmpty(*node);
    }
}

void ContactListModel::announceContact(Node &node, const Address &address, bool moves)
{
    QList<int> roles{Qt::DisplayRole, AddressRole, OwnNameRole, StatusRole, IsOnlineRole, IsBlockedRole,
        HasPrivacyConflictRole, HasMeRole, IsFavouriteRole, NoteRole, GroupNamesRole, HomePhoneRole,
        WorkPhoneRole, MobilePhoneRole};
    if (moves)
        roles.append(SortKeyRole);
    const QModelIndex row = createIndex(static_cast<int>(node.members.indexOf(address)), 0, &node);
    Q_EMIT dataChanged(row, row, roles);
}

void ContactListModel::insertInto(Node &node, const Address &address, bool online)
{
    const int row = static_cast<int>(node.members.size());
    beginInsertRows(indexOf(node), row, row);
    node.members.append(address);
    node.online += online ? 1 : 0;
    endInsertRows();
    announceCounts(node);
}

void ContactListModel::takeFrom(Node &node, const Address &address, bool wasOnline)
{
    const int row = static_cast<int>(node.members.indexOf(address));
    beginRemoveRows(indexOf(node), row, row);
    node.members.removeAt(row);
    node.online -= wasOnline ? 1 : 0;
    endRemoveRows();
    announceCounts(node);
}

void ContactListModel::countOnline(Node &node, int difference)
{
    node.online += difference;
    announceCounts(node);
}

void ContactListModel::announceCounts(Node &node)
{
    const QModelIndex row = indexOf(node);
    Q_EMIT dataChanged(row, row, {OnlineCountRole, TotalCountRole});
}

void ContactListModel::dropIfEmpty(Node &node)
{
    if (m_grouping.isStanding(node.key) || !node.members.isEmpty())
        return;
    const int row = m_tree.rowOf(node);
    beginRemoveRows({}, row, row);
    m_tree.take(row);
    endRemoveRows();
}

QVariant ContactListModel::groupData(const Node &node, int role) const
{
    switch (role) {
    case OnlineCountRole:
        return node.online;
    case TotalCountRole:
        return static_cast<int>(node.members.size());
    case UnreadCountRole:
        return unreadIn(node);
    default:
        return groupRowData(node.key, *m_contacts, role);
    }
}

int ContactListModel::unreadIn(const Node &node) const
{
    int count = 0;
    for (auto unread = m_unread.begin(); unread != m_unread.end(); ++unread)
        count += node.members.contains(unread.key()) ? unread.value() : 0;
    return count;
}

QVariant ContactListModel::contactData(const Node &node, const Contact &contact, int role) const
{
    switch (role) {
    case GroupKindRole:
        return static_cast<int>(node.key.kind);
    case GroupIdRole:
        return node.key.id.bytes();
    case UnreadCountRole:
        return m_unread.value(contact.address);
    default:
        return contactRowData(contact, annotationOf(contact.address), *m_contacts, role);
    }
}

} // namespace Msn
