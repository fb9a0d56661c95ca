#pragma once

#include <QObject>
#include <QSet>

class QModelIndex;
class QTreeView;

namespace Ui {

/// Which groups of a contact list are folded up. Stays through a search, which unfolds everything, and
/// through a list that comes anew; a group that gets its first person unfolds if it was not folded.
class GroupFolding : public QObject
{
    Q_OBJECT

public:
    /// \p view must outlive it.
    explicit GroupFolding(QTreeView &view);

    /// Once \p view has its model.
    void followModel();
    /// GroupKeyRole of the groups, sorted.
    QStringList collapsed() const;
    void setCollapsed(const QStringList &keys);
    void setSearching(bool searching);

Q_SIGNALS:
    /// By the person.
    void changed();

private:
    void apply();
    void unfoldNew(const QModelIndex &parent, int first, int last);
    bool isFolded(const QModelIndex &group) const;
    void note(const QModelIndex &group, bool folded);

    QTreeView &m_view;
    QSet<QString> m_collapsed;
    bool m_searching = false;
    bool m_applying = false;
};

} // namespace Ui
