#include "ui/conversation/input/emoticonpicker.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/emoticons/emoticonpixmap.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/searchfield.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace Ui {
namespace {

constexpr int columns = int(ChatPreferences::maxRecentEmoticons);
constexpr int rows = 7;
constexpr double cellPixels = 34;

enum Role {
    NameRole = Qt::UserRole + 1,
    CodeRole,
    SearchRole, ///< what a search looks through
};

QStandardItem *itemFor(const Emoticon &emoticon)
{
    auto *item = new QStandardItem;
    item->setIcon(emoticonIcon(emoticon));
    item->setData(emoticon.name, NameRole);
    item->setData(emoticon.code(), CodeRole);
    item->setData(
        QString(emoticon.title + u' ' + emoticon.name + u' ' + emoticon.codes.join(u' ')), SearchRole);
    item->setData(emoticon.title, Qt::AccessibleTextRole);
    item->setToolTip(QStringLiteral("<span>%1&nbsp;&nbsp;%2</span>")
                         .arg(emoticon.title.toHtmlEscaped(), emoticon.codes.join(u' ').toHtmlEscaped()));
    item->setEditable(false);
    return item;
}

} // namespace

EmoticonPicker::EmoticonPicker(const EmoticonSet &emoticons, ChatPreferences &preferences, QWidget *parent)
    : PopupFrame(parent)
    , m_emoticons(emoticons)
    , m_preferences(preferences)
    , m_model(new QStandardItemModel(this))
    , m_matches(new QSortFilterProxyModel(this))
    , m_recentModel(new QStandardItemModel(this))
    , m_search(new QLineEdit(this))
    , m_recent(makeGrid(QStringLiteral("recentEmoticons"), 1))
    , m_grid(makeGrid(QStringLiteral("emoticons"), rows))
    , m_title(new QLabel(this))
{
    for (const Emoticon &emoticon : emoticons.all())
        m_model->appendRow(itemFor(emoticon));
    m_matches->setSourceModel(m_model);
    m_matches->setFilterRole(SearchRole);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_grid->setModel(m_matches);
    m_recent->setModel(m_recentModel);
    m_grid->setAccessibleName(tr("Emoticons"));
    m_recent->setAccessibleName(tr("Recently used emoticons"));

    m_search->setObjectName(QStringLiteral("emoticonSearch"));
    m_search->setPlaceholderText(tr("Find an emoticon"));
    makeSearchField(*m_search);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &EmoticonPicker::search);

    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_title->setTextFormat(Qt::PlainText);

    const Metrics metrics = Metrics::of(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics.step(2), metrics.step(2), metrics.step(2), metrics.step(2));
    layout->setSpacing(metrics.step(2));
    for (QWidget *part : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_recent),
             static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_title)})
        layout->addWidget(part);
}

QListView *EmoticonPicker::makeGrid(const QString &name, int rowCount)
{
    const Metrics metrics = Metrics::of(this);
    const int cell = metrics.px(cellPixels);
    auto *grid = new QListView(this);
    grid->setObjectName(name);
    grid->setViewMode(QListView::IconMode);
    grid->setMovement(QListView::Static);
    grid->setResizeMode(QListView::Adjust);
    grid->setUniformItemSizes(true);
    grid->setGridSize({cell, cell});
    grid->setIconSize({metrics.px(22), metrics.px(22)});
    grid->setFrameShape(QFrame::NoFrame);
    grid->setMouseTracking(true);
    grid->setSelectionMode(QAbstractItemView::SingleSelection);
    grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    grid->setVerticalScrollBarPolicy(rowCount == 1 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    grid->viewport()->setBackgroundRole(QPalette::Window);
    grid->setFixedSize(columns * cell + metrics.px(13), rowCount * cell + 2);
    grid->installEventFilter(this);
    connect(grid, &QListView::clicked, this, &EmoticonPicker::pick);
    connect(grid, &QListView::activated, this, &EmoticonPicker::pick);
    connect(grid, &QListView::entered, this, &EmoticonPicker::showTitle);
    return grid;
}

void EmoticonPicker::popUp(const QWidget &anchor)
{
    fillRecent();
    m_search->clear();
    m_title->setText(tr("Type a name to search."));
    showAt(anchor);
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmoticonPicker::fillRecent()
{
    m_recentModel->clear();
    for (const QString &name : m_preferences.recentEmoticons()) {
        if (const Emoticon *emoticon = m_emoticons.find(name))
            m_recentModel->appendRow(itemFor(*emoticon));
    }
    m_recent->setVisible(m_recentModel->rowCount() > 0);
}

void EmoticonPicker::search(const QString &text)
{
    m_matches->setFilterFixedString(text.trimmed());
    const bool found = m_matches->rowCount() > 0;
    m_title->setText(found ? QString() : tr("There is no emoticon of that name."));
    m_recent->setVisible(text.isEmpty() && m_recentModel->rowCount() > 0);
    if (found && !text.isEmpty())
        m_grid->setCurrentIndex(m_matches->index(0, 0));
    else
        m_grid->setCurrentIndex({});
}

void EmoticonPicker::showTitle(const QModelIndex &index)
{
    const QString title = index.data(Qt::AccessibleTextRole).toString();
    m_title->setText(
        index.isValid() ? QStringLiteral("%1   %2").arg(title, index.data(CodeRole).toString()) : QString());
}

void EmoticonPicker::pick(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString code = index.data(CodeRole).toString();
    m_preferences.noteEmoticon(index.data(NameRole).toString());
    close();
    Q_EMIT picked(code);
}

void EmoticonPicker::pickFirst()
{
    if (!m_search->text().isEmpty())
        pick(m_matches->index(0, 0));
}

bool EmoticonPicker::handleSearchKey(int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        pickFirst();
        return true;
    }
    if (key != Qt::Key_Down)
        return false;
    QListView *target = m_recent->isVisible() ? m_recent : m_grid;
    target->setFocus(Qt::OtherFocusReason);
    if (!target->currentIndex().isValid())
        target->setCurrentIndex(target->model()->index(0, 0));
    showTitle(target->currentIndex());
    return true;
}

bool EmoticonPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return PopupFrame::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_search)
        return handleSearchKey(press->key());
    auto *grid = qobject_cast<QListView *>(watched);
    const bool enter
        = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter || press->key() == Qt::Key_Space;
    if (enter) {
        pick(grid->currentIndex());
        return true;
    }
    const bool isFirstRow = grid->currentIndex().row() < columns;
    if (press->key() == Qt::Key_Up && isFirstRow) {
        (grid == m_grid && m_recent->isVisible() ? static_cast<QWidget *>(m_recent) : m_search)->setFocus();
        return true;
    }
    if (press->key() == Qt::Key_Down && grid == m_recent) {
        m_grid->setFocus();
        m_grid->setCurrentIndex(m_matches->index(m_recent->currentIndex().row(), 0));
        return true;
    }
    return false;
}

} // namespace Ui
