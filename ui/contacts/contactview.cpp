#include "ui/contacts/contactview.h"

#include "core/base/address.h"
#include "core/models/contactlistroles.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactdrop.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactrow.h"
#include "ui/contacts/drophint.h"
#include "ui/icons/icons.h"
#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/contactmime.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace Ui {

using namespace Msn;

ContactView::ContactView(QWidget *parent)
    : QTreeView(parent)
    , m_dropHint(new DropHint(viewport()))
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
    connect(delegate, &ContactDelegate::nicknameWanted, this, &ContactView::nicknameWanted);
    connect(this, &QTreeView::clicked, this, &ContactView::handleClicked);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!isGroupRow(index))
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
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(proxy, signal, this, &ContactView::updateGeometry);
    connect(proxy, &QAbstractItemModel::modelReset, this, &ContactView::updateGeometry);
    connect(proxy, &QAbstractItemModel::layoutChanged, this, &ContactView::updateGeometry);
    connect(this, &QTreeView::expanded, this, &ContactView::updateGeometry);
    connect(this, &QTreeView::collapsed, this, &ContactView::updateGeometry);
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

void ContactView::setFitsContents(bool fits)
{
    m_fitsContents = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QSize ContactView::sizeHint() const
{
    const QSize hint = QTreeView::sizeHint();
    return m_fitsContents ? QSize(hint.width(), contentsHeight()) : hint;
}

QSize ContactView::minimumSizeHint() const
{
    const QSize hint = QTreeView::minimumSizeHint();
    return m_fitsContents ? QSize(hint.width(), contentsHeight()) : hint;
}

/// All rows are as tall as the first.
int ContactView::contentsHeight() const
{
    const Metrics metrics = Metrics::of(this);
    const int groups = m_proxy ? m_proxy->rowCount() : 0;
    int rows = groups;
    for (int i = 0; i < groups; ++i) {
        const QModelIndex group = m_proxy->index(i, 0);
        rows += isExpanded(group) ? m_proxy->rowCount(group) : 0;
    }
    const bool isEmpty = !m_proxy || m_proxy->isEmpty();
    const int row = rows > 0 ? sizeHintForRow(0) : metrics.rowHeight();
    return rows * row + (isEmpty ? metrics.px(90) : 0);
}

bool ContactView::selectFirstContact()
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex group = m_proxy->index(row, 0);
        if (!isExpanded(group) || m_proxy->rowCount(group) == 0)
            continue;
        setCurrentIndex(m_proxy->index(0, 0, group));
        return true;
    }
    return false;
}

void ContactView::selectCurrent()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::SelectCurrent);
}

void ContactView::enterAtEnd(bool last)
{
    QModelIndex row = m_proxy->index(last ? m_proxy->rowCount() - 1 : 0, 0);
    while (last && isExpanded(row) && m_proxy->rowCount(row) > 0)
        row = m_proxy->index(m_proxy->rowCount(row) - 1, 0, row);
    if (row.isValid())
        setCurrentIndex(row);
}

void ContactView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    QPainter painter(viewport());
    if (m_proxy && m_proxy->isEmpty())
        paintEmptyText(painter);
    if (m_dropTarget.isValid())
        paintDropTarget(painter);
}

/// Below the headings, if there are any.
void ContactView::paintEmptyText(QPainter &painter) const
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    const int margin = metrics.step(6);
    const QModelIndex last = m_proxy->index(m_proxy->rowCount() - 1, 0);
    QRect place = viewport()->rect().adjusted(margin, margin, -margin, -margin);
    if (last.isValid())
        place.setTop(visualRect(last).bottom() + margin);
    // Lines of about the same length, without a single word on the last one.
    constexpr int flags = static_cast<int>(Qt::AlignHCenter) | Qt::AlignTop | Qt::TextWordWrap;
    const QRect full = painter.boundingRect(place, flags, m_emptyText);
    QRect narrow = place;
    for (QRect tried = place;
         tried.width() > margin && painter.boundingRect(tried, flags, m_emptyText).height() == full.height();
         tried.adjust(metrics.step(), 0, -metrics.step(), 0))
        narrow = tried;
    const int picture = metrics.px(44);
    if (place.height() > 5 * picture) {
        narrow.moveTop(place.top() + (place.height() - full.height() - picture) / 3);
        painter.drawPixmap(narrow.center().x() - picture / 2, narrow.top(),
            Icons::pixmap(QStringLiteral("people"), blended(tokens.accent, tokens.window, 0.55), picture,
                devicePixelRatioF()));
        narrow.moveTop(narrow.top() + picture + metrics.step(3));
    }
    painter.setPen(tokens.secondInk);
    painter.drawText(narrow, flags, m_emptyText);
}

/// A frame around the group that would take the person.
void ContactView::paintDropTarget(QPainter &painter) const
{
    QRect place = visualRect(m_dropTarget);
    const int people = isExpanded(m_dropTarget) ? m_proxy->rowCount(m_dropTarget) : 0;
    if (people > 0)
        place = place.united(visualRect(m_proxy->index(people - 1, 0, m_dropTarget)));
    const QColor accent = Tokens::of(palette()).accent;
    const int radius = Metrics::of(this).radius();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent, 2));
    painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 26));
    painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), radius, radius);
}

void ContactView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::AltModifier)) {
        Q_EMIT propertiesRequested(current);
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT menuRequested(current, viewport()->mapToGlobal(visualRect(current).center()));
        return;
    }
    if (isEnter && state() != EditingState && current.isValid()) {
        handleActivated(current);
        return;
    }
    if (event->key() == Qt::Key_Delete && current.isValid()) {
        Q_EMIT removeRequested(current);
        return;
    }
    const bool isDown = event->key() == Qt::Key_Down;
    const bool isArrow = (isDown || event->key() == Qt::Key_Up) && event->modifiers() == Qt::NoModifier;
    if (isArrow && current.isValid() && !(isDown ? indexBelow(current) : indexAbove(current)).isValid()) {
        Q_EMIT leftAtEnd(isDown);
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
    if (!index.isValid() || isGroupRow(index))
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(ContactMime::make({Address(index.data(AddressRole).toString()), index.data().toString(),
        index.data(GroupIdRole).toByteArray()}));
    drag->setPixmap(viewport()->grab(visualRect(index)));
    drag->setHotSpot(QPoint(Metrics::of(this).step(5), visualRect(index).height() / 2));
    // Qt knows no other way to drag than a loop of its own; it ends with the button.
    drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
    showDropTarget({}, {});
}

void ContactView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(ContactMime::read(event->mimeData()).has_value());
}

void ContactView::dragMoveEvent(QDragMoveEvent *event)
{
    // For its scrolling at the edges.
    QTreeView::dragMoveEvent(event);
    const std::optional<ContactDrop> drop = dropFor(*event);
    event->setAccepted(drop.has_value());
    if (!drop) {
        showDropTarget({}, {});
        return;
    }
    const bool isMove = drop->deed == ContactDrop::Deed::Move || drop->deed == ContactDrop::Deed::TakeOut;
    event->setDropAction(isMove ? Qt::MoveAction : Qt::CopyAction);
    const QModelIndex group = groupAt(event->position().toPoint());
    const QString name = ContactMime::read(event->mimeData())->name;
    showDropTarget(group, drop->words(name, group.data().toString()));
}

void ContactView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    showDropTarget({}, {});
}

void ContactView::dropEvent(QDropEvent *event)
{
    const std::optional<ContactDrop> drop = dropFor(*event);
    showDropTarget({}, {});
    if (!drop)
        return;
    event->accept();
    Q_EMIT dropped(*drop);
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
    if (isGroupRow(index))
        setExpanded(index, !isExpanded(index));
}

void ContactView::handleActivated(const QModelIndex &index)
{
    if (isGroupRow(index))
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
    return isGroupRow(index) ? index : index.parent();
}

std::optional<ContactDrop> ContactView::dropFor(const QDropEvent &event) const
{
    const std::optional<DraggedContact> dragged = ContactMime::read(event.mimeData());
    if (!dragged)
        return std::nullopt;
    return ContactDrop::over(
        groupAt(event.position().toPoint()), *dragged, event.modifiers().testFlag(Qt::ControlModifier));
}

void ContactView::showDropTarget(const QModelIndex &group, const QString &words)
{
    m_dropHint->say(words);
    if (m_dropTarget == group)
        return;
    m_dropTarget = group;
    viewport()->update();
}

} // namespace Ui
