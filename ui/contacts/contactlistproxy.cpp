#include "ui/contacts/contactlistproxy.h"

#include "core/protocol/status.h"
#include "ui/text/statustext.h"

namespace Ui {

using namespace Msn;

namespace {

bool isGroup(const QModelIndex &index)
{
    return index.data(RowTypeRole).toInt() == static_cast<int>(ContactListRow::Group);
}

GroupKind kindOf(const QModelIndex &group)
{
    return static_cast<GroupKind>(group.data(GroupKindRole).toInt());
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
    // group with every change of one of its people.
    setRecursiveFilteringEnabled(!m_filter.isEmpty());
    invalidateFilter();
}

void ContactListProxy::setShowOffline(bool show)
{
    if (m_showOffline == show)
        return;
    m_showOffline = show;
    invalidateFilter();
}

QVariant ContactListProxy::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return isGroup(index) ? groupName(index) : QSortFilterProxyModel::data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case Qt::ToolTipRole:
        return isGroup(index) ? QString() : toolTip(index);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

Qt::ItemFlags ContactListProxy::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QSortFilterProxyModel::flags(index);
    const bool hasOwnName = index.isValid() && isGroup(index) && kindOf(index) == GroupKind::Server;
    return hasOwnName ? flags | Qt::ItemIsEditable : flags;
}

bool ContactListProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    // While somebody is looked for, a group is there only for the people found in it.
    if (!sourceParent.isValid())
        return m_filter.isEmpty();
    const QModelIndex row = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_filter.isEmpty())
        return m_showOffline || row.data(IsOnlineRole).toBool() || row.data(UnreadCountRole).toInt() > 0;
    return foldedForSearch(row.data(Qt::DisplayRole).toString()).contains(m_filter)
        || row.data(AddressRole).toString().contains(m_filter, Qt::CaseInsensitive);
}

bool ContactListProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!left.parent().isValid())
        return groupLessThan(left, right);
    const bool leftOnline = left.data(IsOnlineRole).toBool();
    if (leftOnline != right.data(IsOnlineRole).toBool())
        return leftOnline;
    const int byName
        = m_collator.compare(left.data(SortKeyRole).toString(), right.data(SortKeyRole).toString());
    return byName != 0 ? byName < 0 : left.data(AddressRole).toString() < right.data(AddressRole).toString();
}

QString ContactListProxy::groupName(const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case GroupKind::Server:
        break;
    case GroupKind::Ungrouped:
        return tr("Other contacts");
    case GroupKind::Online:
        return tr("Online");
    case GroupKind::Offline:
        return tr("Offline");
    }
    return QSortFilterProxyModel::data(index, Qt::DisplayRole).toString();
}

QString ContactListProxy::accessibleText(const QModelIndex &index) const
{
    if (isGroup(index)) {
        //: A group: its name, how many of its people are online, how many there are.
        return tr("Group %1, %2 of %3 online")
            .arg(groupName(index), index.data(OnlineCountRole).toString(),
                index.data(TotalCountRole).toString());
    }
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString status = StatusText::name(static_cast<Status>(index.data(StatusRole).toInt()));
    const int unread = index.data(UnreadCountRole).toInt();
    if (index.data(IsBlockedRole).toBool())
        return tr("%1, blocked").arg(name);
    return unread > 0 ? tr("%1, %2, %n unread message(s)", nullptr, unread).arg(name, status)
                      : tr("%1, %2").arg(name, status);
}

QString ContactListProxy::toolTip(const QModelIndex &index) const
{
    const QString name = index.data(Qt::DisplayRole).toString().toHtmlEscaped();
    const QString address = index.data(AddressRole).toString().toHtmlEscaped();
    const QString status = StatusText::name(static_cast<Status>(index.data(StatusRole).toInt()));
    QStringList lines{QStringLiteral("<b>%1</b>").arg(name), address, status};
    if (index.data(IsBlockedRole).toBool())
        lines.append(tr("Blocked: sees you as offline and cannot write to you."));
    return QStringLiteral("<p>%1</p>").arg(lines.join(QLatin1String("<br>")));
}

/// The person's groups by name; those that are not theirs after them, in the order of the kinds.
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
