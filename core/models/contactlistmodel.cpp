#include "core/models/contactlistmodel.h"

#include <algorithm>

namespace Msn {

ContactListModel::ContactListModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

ContactListModel::~ContactListModel() = default;

void ContactListModel::setContactList(ContactList *contacts)
{
    if (m_contacts)
        disconnect(m_contacts, nullptr, this, nullptr);
    m_contacts = contacts;
    m_unread.clear();
    rebuild();
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

void ContactListModel::setGrouping(Grouping grouping)
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
    for (const QModelIndex &row : rows)
        Q_EMIT dataChanged(row, row, {UnreadCountRole});
}

QModelIndexList ContactListModel::indexesOf(const Address &address) const
{
    QModelIndexList rows;
    const QList<Node *> nodes = m_shown.value(address).nodes;
    for (Node *node : nodes)
        rows.append(createIndex(static_cast<int>(node->members.indexOf(address)), 0, node));
    return rows;
}

QModelIndex ContactListModel::groupIndex(const GroupId &id) const
{
    const Node *node = serverNode(id);
    return node ? indexOf(*node) : QModelIndex();
}

QModelIndex ContactListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, nullptr);
    return createIndex(row, column, m_nodes[static_cast<size_t>(parent.row())].get());
}

QModelIndex ContactListModel::parent(const QModelIndex &child) const
{
    const auto *node = static_cast<const Node *>(child.internalPointer());
    return node ? indexOf(*node) : QModelIndex();
}

int ContactListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalPointer() || parent.column() > 0)
        return 0;
    return static_cast<int>(m_nodes[static_cast<size_t>(parent.row())]->members.size());
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
        return groupData(*m_nodes[static_cast<size_t>(index.row())], role);
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
    m_nodes.clear();
    m_shown.clear();
    if (m_contacts) {
        buildNodes();
        const QList<Contact> contacts = m_contacts->contacts();
        for (const Contact &contact : contacts) {
            if (!contact.isOnForwardList())
                continue;
            const QList<Node *> nodes = nodesFor(contact);
            for (Node *node : nodes) {
                node->members.append(contact.address);
                node->online += contact.isOnline() ? 1 : 0;
            }
            m_shown.insert(contact.address, {nodes, contact.isOnline(), contact.displayName()});
        }
    }
    endResetModel();
}

void ContactListModel::buildNodes()
{
    const auto make = [this](GroupKind kind, const GroupId &id = {}) {
        m_nodes.push_back(std::make_unique<Node>(Node{kind, id, {}, 0}));
    };
    if (m_grouping == Grouping::ByStatus) {
        make(GroupKind::Online);
        make(GroupKind::Offline);
        return;
    }
    const QList<Group> groups = m_contacts->groups();
    for (const Group &group : groups)
        make(GroupKind::Server, group.id);
    const QList<Contact> contacts = m_contacts->contacts();
    if (std::any_of(contacts.begin(), contacts.end(), [this](const Contact &contact) {
            return contact.isOnForwardList()
                && std::none_of(contact.groups.begin(), contact.groups.end(),
                    [this](const GroupId &id) { return serverNode(id) != nullptr; });
        }))
        make(GroupKind::Ungrouped);
}

ContactListModel::Node *ContactListModel::addNode(GroupKind kind, const GroupId &id)
{
    const int row = static_cast<int>(m_nodes.size());
    beginInsertRows({}, row, row);
    m_nodes.push_back(std::make_unique<Node>(Node{kind, id, {}, 0}));
    endInsertRows();
    return m_nodes.back().get();
}

/// Where \p contact belongs; makes the row for people without a group if it has to.
QList<ContactListModel::Node *> ContactListModel::nodesFor(const Contact &contact)
{
    if (m_grouping == Grouping::ByStatus)
        return {nodeOfKind(contact.isOnline() ? GroupKind::Online : GroupKind::Offline)};
    QList<Node *> nodes;
    for (const GroupId &id : contact.groups) {
        Node *node = serverNode(id);
        if (node && !nodes.contains(node))
            nodes.append(node);
    }
    if (nodes.isEmpty()) {
        Node *ungrouped = nodeOfKind(GroupKind::Ungrouped);
        nodes.append(ungrouped ? ungrouped : addNode(GroupKind::Ungrouped));
    }
    return nodes;
}

ContactListModel::Node *ContactListModel::serverNode(const GroupId &id) const
{
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(),
        [&](const auto &node) { return node->kind == GroupKind::Server && node->id == id; });
    return found == m_nodes.end() ? nullptr : found->get();
}

ContactListModel::Node *ContactListModel::nodeOfKind(GroupKind kind) const
{
    const auto found
        = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const auto &node) { return node->kind == kind; });
    return found == m_nodes.end() ? nullptr : found->get();
}

int ContactListModel::rowOf(const Node &node) const
{
    const auto found = std::find_if(
        m_nodes.begin(), m_nodes.end(), [&](const auto &other) { return other.get() == &node; });
    return static_cast<int>(found - m_nodes.begin());
}

QModelIndex ContactListModel::indexOf(const Node &node) const
{
    return createIndex(rowOf(node), 0, nullptr);
}

void ContactListModel::handleContactChanged(const Address &address)
{
    const Contact *contact = m_contacts ? m_contacts->find(address) : nullptr;
    if (!contact || !contact->isOnForwardList()) {
        handleContactRemoved(address);
        return;
    }
    const auto shown = m_shown.find(address);
    if (shown == m_shown.end())
        showContact(*contact);
    else
        updateContact(*contact, *shown);
}

void ContactListModel::handleContactRemoved(const Address &address)
{
    const Shown shown = m_shown.take(address);
    for (Node *node : shown.nodes)
        takeFrom(*node, address, shown.online);
    for (Node *node : shown.nodes)
        dropIfEmpty(*node);
}

void ContactListModel::handleGroupAdded(const GroupId &id)
{
    if (m_grouping == Grouping::ByStatus || serverNode(id))
        return;
    addNode(GroupKind::Server, id);
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
    Node *node = serverNode(id);
    if (!node)
        return;
    const int row = rowOf(*node);
    const QList<Address> members = node->members;
    beginRemoveRows({}, row, row);
    const std::unique_ptr<Node> removed = std::move(m_nodes[static_cast<size_t>(row)]);
    m_nodes.erase(m_nodes.begin() + row);
    for (const Address &address : members)
        m_shown[address].nodes.removeAll(removed.get());
    endRemoveRows();
    for (const Address &address : members)
        handleContactChanged(address);
}

void ContactListModel::showContact(const Contact &contact)
{
    const QList<Node *> nodes = nodesFor(contact);
    m_shown.insert(contact.address, {nodes, contact.isOnline(), contact.displayName()});
    for (Node *node : nodes)
        insertInto(*node, contact.address, contact.isOnline());
}

void ContactListModel::updateContact(const Contact &contact, Shown &shown)
{
    const QList<Node *> before = shown.nodes;
    const QList<Node *> after = nodesFor(contact);
    const bool wasOnline = shown.online;
    const bool isOnline = contact.isOnline();
    const bool moves = wasOnline != isOnline || shown.name != contact.displayName();
    shown = {after, isOnline, contact.displayName()};

    for (Node *node : before) {
        if (!after.contains(node))
            takeFrom(*node, contact.address, wasOnline);
    }
    for (Node *node : after) {
        if (!before.contains(node)) {
            insertInto(*node, contact.address, isOnline);
            continue;
        }
        QList<int> roles{Qt::DisplayRole, AddressRole, StatusRole, IsOnlineRole, IsBlockedRole,
            HasPrivacyConflictRole, HasMeRole};
        if (moves)
            roles.append(SortKeyRole);
        const QModelIndex row
            = createIndex(static_cast<int>(node->members.indexOf(contact.address)), 0, node);
        Q_EMIT dataChanged(row, row, roles);
        if (wasOnline != isOnline)
            countOnline(*node, isOnline ? 1 : -1);
    }
    for (Node *node : before) {
        if (!after.contains(node))
            dropIfEmpty(*node);
    }
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

/// A group without people stays, it is the person's; a heading for nobody goes.
void ContactListModel::dropIfEmpty(Node &node)
{
    if (node.kind != GroupKind::Ungrouped || !node.members.isEmpty())
        return;
    const int row = rowOf(node);
    beginRemoveRows({}, row, row);
    m_nodes.erase(m_nodes.begin() + row);
    endRemoveRows();
}

QVariant ContactListModel::groupData(const Node &node, int role) const
{
    const Group *group = node.kind == GroupKind::Server ? m_contacts->findGroup(node.id) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case SortKeyRole:
        return group ? group->name.singleLine() : QString();
    case RowTypeRole:
        return static_cast<int>(ContactListRow::Group);
    case GroupKindRole:
        return static_cast<int>(node.kind);
    case GroupIdRole:
        return node.id.bytes();
    case GroupKeyRole:
        return node.kind == GroupKind::Server ? QLatin1String("id:") + QString::fromLatin1(node.id.bytes())
                                              : QString::number(static_cast<int>(node.kind));
    case OnlineCountRole:
        return node.online;
    case TotalCountRole:
        return static_cast<int>(node.members.size());
    default:
        return {};
    }
}

QVariant ContactListModel::contactData(const Node &node, const Contact &contact, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortKeyRole:
        return contact.displayName();
    case RowTypeRole:
        return static_cast<int>(ContactListRow::Contact);
    case GroupIdRole:
        return node.id.bytes();
    case AddressRole:
        return contact.address.toString();
    case StatusRole:
        return static_cast<int>(contact.status);
    case IsOnlineRole:
        return contact.isOnline();
    case IsBlockedRole:
        return contact.isBlocked();
    case HasPrivacyConflictRole:
        return contact.hasPrivacyConflict();
    case HasMeRole:
        return contact.lists.testFlag(List::Reverse);
    case UnreadCountRole:
        return m_unread.value(contact.address);
    default:
        return {};
    }
}

} // namespace Msn
