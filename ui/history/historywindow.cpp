#include "ui/history/historywindow.h"

#include "ui/history/historydeeds.h"
#include "ui/history/historyhead.h"
#include "ui/history/historypane.h"
#include "ui/history/historyside.h"
#include "ui/history/historytext.h"
#include "ui/history/readingpage.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/messagebar.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace Ui {

HistoryWindow::HistoryWindow(const QList<HistoryArchive> &archives, const EmoticonSet &emoticons,
    ChatPreferences &preferences, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_archives(archives)
    , m_hits(m_archives)
    , m_bar(new MessageBar(this))
    , m_head(new HistoryHead(m_archives, this))
    , m_side(new HistorySide(m_archives, this))
    , m_pane(new HistoryPane(m_archives, m_hits, emoticons, preferences, this))
    , m_announcer(new Announcer(this))
    , m_deeds(new HistoryDeeds(m_archives, *m_bar, emoticons, preferences, *this))
{
    setWindowTitle(tr("Message history"));
    setWindowIcon(Icons::mark());
    build();
    connectParts();
    connectDeeds();
    addKeys();
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1280, 800);
    resize(QSize(metrics.px(920), metrics.px(640)).boundedTo(room));
    m_archives.refresh();
    refresh();
    m_head->focusWords();
}

HistoryWindow::~HistoryWindow() = default;

// --- What it consists of ---------------------------------------------------------------------

void HistoryWindow::build()
{
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_side);
    splitter->addWidget(m_pane);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    const Metrics metrics = Metrics::of(this);
    splitter->setSizes({metrics.px(250), metrics.px(670)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_bar);
    column->addWidget(splitter, 1);
}

void HistoryWindow::connectParts()
{
    connect(m_head, &HistoryHead::changed, this, &HistoryWindow::refresh);
    connect(m_head, &HistoryHead::contentWanted, m_pane, &HistoryPane::focusContent);
    connect(m_head, &HistoryHead::archiveChanged, this, [this] {
        m_side->setArchive(m_head->archive());
        refresh();
    });
    connect(m_side, &HistorySide::personChosen, this, &HistoryWindow::refresh);
    connect(m_side, &HistorySide::dayChosen, this, &HistoryWindow::showDay);
    connect(&m_archives, &HistoryArchives::peopleRead, this, &HistoryWindow::showFound);
    connect(&m_archives, &HistoryArchives::changed, &m_pane->reading(), &ReadingPage::refresh);
    connect(&m_hits, &HitsModel::finished, this, &HistoryWindow::showFound);
    connect(m_pane, &HistoryPane::hitChosen, this, &HistoryWindow::showContext);
    const ReadingPage &reading = m_pane->reading();
    connect(&reading, &ReadingPage::backRequested, this, &HistoryWindow::goBack);
    connect(&reading, &ReadingPage::typed, m_head, &HistoryHead::continueTyping);
    connect(&reading, &ReadingPage::findRequested, m_head, &HistoryHead::focusWords);
    connect(&reading, &ReadingPage::linkActivated, this, &HistoryWindow::linkActivated);
    const auto tell = [this](const Msn::Error &error) { m_bar->showError(HistoryText::readError(error)); };
    connect(&reading, &ReadingPage::failed, this, tell);
    connect(&m_hits, &HitsModel::failed, this, tell);
    connect(&m_archives, &HistoryArchives::failed, this, tell);
}

void HistoryWindow::connectDeeds()
{
    connect(m_head, &HistoryHead::exportRequested, m_deeds, [this] { m_deeds->openExport(shown()); });
    connect(m_head, &HistoryHead::deleteRequested, m_deeds, [this] { m_deeds->openDelete(shown()); });
    connect(m_pane, &HistoryPane::removalWanted, m_deeds, &HistoryDeeds::askToDelete);
    connect(m_deeds, &HistoryDeeds::answered, m_pane, &HistoryPane::focusContent);
    connect(m_deeds, &HistoryDeeds::lineDeleted, this,
        [this](const HistoryPeer &peer, Msn::HistoryEntry::Id line) {
            m_hits.remove(peer.archive, line);
            m_pane->reading().dropLine(line);
        });
    connect(m_deeds, &HistoryDeeds::manyDeleted, this, &HistoryWindow::showAnew);
    connect(m_side, &HistorySide::menuMade, this, [this](QMenu *menu, const HistoryPeer &person) {
        const HistoryDeeds::Shown all{person, person.archive, {}, false};
        menu->addAction(tr("E&xport…"), this, [this, all] { m_deeds->openExport(all); });
        menu->addAction(tr("&Delete…"), this, [this, all] { m_deeds->openDelete(all); });
    });
}

void HistoryWindow::addKeys()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    add(QKeySequence::Find, [this] { m_head->focusWords(); });
    add(QKeySequence(Qt::Key_F6), [this] {
        if (m_head->wordsHaveFocus())
            m_pane->focusContent();
        else
            m_head->focusWords();
    });
    add(QKeySequence::Close, [this] { close(); });
}

// --- What is shown ---------------------------------------------------------------------------

void HistoryWindow::look(const std::optional<HistoryPeer> &person, const QString &words)
{
    m_head->resetFilters();
    if (person && m_head->archive() && *m_head->archive() != person->archive)
        m_head->setArchive({});
    m_side->setPerson(person);
    m_head->setWords(words);
    m_archives.refresh();
    refresh();
    if (isSearching())
        m_head->focusWords();
    else
        m_pane->focusContent();
}

void HistoryWindow::forget(const Msn::HistoryStore &store)
{
    const int archive = m_archives.find(store);
    if (archive < 0)
        return;
    m_hits.clear();
    if (m_side->person() && m_side->person()->archive == archive)
        m_side->setPerson({});
    m_pane->reading().clear();
    m_archives.forget(store);
    refresh();
}

bool HistoryWindow::isSearching() const
{
    return !m_side->person() || m_head->isNarrowed();
}

std::optional<int> HistoryWindow::archive() const
{
    return m_side->person() ? std::optional(m_side->person()->archive) : m_head->archive();
}

Msn::HistoryQuery HistoryWindow::query() const
{
    Msn::HistoryQuery query;
    if (m_side->person())
        query.with = {m_side->person()->address};
    m_head->addTo(query);
    return query;
}

HistoryDeeds::Shown HistoryWindow::shown() const
{
    return {m_side->person(), archive(), query(), m_head->isNarrowed()};
}

void HistoryWindow::refresh()
{
    m_bar->hide();
    showAnew();
}

void HistoryWindow::showAnew()
{
    m_pane->reading().setCanGoBack(isSearching());
    if (isSearching()) {
        startSearch();
    } else {
        m_hits.clear();
        m_pane->reading().showNewest(*m_side->person());
        m_pane->showReading();
    }
    refreshStatus();
}

void HistoryWindow::startSearch()
{
    if (m_pane->isReading())
        m_pane->showHits();
    m_hits.search(query(), archive());
}

void HistoryWindow::showFound()
{
    refreshStatus();
    if (m_pane->isReading() || !isSearching())
        return;
    if (m_hits.rowCount() > 0)
        m_pane->showHits();
    else
        m_pane->showWords(emptyWords());
    if (!m_head->words().isEmpty())
        m_announcer->say(m_hits.rowCount() > 0 ? m_head->status() : emptyWords().what);
}

ErrorWords HistoryWindow::emptyWords() const
{
    if (m_bar->isVisibleTo(this) && m_bar->kind() == MessageBar::Kind::Error)
        return {tr("Nothing can be shown."), tr("The bar above says why."), {}};
    if (!m_archives.wasRead())
        return {tr("Reading the history…"), {}, {}};
    if (!m_archives.people().isEmpty())
        return {tr("Nothing was found."), tr("Try fewer words or parts of them, another time, or everybody."),
            {}};
    if (m_archives.isKeeping())
        return {tr("Nothing is kept yet."),
            tr("What is said from now on stands here. What other messengers have kept can be brought in with "
               "“Import message history” in the File menu."),
            {}};
    return {tr("Nothing is kept."),
        tr("Choose “Keep my conversations” in the options to find here what is said from then on."), {}};
}

void HistoryWindow::refreshStatus()
{
    const int count = m_hits.rowCount();
    if (!isSearching() || m_archives.people().isEmpty())
        m_head->setStatus({});
    else if (m_hits.isSearching())
        m_head->setStatus(tr("Searching…"));
    else if (m_hits.hasMore())
        m_head->setStatus(tr("The newest %n message(s)", nullptr, count));
    else
        m_head->setStatus(tr("%n message(s)", nullptr, count));
}

void HistoryWindow::showContext(const HistoryHit &hit)
{
    m_pane->reading().showContext(hit, m_hits.words());
    m_pane->reading().setCanGoBack(true);
    m_pane->showReading();
    m_pane->focusContent();
    m_side->setDay(hit.entry.time.toLocalTime().date());
}

void HistoryWindow::showDay(const QDate &day)
{
    if (!m_side->person()) {
        m_head->setDay(day);
        return;
    }
    m_pane->reading().showDay(*m_side->person(), day);
    m_pane->reading().setCanGoBack(isSearching());
    m_pane->showReading();
}

// --- Keys ------------------------------------------------------------------------------------

void HistoryWindow::goBack()
{
    m_pane->showHits();
    showFound();
    m_pane->focusContent();
}

/// Back, step by step: to what was found, to everything, out of the window.
void HistoryWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_pane->isReading() && isSearching())
        goBack();
    else if (!m_head->words().isEmpty())
        m_head->setWords({});
    else
        close();
}

} // namespace Ui
