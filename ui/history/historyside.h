#pragma once

#include "ui/history/historyarchives.h"
#include "ui/history/markeddays.h"
#include "ui/history/peoplemodel.h"

#include <QWidget>

#include <optional>

class QListView;
class QMenu;

namespace Ui {

class DayCalendar;

/// Beside what is shown: with whom something is kept, and on which days.
class HistorySide : public QWidget
{
    Q_OBJECT

public:
    /// \p archives must outlive it.
    explicit HistorySide(HistoryArchives &archives, QWidget *parent = nullptr);

    /// Nothing: everybody.
    const std::optional<HistoryPeer> &person() const { return m_person; }
    void setPerson(const std::optional<HistoryPeer> &person);
    /// Only those of one history, and everybody in it; nothing: of all.
    void setArchive(std::optional<int> archive);
    void setDay(const QDate &day);

Q_SIGNALS:
    /// By the person at the screen.
    void personChosen();
    void dayChosen(const QDate &day);
    /// A menu for \p person is about to be shown.
    void menuMade(QMenu *menu, const Ui::HistoryPeer &person);

private:
    void build();
    void choose(int row);
    void select();
    void markDays();
    void showMenu(const QPoint &place);

    PeopleModel m_people;
    MarkedDays m_days;
    std::optional<HistoryPeer> m_person;
    std::optional<int> m_archive;
    bool m_isSelecting = false;
    QListView *m_list;
    DayCalendar *m_calendar;
};

} // namespace Ui
