#include "core/history/import/logclock.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace Msn {

namespace {

/// A clock that is set back, or two programs that disagree, make no new day.
constexpr int toleratedSeconds = 600;

void addMonths(QHash<QString, int> &months, const QLocale &locale)
{
    for (int month = 1; month <= 12; ++month) {
        for (const QLocale::FormatType length : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (QString name :
                {locale.monthName(month, length), locale.standaloneMonthName(month, length)}) {
                name = name.toLower().remove(u'.');
                if (name.size() > 1 && !name.at(0).isDigit() && !months.contains(name))
                    months.insert(name, month);
            }
        }
    }
}

const QHash<QString, int> &monthNames()
{
    static const QHash<QString, int> names = [] {
        QHash<QString, int> months;
        for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish,
                 QLocale::Portuguese, QLocale::Italian, QLocale::Dutch, QLocale::Swedish, QLocale::Danish,
                 QLocale::NorwegianBokmal, QLocale::Finnish, QLocale::Polish, QLocale::Czech,
                 QLocale::Hungarian, QLocale::Turkish, QLocale::Russian, QLocale::Greek})
            addMonths(months, QLocale(language));
        return months;
    }();
    return names;
}

/// The number of the month that a word of \p text names, and that word taken out; 0 if there is none.
int takeMonth(QString &text)
{
    static const QRegularExpression word(
        QStringLiteral("\\p{L}{2,}"), QRegularExpression::UseUnicodePropertiesOption);
    auto words = word.globalMatch(text);
    while (words.hasNext()) {
        const auto match = words.next();
        const int month = monthNames().value(match.captured());
        if (month > 0) {
            text.remove(match.capturedStart(), match.capturedLength());
            return month;
        }
    }
    return 0;
}

QList<int> numbersIn(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("[0-9]{1,4}"));
    QList<int> numbers;
    auto matches = number.globalMatch(text);
    while (matches.hasNext() && numbers.size() < 4)
        numbers.append(matches.next().captured().toInt());
    return numbers;
}

std::optional<QDate> validDate(int year, int month, int day)
{
    const QDate date(year < 70 ? year + 2000 : year, month, day);
    const bool plausible = date.isValid() && date.year() >= 1995 && date.year() <= 2100;
    return plausible ? std::optional(date) : std::nullopt;
}

/// `26/12/2003` or `12/26/2003`.
std::optional<QDate> nearest(int first, int second, int year, const QDate &near)
{
    const auto dayFirst = validDate(year, second, first);
    const auto monthFirst = validDate(year, first, second);
    if (!dayFirst || !monthFirst || !near.isValid())
        return dayFirst ? dayFirst : monthFirst;
    return std::abs(near.daysTo(*dayFirst)) <= std::abs(near.daysTo(*monthFirst)) ? dayFirst : monthFirst;
}

} // namespace

std::optional<QTime> parseClock(QStringView text)
{
    // Some computers put a narrow blank before the letters.
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?\\s*"
                       "(?:([AaPp])\\.?\\s?[Mm]\\.?)?\\s*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(text.left(32).toString());
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    if (match.hasCaptured(4)) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (match.captured(4).toLower() == u"p" ? 12 : 0);
    }
    const QTime time(hour, match.captured(2).toInt(), match.captured(3).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QDate> parseLogDate(QStringView text, const QDate &near)
{
    QString words = text.left(128).toString().toLower();
    const int month = takeMonth(words);
    const QList<int> numbers = numbersIn(words);
    if (month > 0) {
        if (numbers.size() < 2)
            return std::nullopt;
        return numbers.at(0) > 31 ? validDate(numbers.at(0), month, numbers.at(1))
                                  : validDate(numbers.at(1), month, numbers.at(0));
    }
    if (numbers.size() < 3)
        return std::nullopt;
    if (numbers.at(0) > 31)
        return validDate(numbers.at(0), numbers.at(1), numbers.at(2));
    return nearest(numbers.at(0), numbers.at(1), numbers.at(2), near);
}

LogClock::LogClock(const QDate &date, const QTime &start, const QTimeZone &zone)
    : m_date(date)
    , m_last(start)
    , m_zone(zone)
{
}

LogClock::LogClock(const QDate &date, const QTime &start, int offsetSeconds)
    : LogClock(date, start, QTimeZone(offsetSeconds))
{
}

QDateTime LogClock::at(const QTime &time)
{
    if (m_last.secsTo(time) < -toleratedSeconds)
        m_date = m_date.addDays(1);
    // Of two times that came in the wrong order the later counts.
    if (m_last.secsTo(time) < -toleratedSeconds || time > m_last)
        m_last = time;
    return QDateTime(m_date, time, m_zone).toUTC();
}

QDateTime LogClock::at(const QDate &date, const QTime &time)
{
    m_date = date;
    m_last = time;
    return QDateTime(date, time, m_zone).toUTC();
}

} // namespace Msn
