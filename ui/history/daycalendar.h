#pragma once

#include <QCalendarWidget>
#include <QSet>

namespace Ui {

/// A month with the days marked on which something was said.
class DayCalendar : public QCalendarWidget
{
    Q_OBJECT

public:
    explicit DayCalendar(QWidget *parent = nullptr);

    /// The first of the days that are shown, with some of the months before and after, and how many.
    QDate firstShown() const;
    static constexpr int shownDays = 42;
    void setMarked(const QList<QDate> &days);
    bool isMarked(const QDate &day) const { return m_marked.contains(day); }

    /// As narrow as the days can be read; Qt's own hint takes half of a small window.
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    /// The person wants to see this day.
    void dayChosen(const QDate &day);
    /// Other days are shown than before.
    void shownDaysChanged();

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
    void changeEvent(QEvent *event) override;

private:
    void dressNavigation();
    void applyColours();
    void describeDay();

    QSet<QDate> m_marked;
};

} // namespace Ui
