#include "ui/pictures/picturepopup.h"

#include "ui/icons/avatar.h"
#include "ui/icons/icons.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturecelldelegate.h"
#include "ui/pictures/picturecodec.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/linkbutton.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace Ui {
namespace {

constexpr int columnsOfPictures = 4;
constexpr int rowsOfPictures = 2;
constexpr int shownSide = 56;
constexpr int pictureCell = 68;

enum PictureRole { PngRole = Qt::UserRole + 1 };

} // namespace

PicturePopup::PicturePopup(QWidget *parent)
    : PopupFrame(parent)
    , m_model(new QStandardItemModel(this))
    , m_grid(new QListView(this))
    , m_words(new QLabel(this))
    , m_none(new LinkButton(tr("&No picture"), this))
{
    const Metrics metrics = Metrics::of(this);
    const int cell = metrics.px(pictureCell);
    m_grid->setObjectName(QStringLiteral("builtInPictures"));
    m_grid->setAccessibleName(tr("Pictures"));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setUniformItemSizes(true);
    m_grid->setGridSize({cell, cell});
    m_grid->setIconSize({metrics.px(shownSide), metrics.px(shownSide)});
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->viewport()->setBackgroundRole(QPalette::Window);
    m_grid->setFixedSize(columnsOfPictures * cell + 2, rowsOfPictures * cell + 2);
    m_grid->setItemDelegate(new PictureCellDelegate(m_grid));
    m_grid->setMouseTracking(true);
    m_grid->setModel(m_model);
    m_grid->installEventFilter(this);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setFixedWidth(m_grid->width());
    auto *file = new LinkButton(tr("From a &file…"), this);
    file->setIcon(Icons::icon("folder", Tint::Accent));
    m_none->setIcon(Icons::icon("cancel", Tint::Accent));

    auto *links = new QHBoxLayout;
    links->addWidget(file);
    links->addStretch();
    links->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(2), metrics.step(2), metrics.step(2), metrics.step(2));
    column->setSpacing(metrics.step(2));
    column->addWidget(m_words);
    column->addWidget(m_grid);
    column->addLayout(links);

    connect(m_grid, &QListView::clicked, this, &PicturePopup::pick);
    connect(file, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT fileWanted();
    });
    connect(m_none, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT picked({});
    });
}

void PicturePopup::popUp(const QWidget &anchor, const QByteArray &current, const QString &trouble)
{
    if (m_model->rowCount() == 0)
        fill();
    m_words->setText(trouble);
    m_words->setVisible(!trouble.isEmpty());
    m_none->setEnabled(!current.isEmpty());
    markCurrent(current);
    showAt(anchor, Side::Below);
    m_grid->setFocus(Qt::PopupFocusReason);
}

void PicturePopup::fill()
{
    const Metrics metrics = Metrics::of(this);
    const QList<BuiltInPicture> pictures = BuiltInPictures::all();
    for (const BuiltInPicture &picture : pictures) {
        const QByteArray png = BuiltInPictures::png(picture.id);
        const Avatar shown{{}, picture.name, decodedPicture(png), false};
        auto *item = new QStandardItem;
        item->setIcon(
            avatarPixmap(shown, metrics.px(shownSide), metrics.pictureRadius(), devicePixelRatioF()));
        item->setData(png, PngRole);
        item->setData(picture.name, Qt::AccessibleTextRole);
        item->setToolTip(picture.name);
        item->setEditable(false);
        m_model->appendRow(item);
    }
}

void PicturePopup::markCurrent(const QByteArray &png)
{
    QModelIndex current = m_model->index(0, 0);
    m_grid->clearSelection();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(PngRole).toByteArray() == png)
            current = index;
    }
    m_grid->setCurrentIndex(current);
}

void PicturePopup::pick(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QByteArray png = index.data(PngRole).toByteArray();
    close();
    Q_EMIT picked(png);
}

/// In a list view Enter is the window's and Space the selection's.
bool PicturePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return PopupFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Space)
        return false;
    pick(m_grid->currentIndex());
    return true;
}

} // namespace Ui
