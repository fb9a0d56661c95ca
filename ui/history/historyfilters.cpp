#include "ui/history/historyfilters.h"

#include "ui/history/historyarchives.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QSignalBlocker>

namespace Ui {

using Kind = Msn::HistoryEntry::Kind;

HistoryFilters::HistoryFilters(const HistoryArchives &archives, QWidget *parent)
    : QWidget(parent)
    , m_account(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_time(new QComboBox(this))
    , m_from(makeDate(tr("First day")))
    //: Between two dates: from the one to the other.
    , m_to(new QLabel(tr("to"), this))
    , m_until(makeDate(tr("Last day")))
{
    fillAccounts(archives);
    fillKinds();
    fillTimes();
    auto *row = new FlowLayout(Metrics::of(this).step(2), this);
    row->setContentsMargins({});
    for (QWidget *field : std::initializer_list<QWidget *>{m_account, m_kind, m_time, m_from, m_to, m_until})
        row->addWidget(field);
    // An entry of the list keeps more free before and behind its words than the box does.
    for (QComboBox *box : {m_kind, m_time})
        box->setMinimumWidth(box->sizeHint().width() + Metrics::of(this).step(7));
    m_account->setVisible(archives.count() > 1);
    connect(m_account, &QComboBox::currentIndexChanged, this, &HistoryFilters::archiveChanged);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HistoryFilters::changed);
    connect(m_time, &QComboBox::currentIndexChanged, this, &HistoryFilters::applyTime);
    connect(m_from, &QDateEdit::dateChanged, this, &HistoryFilters::changed);
    connect(m_until, &QDateEdit::dateChanged, this, &HistoryFilters::changed);
    applyTime();
}

void HistoryFilters::fillAccounts(const HistoryArchives &archives)
{
    m_account->setAccessibleName(tr("Account"));
    m_account->addItem(tr("All accounts"));
    for (int i = 0; i < archives.count(); ++i)
        //: One of several accounts: its address, the name of its network.
        m_account->addItem(tr("%1 on %2").arg(archives.at(i).account.toString(), archives.at(i).network), i);
}

void HistoryFilters::fillKinds()
{
    m_kind->setAccessibleName(tr("Kind"));
    const std::pair<QString, QList<Kind>> kinds[]{
        {tr("Everything"), {}},
        {tr("Messages"), {Kind::Text, Kind::Action}},
        {tr("Nudges"), {Kind::Nudge}},
        {tr("Files"), {Kind::File}},
        {tr("Who came and left"), {Kind::Joined, Kind::Left}},
        {tr("What could not be shown"), {Kind::Unsupported}},
    };
    for (const auto &[title, members] : kinds)
        m_kind->addItem(title, QVariant::fromValue(members));
}

void HistoryFilters::fillTimes()
{
    m_time->setAccessibleName(tr("Time"));
    const std::pair<QString, Time> times[]{
        {tr("Any time"), Time::Any},
        {tr("Today"), Time::Today},
        {tr("The last 7 days"), Time::Week},
        {tr("The last 30 days"), Time::Month},
        {tr("The last 12 months"), Time::Year},
        {tr("A period"), Time::Period},
    };
    for (const auto &[title, value] : times)
        m_time->addItem(title, int(value));
}

QDateEdit *HistoryFilters::makeDate(const QString &name)
{
    auto *edit = new QDateEdit(QDate::currentDate(), this);
    edit->setAccessibleName(name);
    edit->setCalendarPopup(false);
    edit->setMaximumDate(QDate::currentDate().addYears(1));
    return edit;
}

HistoryFilters::Time HistoryFilters::time() const
{
    return static_cast<Time>(m_time->currentData().toInt());
}

std::optional<int> HistoryFilters::archive() const
{
    const QVariant chosen = m_account->currentData();
    return chosen.isValid() ? std::optional(chosen.toInt()) : std::nullopt;
}

void HistoryFilters::setArchive(std::optional<int> archive)
{
    m_account->setCurrentIndex(archive ? *archive + 1 : 0);
}

QDate HistoryFilters::firstDay() const
{
    const QDate today = QDate::currentDate();
    switch (time()) {
    case Time::Any:
        return {};
    case Time::Today:
        return today;
    case Time::Week:
        return today.addDays(-6);
    case Time::Month:
        return today.addDays(-29);
    case Time::Year:
        return today.addYears(-1).addDays(1);
    case Time::Period:
        return qMin(m_from->date(), m_until->date());
    }
    return {};
}

void HistoryFilters::addTo(Msn::HistoryQuery &query) const
{
    query.kinds = m_kind->currentData().value<QList<Kind>>();
    if (const QDate first = firstDay(); first.isValid())
        query.from = first.startOfDay();
    if (time() == Time::Period)
        query.until = qMax(m_from->date(), m_until->date()).addDays(1).startOfDay();
}

bool HistoryFilters::isSet() const
{
    return m_kind->currentIndex() > 0 || time() != Time::Any;
}

void HistoryFilters::applyTime()
{
    const bool isPeriod = time() == Time::Period;
    for (QWidget *field : std::initializer_list<QWidget *>{m_from, m_to, m_until})
        field->setVisible(isPeriod);
    Q_EMIT changed();
}

void HistoryFilters::setDay(const QDate &day)
{
    {
        const QSignalBlocker from(m_from);
        const QSignalBlocker until(m_until);
        m_from->setDate(day);
        m_until->setDate(day);
    }
    const int period = m_time->findData(int(Time::Period));
    if (m_time->currentIndex() == period)
        Q_EMIT changed();
    else
        m_time->setCurrentIndex(period);
}

void HistoryFilters::reset()
{
    m_kind->setCurrentIndex(0);
    m_time->setCurrentIndex(0);
}

} // namespace Ui
