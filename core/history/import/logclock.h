#pragma once

#include <QDate>
#include <QDateTime>
#include <QStringView>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace Msn {

/// `21:18`, `21:18:15`, `9:18:15 PM`, `9:18 p.m.`; blanks around it and of any kind in it.
std::optional<QTime> parseClock(QStringView text);

/// A date as people in some country write it: `26 December 2003`, `Friday, December 26, 2003`, `2003-12-26`,
/// `26.12.2003`, `12/26/2003`. Where day and month cannot be told apart, the reading that lies nearer to
/// \p near; day first without it. Months are recognized in the languages the programs were sold in.
std::optional<QDate> parseLogDate(QStringView text, const QDate &near = {});

/// Makes moments out of lines that tell the time of day only, from the day the conversation began.
class LogClock
{
public:
    /// \p start and what at() is given are what a clock in \p zone showed.
    LogClock(const QDate &date, const QTime &start, const QTimeZone &zone);
    /// With a fixed distance from UTC.
    LogClock(const QDate &date, const QTime &start, int offsetSeconds);

    /// In UTC. A time that lies clearly before the one asked last belongs to the next day.
    QDateTime at(const QTime &time);
    /// In UTC; the times asked next follow this one.
    QDateTime at(const QDate &date, const QTime &time);
    const QDate &date() const { return m_date; }

private:
    QDate m_date;
    QTime m_last;
    QTimeZone m_zone;
};

} // namespace Msn
