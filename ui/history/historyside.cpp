#include "ui/history/historyside.h"

#include "ui/history/countdelegate.h"
#include "ui/history/daycalendar.h"

#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace Ui {

HistorySide::HistorySide(HistoryArchives &archives, QWidget *parent)
    : QWidget(parent)
    , m_people(archives)
    , m_days(archives)
    , m_list(new QListView(this))
    , m_calendar(new DayCalendar(this))
{
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { choose(current.row()); });
    connect(m_list, &QListView::customContextMenuRequested, this, &HistorySide::showMenu);
    connect(&m_people, &QAbstractItemModel::modelReset, this, &HistorySide::select);
    connect(&archives, &HistoryArchives::changed, this, &HistorySide::markDays);
    connect(m_calendar, &DayCalendar::dayChosen, this, &HistorySide::dayChosen);
    connect(m_calendar, &DayCalendar::shownDaysChanged, this, &HistorySide::markDays);
    connect(&m_days, &MarkedDays::read, m_calendar, &DayCalendar::setMarked);
    select();
    markDays();
}

void HistorySide::build()
{
    m_list->setObjectName(QStringLiteral("historyPeople"));
    m_list->setAccessibleName(tr("People"));
    m_list->setModel(&m_people);
    m_list->setItemDelegate(new CountDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_calendar);
}

void HistorySide::setPerson(const std::optional<HistoryPeer> &person)
{
    m_person = person;
    select();
    markDays();
}

void HistorySide::setArchive(std::optional<int> archive)
{
    m_archive = archive;
    m_person.reset();
    m_people.setArchive(archive);
    select();
    markDays();
}

void HistorySide::setDay(const QDate &day)
{
    m_calendar->setSelectedDate(day);
}

void HistorySide::choose(int row)
{
    if (m_isSelecting)
        return;
    m_person = m_people.peerAt(row);
    markDays();
    Q_EMIT personChosen();
}

/// In the list, whoever is meant.
void HistorySide::select()
{
    const QScopedValueRollback guard(m_isSelecting, true);
    m_list->setCurrentIndex(m_people.index(m_people.rowOf(m_person)));
}

void HistorySide::markDays()
{
    m_days.ask(m_person, m_archive, m_calendar->firstShown(), DayCalendar::shownDays);
}

void HistorySide::showMenu(const QPoint &place)
{
    const auto person = m_people.peerAt(m_list->indexAt(place).row());
    if (!person)
        return;
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuMade(menu, *person);
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace Ui
