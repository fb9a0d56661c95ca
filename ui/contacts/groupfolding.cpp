#include "ui/contacts/groupfolding.h"

#include "core/models/contactlistroles.h"

#include <QScopedValueRollback>
#include <QTreeView>

namespace Ui {

using namespace Msn;

GroupFolding::GroupFolding(QTreeView &view)
    : QObject(&view)
    , m_view(view)
{
    connect(&view, &QTreeView::expanded, this, [this](const QModelIndex &group) { note(group, false); });
    connect(&view, &QTreeView::collapsed, this, [this](const QModelIndex &group) { note(group, true); });
}

void GroupFolding::followModel()
{
    connect(m_view.model(), &QAbstractItemModel::modelReset, this, &GroupFolding::apply);
    connect(m_view.model(), &QAbstractItemModel::rowsInserted, this, &GroupFolding::unfoldNew);
    apply();
}

QStringList GroupFolding::collapsed() const
{
    QStringList keys = m_collapsed.values();
    keys.sort();
    return keys;
}

void GroupFolding::setCollapsed(const QStringList &keys)
{
    m_collapsed = QSet<QString>(keys.begin(), keys.end());
    apply();
}

void GroupFolding::setSearching(bool searching)
{
    m_searching = searching;
    apply();
}

void GroupFolding::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    const QAbstractItemModel *model = m_view.model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex group = model->index(row, 0);
        m_view.setExpanded(group, m_searching || !isFolded(group));
    }
}

void GroupFolding::unfoldNew(const QModelIndex &parent, int first, int last)
{
    const QScopedValueRollback applying(m_applying, true);
    // A group that has just got its first row can be unfolded only now.
    if (parent.isValid() && !isFolded(parent))
        m_view.setExpanded(parent, true);
    for (int row = first; !parent.isValid() && row <= last; ++row) {
        const QModelIndex group = m_view.model()->index(row, 0);
        m_view.setExpanded(group, m_searching || !isFolded(group));
    }
}

bool GroupFolding::isFolded(const QModelIndex &group) const
{
    return m_collapsed.contains(group.data(GroupKeyRole).toString());
}

void GroupFolding::note(const QModelIndex &group, bool folded)
{
    if (m_applying || m_searching)
        return;
    const QString key = group.data(GroupKeyRole).toString();
    if (folded)
        m_collapsed.insert(key);
    else
        m_collapsed.remove(key);
    Q_EMIT changed();
}

} // namespace Ui
