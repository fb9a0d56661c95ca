#pragma once

#include "ui/contacts/contactdrop.h"

#include <QObject>
#include <QPersistentModelIndex>

class QDragMoveEvent;
class QDropEvent;
class QPainter;
class QTreeView;

namespace Ui {

class DropHint;

/// Dragging people within a contact list: a frame around the group that would take somebody, a hint in
/// words below, and what letting go does.
class ContactDropSite : public QObject
{
    Q_OBJECT

public:
    /// \p view must outlive it.
    explicit ContactDropSite(QTreeView &view);

    /// Returns when the person has let go.
    void drag(const QModelIndex &person);
    /// Accepts \p event where something can be dropped, and shows it.
    void showTarget(QDragMoveEvent &event);
    void hideTarget();
    /// What letting go there does; nothing where it does nothing.
    std::optional<ContactDrop> dropFor(const QDropEvent &event) const;
    void paintTarget(QPainter &painter) const;

private:
    QModelIndex groupAt(const QPoint &position) const;
    void setTarget(const QModelIndex &group, const QString &words);

    QTreeView &m_view;
    DropHint *m_hint;
    QPersistentModelIndex m_target;
};

} // namespace Ui
