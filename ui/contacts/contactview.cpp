#include "ui/contacts/contactview.h"

#include "core/base/address.h"
#include "core/models/contactlistroles.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>

namespace Ui {

using namespace Msn;

namespace {

const QString addressFormat = QStringLiteral("application/x-swallowtail-contact");
const QString groupFormat = QStringLiteral("application/x-swallowtail-group");

bool isGroup(const QModelIndex &index)
{
    return index.isValid() && index.data(RowTypeRole).toInt() == static_cast<int>(ContactListRow::Group);
}

bool isServerGroup(const QModelIndex &index)
{
    return isGroup(index) && index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Server);
}

} // namespace

ContactView::ContactView(QWidget *parent)
    : QTreeView(parent)
{
    auto *delegate = new ContactDelegate(this);
    setItemDelegate(delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setAccessibleName(tr("Contacts"));
    // A list is no field to type into: it stands on the window's own ground.
    viewport()->setBackgroundRole(QPalette::Window);
    connect(delegate, &ContactDelegate::groupRenameWanted, this, &ContactView::groupRenameWanted);
    connect(this, &QTreeView::clicked, this, &ContactView::handleClicked);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!isGroup(index))
            handleActivated(index);
    });
    connect(
        this, &QTreeView::expanded, this, [this](const QModelIndex &index) { noteFolding(index, false); });
    connect(
        this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { noteFolding(index, true); });
}

void ContactView::setProxy(ContactListProxy *proxy)
{
    m_proxy = proxy;
    setModel(proxy);
    connect(proxy, &QAbstractItemModel::modelReset, this, &ContactView::applyFolding);
    connect(proxy, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &parent, int first, int last) {
            // A group that has just got its first row can be unfolded only now.
            const QScopedValueRollback applying(m_applying, true);
            if (parent.isValid() && !m_collapsed.contains(parent.data(GroupKeyRole).toString()))
                setExpanded(parent, true);
            for (int row = first; !parent.isValid() && row <= last; ++row) {
                const QModelIndex group = m_proxy->index(row, 0);
                setExpanded(group, m_searching || !m_collapsed.contains(group.data(GroupKeyRole).toString()));
            }
        });
    applyFolding();
}

QStringList ContactView::collapsedGroups() const
{
    QStringList keys = m_collapsed.values();
    keys.sort();
    return keys;
}

void ContactView::setCollapsedGroups(const QStringList &keys)
{
    m_collapsed = QSet<QString>(keys.begin(), keys.end());
    applyFolding();
}

void ContactView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void ContactView::setSearching(bool searching)
{
    m_searching = searching;
    applyFolding();
}

void ContactView::selectFirstContact()
{
    const QModelIndex first = m_proxy->index(0, 0, m_proxy->index(0, 0));
    if (first.isValid())
        setCurrentIndex(first);
}

void ContactView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_emptyText.isEmpty() || !m_proxy || m_proxy->rowCount() > 0)
        return;
    const int margin = Metrics::of(this).step(6);
    QPainter painter(viewport());
    painter.setPen(Tokens::of(palette()).secondInk);
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void ContactView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState
        && current.isValid()) {
        handleActivated(current);
        return;
    }
    if (event->key() == Qt::Key_Delete && current.isValid()) {
        Q_EMIT removeRequested(current);
        return;
    }
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !text.isEmpty() && text.front().isPrint() && text.front() != u' ') {
        Q_EMIT typed(text);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ContactView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QPoint position = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(index, position);
}

void ContactView::startDrag(Qt::DropActions)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || isGroup(index))
        return;
    auto *mime = new QMimeData;
    mime->setData(addressFormat, index.data(AddressRole).toString().toUtf8());
    mime->setData(groupFormat, index.data(GroupIdRole).toByteArray());
    mime->setText(index.data(AddressRole).toString());
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(viewport()->grab(visualRect(index)));
    drag->setHotSpot(QPoint(20, visualRect(index).height() / 2));
    // Qt knows no other way to drag than a loop of its own; it ends with the button.
    drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
}

void ContactView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->mimeData()->hasFormat(addressFormat));
}

void ContactView::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event);
    event->setAccepted(acceptsDrop(*event));
    setCurrentIndex(groupAt(event->position().toPoint()));
}

void ContactView::dropEvent(QDropEvent *event)
{
    if (!acceptsDrop(*event))
        return;
    const QModelIndex group = groupAt(event->position().toPoint());
    const Address address = Address::fromUtf8(event->mimeData()->data(addressFormat));
    const bool copy = event->modifiers().testFlag(Qt::ControlModifier);
    event->acceptProposedAction();
    Q_EMIT dropped(
        address, event->mimeData()->data(groupFormat), group.data(GroupIdRole).toByteArray(), copy);
}

void ContactView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
}

void ContactView::applyFolding()
{
    const QScopedValueRollback applying(m_applying, true);
    for (int row = 0; m_proxy && row < m_proxy->rowCount(); ++row) {
        const QModelIndex group = m_proxy->index(row, 0);
        setExpanded(group, m_searching || !m_collapsed.contains(group.data(GroupKeyRole).toString()));
    }
}

void ContactView::handleClicked(const QModelIndex &index)
{
    if (isGroup(index))
        setExpanded(index, !isExpanded(index));
}

void ContactView::handleActivated(const QModelIndex &index)
{
    if (isGroup(index))
        setExpanded(index, !isExpanded(index));
    else
        Q_EMIT openRequested(Address(index.data(AddressRole).toString()));
}

void ContactView::noteFolding(const QModelIndex &index, bool folded)
{
    if (m_applying || m_searching)
        return;
    const QString key = index.data(GroupKeyRole).toString();
    if (folded)
        m_collapsed.insert(key);
    else
        m_collapsed.remove(key);
    Q_EMIT collapsedGroupsChanged();
}

QModelIndex ContactView::groupAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return isGroup(index) ? index : index.parent();
}

bool ContactView::acceptsDrop(const QDropEvent &event) const
{
    const QModelIndex group = groupAt(event.position().toPoint());
    return event.mimeData()->hasFormat(addressFormat) && isServerGroup(group)
        && group.data(GroupIdRole).toByteArray() != event.mimeData()->data(groupFormat);
}

} // namespace Ui
