#include "ui/contacts/contactview.h"

#include "core/base/address.h"
#include "core/models/contactlistroles.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactdropsite.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactrow.h"
#include "ui/contacts/emptylist.h"
#include "ui/contacts/groupfolding.h"
#include "ui/contacts/movedperson.h"
#include "ui/pictures/picturebook.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/contactmime.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace Ui {

using namespace Msn;

ContactView::ContactView(QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new ContactDelegate(this))
    , m_folding(new GroupFolding(*this))
    , m_dropSite(new ContactDropSite(*this))
    , m_moved(new MovedPerson(*this))
{
    setItemDelegate(m_delegate);
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
    connect(m_delegate, &ContactDelegate::groupRenameWanted, this, &ContactView::groupRenameWanted);
    connect(m_delegate, &ContactDelegate::nicknameWanted, this, &ContactView::nicknameWanted);
    connect(this, &QTreeView::clicked, this, &ContactView::handleClicked);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!isGroupRow(index))
            handleActivated(index);
    });
    connect(m_folding, &GroupFolding::changed, this, &ContactView::collapsedGroupsChanged);
}

void ContactView::setProxy(ContactListProxy *proxy)
{
    m_proxy = proxy;
    setModel(proxy);
    m_folding->followModel();
    m_moved->followModel();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(proxy, signal, this, &ContactView::updateGeometry);
    connect(proxy, &QAbstractItemModel::modelReset, this, &ContactView::updateGeometry);
    connect(proxy, &QAbstractItemModel::layoutChanged, this, &ContactView::updateGeometry);
    connect(this, &QTreeView::expanded, this, &ContactView::updateGeometry);
    connect(this, &QTreeView::collapsed, this, &ContactView::updateGeometry);
}

void ContactView::setPictures(PictureBook *pictures)
{
    m_delegate->setPictures(pictures);
    connect(pictures, &PictureBook::changed, viewport(), qOverload<>(&QWidget::update));
}

QStringList ContactView::collapsedGroups() const
{
    return m_folding->collapsed();
}

void ContactView::setCollapsedGroups(const QStringList &keys)
{
    m_folding->setCollapsed(keys);
}

void ContactView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void ContactView::setSearching(bool searching)
{
    m_folding->setSearching(searching);
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
        paintEmptyList(painter, *this, placeForEmptyText(), m_emptyText);
    m_dropSite->paintTarget(painter);
}

/// Below the headings, if there are any.
QRect ContactView::placeForEmptyText() const
{
    const int margin = Metrics::of(this).step(6);
    const QModelIndex last = m_proxy->index(m_proxy->rowCount() - 1, 0);
    QRect place = viewport()->rect().adjusted(margin, margin, -margin, -margin);
    if (last.isValid())
        place.setTop(visualRect(last).bottom() + margin);
    return place;
}

void ContactView::mousePressEvent(QMouseEvent *event)
{
    m_moved->forget();
    QTreeView::mousePressEvent(event);
}

void ContactView::keyPressEvent(QKeyEvent *event)
{
    m_moved->forget();
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
    m_dropSite->drag(index);
}

void ContactView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(ContactMime::read(event->mimeData()).has_value());
}

void ContactView::dragMoveEvent(QDragMoveEvent *event)
{
    // For its scrolling at the edges.
    QTreeView::dragMoveEvent(event);
    m_dropSite->showTarget(*event);
}

void ContactView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    m_dropSite->hideTarget();
}

void ContactView::dropEvent(QDropEvent *event)
{
    const std::optional<ContactDrop> drop = m_dropSite->dropFor(*event);
    m_dropSite->hideTarget();
    if (!drop)
        return;
    event->accept();
    m_moved->expect(*drop);
    Q_EMIT dropped(*drop);
}

void ContactView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
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

} // namespace Ui
