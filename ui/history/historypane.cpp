#include "ui/history/historypane.h"

#include "ui/history/hitdelegate.h"
#include "ui/history/hitsmodel.h"
#include "ui/history/readingpage.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace Ui {

HistoryPane::HistoryPane(HistoryArchives &archives, HitsModel &hits, const EmoticonSet &emoticons,
    ChatPreferences &preferences, QWidget *parent)
    : QStackedWidget(parent)
    , m_hits(hits)
    , m_list(new QListView(this))
    , m_reading(new ReadingPage(archives, emoticons, preferences, this))
    , m_wordsPage(new QWidget(this))
    , m_what(new QLabel(m_wordsPage))
    , m_remedy(new QLabel(m_wordsPage))
{
    buildList();
    addWidget(m_list);
    addWidget(m_reading);
    addWidget(makeWords());
    connect(m_reading, &ReadingPage::removalWanted, this, &HistoryPane::removalWanted);
}

void HistoryPane::buildList()
{
    m_list->setObjectName(QStringLiteral("hits"));
    m_list->setAccessibleName(tr("Messages that were found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(&m_hits);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &HistoryPane::choose);
    connect(m_list, &QListView::customContextMenuRequested, this, &HistoryPane::showMenu);
}

QWidget *HistoryPane::makeWords()
{
    const Metrics metrics = Metrics::of(this);
    m_what->setFont(metrics.nameFont());
    m_remedy->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(m_wordsPage);
    column->setContentsMargins(metrics.step(8), metrics.step(4), metrics.step(8), metrics.step(4));
    column->setSpacing(metrics.step(2));
    column->addStretch(1);
    for (QLabel *label : {m_what, m_remedy}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addStretch(2);
    return m_wordsPage;
}

void HistoryPane::showHits()
{
    setCurrentWidget(m_list);
}

void HistoryPane::showReading()
{
    setCurrentWidget(m_reading);
}

void HistoryPane::showWords(const ErrorWords &words)
{
    m_what->setText(words.what);
    m_remedy->setText(words.remedy);
    m_remedy->setToolTip(words.details);
    setCurrentWidget(m_wordsPage);
}

bool HistoryPane::isReading() const
{
    return currentWidget() == m_reading;
}

void HistoryPane::focusContent()
{
    if (isReading()) {
        m_reading->setFocus(Qt::TabFocusReason);
    } else if (currentWidget() == m_list) {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_hits.index(0));
        m_list->setFocus(Qt::TabFocusReason);
    }
}

void HistoryPane::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT hitChosen(m_hits.hit(index.row()));
}

/// Enter opens a line; letters belong to the search.
bool HistoryPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QStackedWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
        choose(m_list->currentIndex());
        return true;
    }
    if (press->key() == Qt::Key_Delete && m_list->currentIndex().isValid()) {
        const HistoryHit &hit = m_hits.hit(m_list->currentIndex().row());
        Q_EMIT removalWanted(hit.peer(), hit.entry.id);
        return true;
    }
    const bool plain = !(press->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const QString text = press->text();
    if (!plain || text.isEmpty() || !text.front().isPrint() || text.front() == u' ')
        return false;
    Q_EMIT m_reading->typed(text);
    return true;
}

void HistoryPane::showMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        return;
    const HistoryHit hit = m_hits.hit(index.row());
    const QString text = hit.entry.text;
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *open
        = menu->addAction(tr("&Show what was said around it"), this, [this, hit] { Q_EMIT hitChosen(hit); });
    menu->setDefaultAction(open);
    menu->addAction(
        Icons::icon("copy"), tr("&Copy"), this, [text] { QGuiApplication::clipboard()->setText(text); });
    menu->addSeparator();
    menu->addAction(
        tr("&Delete this message…"), this, [this, hit] { Q_EMIT removalWanted(hit.peer(), hit.entry.id); });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace Ui
