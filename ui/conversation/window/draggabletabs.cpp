#include "ui/conversation/window/draggabletabs.h"

#include "ui/widgets/contactmime.h"

#include <QApplication>
#include <QCursor>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QPointer>

namespace Ui {
namespace {

const QString tabFormat = QStringLiteral("application/x-swallowtail-conversation");

} // namespace

DraggableTabs::DraggableTabs(QWidget *parent)
    : QTabBar(parent)
{
    setAcceptDrops(true);
}

void DraggableTabs::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    m_pressed = event->button() == Qt::LeftButton ? tabAt(m_pressedAt) : -1;
    QTabBar::mousePressEvent(event);
}

void DraggableTabs::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = -1;
    QTabBar::mouseReleaseEvent(event);
}

void DraggableTabs::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const bool far = (position - m_pressedAt).manhattanLength() >= 2 * QApplication::startDragDistance();
    if (event->buttons().testFlag(Qt::LeftButton) && m_pressed >= 0 && far)
        startDrag(std::exchange(m_pressed, -1), m_pressedAt);
    else
        QTabBar::mouseMoveEvent(event);
}

void DraggableTabs::startDrag(int index, const QPoint &position)
{
    auto *mime = new QMimeData;
    mime->setData(tabFormat, QByteArray::number(index));
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(grab(tabRect(index)));
    drag->setHotSpot(position - tabRect(index).topLeft());
    // Qt knows no other way to drag than a loop of its own; it ends with the button.
    const Qt::DropAction action = drag->exec(Qt::MoveAction);
    // Nobody took it. The button is still down if the person thought better of it (Esc).
    if (action == Qt::IgnoreAction && !QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        Q_EMIT draggedOut(index, QCursor::pos());
}

bool DraggableTabs::accepts(const QDropEvent &event) const
{
    if (event.mimeData()->hasFormat(tabFormat))
        return qobject_cast<DraggableTabs *>(event.source());
    return ContactMime::read(event.mimeData()) && tabAt(event.position().toPoint()) >= 0;
}

void DraggableTabs::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->mimeData()->hasFormat(tabFormat) || ContactMime::read(event->mimeData()));
}

void DraggableTabs::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(accepts(*event));
}

void DraggableTabs::dropEvent(QDropEvent *event)
{
    if (!accepts(*event))
        return;
    const QPoint position = event->position().toPoint();
    if (ContactMime::read(event->mimeData())) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        Q_EMIT contactDropped(tabAt(position), ContactMime::read(event->mimeData())->address);
        return;
    }
    event->acceptProposedAction();
    // After the drag is over: the tab's widget goes to another window.
    const int index = event->mimeData()->data(tabFormat).toInt();
    QMetaObject::invokeMethod(
        this,
        [this, source = QPointer(qobject_cast<DraggableTabs *>(event->source())), index,
            gap = gapAt(position)] {
            if (source)
                Q_EMIT tabDropped(source, index, gap);
        },
        Qt::QueuedConnection);
}

int DraggableTabs::gapAt(const QPoint &position) const
{
    for (int index = 0; index < count(); ++index) {
        const int middle = tabRect(index).center().x();
        if (layoutDirection() == Qt::RightToLeft ? position.x() > middle : position.x() < middle)
            return index;
    }
    return count();
}

} // namespace Ui
