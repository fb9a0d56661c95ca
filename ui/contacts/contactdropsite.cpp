#include "ui/contacts/contactdropsite.h"

#include "core/models/contactlistroles.h"
#include "ui/contacts/contactrow.h"
#include "ui/contacts/drophint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/contactmime.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QPainter>
#include <QTreeView>

namespace Ui {

using namespace Msn;

ContactDropSite::ContactDropSite(QTreeView &view)
    : QObject(&view)
    , m_view(view)
    , m_hint(new DropHint(view.viewport()))
{
}

void ContactDropSite::drag(const QModelIndex &person)
{
    const QRect place = m_view.visualRect(person);
    auto *drag = new QDrag(&m_view);
    drag->setMimeData(ContactMime::make({Address(person.data(AddressRole).toString()),
        person.data().toString(), person.data(GroupIdRole).toByteArray()}));
    drag->setPixmap(m_view.viewport()->grab(place));
    drag->setHotSpot(QPoint(Metrics::of(&m_view).step(5), place.height() / 2));
    // Qt knows no other way to drag than a loop of its own; it ends with the button.
    drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
    hideTarget();
}

void ContactDropSite::showTarget(QDragMoveEvent &event)
{
    const std::optional<ContactDrop> drop = dropFor(event);
    event.setAccepted(drop.has_value());
    if (!drop) {
        hideTarget();
        return;
    }
    const bool isMove = drop->deed == ContactDrop::Deed::Move || drop->deed == ContactDrop::Deed::TakeOut;
    event.setDropAction(isMove ? Qt::MoveAction : Qt::CopyAction);
    const QModelIndex group = groupAt(event.position().toPoint());
    const QString name = ContactMime::read(event.mimeData())->name;
    setTarget(group, drop->words(name, group.data().toString()));
}

void ContactDropSite::hideTarget()
{
    setTarget({}, {});
}

std::optional<ContactDrop> ContactDropSite::dropFor(const QDropEvent &event) const
{
    const std::optional<DraggedContact> dragged = ContactMime::read(event.mimeData());
    if (!dragged)
        return std::nullopt;
    return ContactDrop::over(
        groupAt(event.position().toPoint()), *dragged, event.modifiers().testFlag(Qt::ControlModifier));
}

/// A frame around the group that would take the person.
void ContactDropSite::paintTarget(QPainter &painter) const
{
    if (!m_target.isValid())
        return;
    QRect place = m_view.visualRect(m_target);
    const int people = m_view.isExpanded(m_target) ? m_view.model()->rowCount(m_target) : 0;
    if (people > 0)
        place = place.united(m_view.visualRect(m_view.model()->index(people - 1, 0, m_target)));
    const QColor accent = Tokens::of(m_view.palette()).accent;
    const int radius = Metrics::of(&m_view).radius();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent, 2));
    painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 26));
    painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), radius, radius);
}

QModelIndex ContactDropSite::groupAt(const QPoint &position) const
{
    const QModelIndex index = m_view.indexAt(position);
    return isGroupRow(index) ? index : index.parent();
}

void ContactDropSite::setTarget(const QModelIndex &group, const QString &words)
{
    m_hint->say(words);
    if (m_target == group)
        return;
    m_target = group;
    m_view.viewport()->update();
}

} // namespace Ui
