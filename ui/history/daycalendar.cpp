#include "ui/history/daycalendar.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QTableView>
#include <QTextCharFormat>
#include <QToolButton>

namespace Ui {

DayCalendar::DayCalendar(QWidget *parent)
    : QCalendarWidget(parent)
{
    setAccessibleName(tr("Days with messages"));
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(ShortDayNames);
    setFirstDayOfWeek(QLocale().firstDayOfWeek());
    setMaximumDate(QDate::currentDate().addYears(1));
    setGridVisible(false);
    dressNavigation();
    applyColours();
    connect(this, &QCalendarWidget::clicked, this, &DayCalendar::dayChosen);
    connect(this, &QCalendarWidget::activated, this, &DayCalendar::dayChosen);
    connect(this, &QCalendarWidget::currentPageChanged, this, &DayCalendar::shownDaysChanged);
    connect(this, &QCalendarWidget::selectionChanged, this, &DayCalendar::describeDay);
    describeDay();
}

QSize DayCalendar::minimumSizeHint() const
{
    constexpr int daysOfWeek = 7;
    return {daysOfWeek * Metrics::of(this).px(32), QCalendarWidget::minimumSizeHint().height()};
}

/// Qt's own names for its parts: there is no other way to them.
void DayCalendar::dressNavigation()
{
    const Metrics metrics = Metrics::of(this);
    if (auto *bar = findChild<QWidget *>(QStringLiteral("qt_calendar_navigationbar")))
        bar->setBackgroundRole(QPalette::Base);
    const std::pair<QString, QString> arrows[]{
        {QStringLiteral("qt_calendar_prevmonth"), tr("The month before")},
        {QStringLiteral("qt_calendar_nextmonth"), tr("The month after")},
    };
    for (const auto &[name, title] : arrows) {
        auto *button = findChild<QToolButton *>(name);
        if (!button)
            continue;
        const bool isNext = name.endsWith(QLatin1String("nextmonth"));
        const bool leads = isNext != isRightToLeft();
        button->setIcon(
            Icons::icon(leads ? QStringLiteral("forward") : QStringLiteral("back"), Tint::SecondInk));
        button->setIconSize({metrics.px(14), metrics.px(14)});
        button->setToolTip(title);
        button->setAccessibleName(title);
        button->setFocusPolicy(Qt::TabFocus);
    }
    for (const QString &name :
        {QStringLiteral("qt_calendar_monthbutton"), QStringLiteral("qt_calendar_yearbutton")}) {
        if (auto *button = findChild<QToolButton *>(name))
            button->setFocusPolicy(Qt::TabFocus);
    }
    if (auto *days = findChild<QTableView *>(QStringLiteral("qt_calendar_calendarview"))) {
        days->setAccessibleName(accessibleName());
        days->setFrameShape(QFrame::NoFrame);
        // A style that gives titles of columns some air does not mean these.
        days->horizontalHeader()->setMinimumSectionSize(metrics.px(16));
    }
}

void DayCalendar::applyColours()
{
    const Tokens &tokens = Tokens::of(palette());
    QTextCharFormat header;
    header.setForeground(tokens.secondInk);
    header.setFont(Metrics::of(this).smallFont());
    setHeaderTextFormat(header);
    QTextCharFormat day;
    day.setForeground(tokens.ink);
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday)
        setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(weekday), day);
    for (const QString &name :
        {QStringLiteral("qt_calendar_monthbutton"), QStringLiteral("qt_calendar_yearbutton")}) {
        if (auto *button = findChild<QToolButton *>(name)) {
            QPalette colours = palette();
            colours.setColor(QPalette::ButtonText, tokens.ink);
            colours.setColor(QPalette::Text, tokens.ink);
            colours.setColor(QPalette::HighlightedText, tokens.ink);
            button->setPalette(colours);
        }
    }
}

QDate DayCalendar::firstShown() const
{
    const QDate first(yearShown(), monthShown(), 1);
    // When a month begins with the week, a week of the one before is shown.
    const int before = (first.dayOfWeek() - static_cast<int>(firstDayOfWeek()) + 7) % 7;
    return first.addDays(before == 0 ? -7 : -before);
}

void DayCalendar::setMarked(const QList<QDate> &days)
{
    m_marked = QSet<QDate>(days.cbegin(), days.cend());
    updateCells();
    describeDay();
}

void DayCalendar::describeDay()
{
    const QString day = QLocale().toString(selectedDate(), QLocale::LongFormat);
    setAccessibleDescription(
        isMarked(selectedDate()) ? tr("%1, with messages").arg(day) : tr("%1, no messages").arg(day));
    if (auto *days = findChild<QTableView *>(QStringLiteral("qt_calendar_calendarview")))
        days->setAccessibleDescription(accessibleDescription());
}

void DayCalendar::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const Tokens &tokens = Tokens::of(palette());
    const Metrics metrics = Metrics::of(this);
    const bool hasLines = isMarked(date);
    const bool isOfMonth = date.month() == monthShown();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect).adjusted(1, 1, -1, -1);
    if (date == selectedDate()) {
        painter->setPen(hasFocus() || focusWidget() ? QPen(tokens.accent, 1) : Qt::NoPen);
        painter->setBrush(tokens.selection);
        painter->drawRoundedRect(ground, metrics.step(), metrics.step());
    } else if (date == QDate::currentDate()) {
        painter->setPen(QPen(tokens.fieldBorder, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ground, metrics.step(), metrics.step());
    }
    QFont font = this->font();
    if (hasLines)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(hasLines && isOfMonth ? tokens.ink : tokens.secondInk);
    const int mark = metrics.px(4);
    painter->drawText(rect.adjusted(0, 0, 0, -mark), Qt::AlignCenter, QLocale().toString(date.day()));
    if (hasLines) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawEllipse(
            QRectF(rect.center().x() + 0.5 - mark / 2.0, rect.bottom() - mark - 1, mark, mark));
    }
    painter->restore();
}

void DayCalendar::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
    if (event->type() == QEvent::LayoutDirectionChange)
        dressNavigation();
}

} // namespace Ui
