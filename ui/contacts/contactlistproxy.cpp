#include "ui/contacts/contactlistproxy.h"

#include "core/base/address.h"
#include "core/protocol/status.h"
#include "ui/contacts/contactrow.h"
#include "ui/contacts/contacttooltip.h"
#include "ui/text/statustext.h"

namespace Ui {

using namespace Msn;

namespace {

GroupKind kindOf(const QModelIndex &index)
{
    return static_cast<GroupKind>(index.data(GroupKindRole).toInt());
}

} // namespace

QString foldedForSearch(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!c.isMark())
            folded += c;
    }
    return folded.toCaseFolded();
}

ContactListProxy::ContactListProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    setSortRole(SortKeyRole);
    setDynamicSortFilter(true);
    sort(0);
}

void ContactListProxy::setFilterText(const QString &text)
{
    const QString folded = foldedForSearch(text.trimmed());
    if (m_filter == folded)
        return;
    m_filter = folded;
    // Only a search hides groups because of the people in them. Always on it would repaint a
    // group with every change of one of its people. Turning it on or off filters anew by itself.
    if (isRecursiveFilteringEnabled() != isFiltering())
        setRecursiveFilteringEnabled(isFiltering());
    else
        invalidateFilter();
}

void ContactListProxy::setShowOffline(bool show)
{
    if (m_showOffline == show)
        return;
    m_showOffline = show;
    invalidateFilter();
}

void ContactListProxy::setHideEmptyGroups(bool hide)
{
    if (m_hideEmptyGroups == hide)
        return;
    m_hideEmptyGroups = hide;
    invalidateFilter();
}

void ContactListProxy::setNameStyle(NameStyle style)
{
    if (m_nameStyle == style)
        return;
    m_nameStyle = style;
    invalidate();
}

bool ContactListProxy::isEmpty() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rowCount(index(row, 0)) > 0)
            return false;
    }
    return true;
}

void ContactListProxy::setSourceModel(QAbstractItemModel *model)
{
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    m_searchTexts.clear();
    // Before the base class hears of a change and filters by it.
    if (model) {
        const auto forget = [this] { m_searchTexts.clear(); };
        connect(model, &QAbstractItemModel::dataChanged, this, forget);
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, forget);
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, forget);
    }
    QSortFilterProxyModel::setSourceModel(model);
}

QVariant ContactListProxy::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return isGroupRow(index) ? groupData(index, role) : contactData(index, role);
}

QVariant ContactListProxy::groupData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return groupName(index);
    case Qt::AccessibleTextRole:
        return groupWords(index);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant ContactListProxy::contactData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return QSortFilterProxyModel::data(
            index, m_nameStyle == NameStyle::Address ? static_cast<int>(AddressRole) : Qt::DisplayRole);
    case Qt::EditRole:
        return QSortFilterProxyModel::data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        return contactWords(index);
    case Qt::AccessibleDescriptionRole:
        return QSortFilterProxyModel::data(index, AddressRole);
    case Qt::ToolTipRole:
        return ContactToolTip::html(index);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

/// What a person may call something: their own groups, and everybody.
Qt::ItemFlags ContactListProxy::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QSortFilterProxyModel::flags(index);
    const bool hasOwnName = index.isValid() && (!isGroupRow(index) || kindOf(index) == GroupKind::Server);
    return hasOwnName ? flags | Qt::ItemIsEditable : flags;
}

bool ContactListProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex row = sourceModel()->index(sourceRow, 0, sourceParent);
    return sourceParent.isValid() ? acceptsContact(row) : acceptsGroup(row);
}

bool ContactListProxy::acceptsGroup(const QModelIndex &group) const
{
    // While somebody is looked for, a group is there only for the people found in it.
    if (!m_filter.isEmpty())
        return false;
    if (!m_hideEmptyGroups)
        return true;
    const int count = group.data(m_showOffline ? TotalCountRole : OnlineCountRole).toInt();
    return count > 0 || group.data(UnreadCountRole).toInt() > 0;
}

bool ContactListProxy::acceptsContact(const QModelIndex &contact) const
{
    if (m_filter.isEmpty())
        return m_showOffline || contact.data(IsOnlineRole).toBool()
            || contact.data(UnreadCountRole).toInt() > 0;
    if (searchText(contact).contains(m_filter))
        return true;
    // Half of the list may share what comes after the @.
    const Address address(contact.data(AddressRole).toString());
    const QString searched = m_filter.contains(u'@') ? address.toString() : address.localPart();
    return searched.contains(m_filter, Qt::CaseInsensitive);
}

QString ContactListProxy::searchText(const QModelIndex &contact) const
{
    QString &text = m_searchTexts[contact.data(AddressRole).toString()];
    if (text.isNull()) {
        const QString name = contact.data(Qt::DisplayRole).toString();
        const QString ownName = contact.data(OwnNameRole).toString();
        text = foldedForSearch(name);
        if (ownName != name)
            text += u'\n' + foldedForSearch(ownName);
    }
    return text;
}

bool ContactListProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!left.parent().isValid())
        return groupLessThan(left, right);
    const bool leftOnline = left.data(IsOnlineRole).toBool();
    if (kindOf(left) != GroupKind::Everybody && leftOnline != right.data(IsOnlineRole).toBool())
        return leftOnline;
    if (m_nameStyle == NameStyle::Name) {
        const int byName
            = m_collator.compare(left.data(SortKeyRole).toString(), right.data(SortKeyRole).toString());
        if (byName != 0)
            return byName < 0;
    }
    return left.data(AddressRole).toString().compare(right.data(AddressRole).toString(), Qt::CaseInsensitive)
        < 0;
}

QString ContactListProxy::groupName(const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case GroupKind::Server:
        break;
    case GroupKind::Favourites:
        return tr("Favourites");
    case GroupKind::Ungrouped:
        return tr("Other contacts");
    case GroupKind::Everybody:
        return tr("All contacts");
    case GroupKind::Online:
        return tr("Online");
    case GroupKind::Offline:
        return tr("Offline");
    }
    return QSortFilterProxyModel::data(index, Qt::DisplayRole).toString();
}

QString ContactListProxy::groupWords(const QModelIndex &index) const
{
    //: A group: its name, how many of its people are online, how many there are.
    return tr("Group %1, %2 of %3 online")
        .arg(groupName(index), index.data(OnlineCountRole).toString(), index.data(TotalCountRole).toString());
}

QString ContactListProxy::contactWords(const QModelIndex &index) const
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString status = StatusText::name(static_cast<Status>(index.data(StatusRole).toInt()));
    const int unread = index.data(UnreadCountRole).toInt();
    const bool blocked = index.data(IsBlockedRole).toBool();
    if (unread > 0)
        return blocked ? tr("%1, %2, blocked, %n unread message(s)", nullptr, unread).arg(name, status)
                       : tr("%1, %2, %n unread message(s)", nullptr, unread).arg(name, status);
    //: A person in the list: name and status.
    return blocked ? tr("%1, %2, blocked").arg(name, status) : tr("%1, %2").arg(name, status);
}

bool ContactListProxy::groupLessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (kindOf(left) != kindOf(right))
        return kindOf(left) < kindOf(right);
    const int byName
        = m_collator.compare(left.data(SortKeyRole).toString(), right.data(SortKeyRole).toString());
    return byName != 0 ? byName < 0
                       : left.data(GroupKeyRole).toString() < right.data(GroupKeyRole).toString();
}

} // namespace Ui
