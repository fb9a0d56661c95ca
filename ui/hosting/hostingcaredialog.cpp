#include "ui/hosting/hostingcaredialog.h"

#include "ui/text/caretext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTimeEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Ui {

HostingCareDialog::HostingCareDialog(const HostingPerson &person, QWidget *parent)
    : FormDialog(tr("Rules for %1").arg(person.name), tr("&Save"), parent)
    , m_person(person)
    , m_asks(new QCheckBox(tr("Meets only &people I have approved"), this))
    , m_people(new QTreeWidget(this))
    , m_quiet(new QCheckBox(tr("&Quiet hours, every day from"), this))
    , m_from(new QTimeEdit(QTime(21, 0), this))
    , m_until(new QTimeEdit(QTime(7, 0), this))
    , m_files(new QCheckBox(tr("Neither sends nor gets &files"), this))
{
    build();
    const HostingCare &care = person.care;
    m_asks->setChecked(care.asks);
    m_quiet->setChecked(care.quiet.has_value());
    if (care.quiet) {
        m_from->setTime(care.quiet->first);
        m_until->setTime(care.quiet->second);
    }
    m_files->setChecked(care.refusesFiles);
    fillPeople();
    for (QCheckBox *box : {m_asks, m_quiet, m_files})
        connect(box, &QCheckBox::toggled, this, &HostingCareDialog::refresh);
    for (QTimeEdit *edit : {m_from, m_until})
        connect(edit, &QTimeEdit::timeChanged, this, &HostingCareDialog::refresh);
    refresh();
}

void HostingCareDialog::build()
{
    const Metrics metrics = Metrics::of(this);
    m_people->setHeaderHidden(true);
    m_people->setRootIsDecorated(false);
    m_people->setItemDelegate(new RoomyDelegate(m_people));
    m_people->setAccessibleName(tr("People, approved or not"));
    m_people->setMaximumHeight(metrics.px(150));
    m_from->setAccessibleName(tr("Beginning of the quiet hours"));
    m_until->setAccessibleName(tr("End of the quiet hours"));
    addText(tr("For a child, for example. %1 is told these rules; they let nobody read what others write.")
                .arg(m_person.name));
    column()->addWidget(m_asks);
    column()->addWidget(m_people);
    column()->addLayout(makeQuietRow());
    column()->addWidget(m_files);
    column()->addSpacing(metrics.step(2));
    m_told = addText({});
    m_told->setForegroundRole(QPalette::PlaceholderText);
}

QLayout *HostingCareDialog::makeQuietRow()
{
    auto *to = new QLabel(tr("to", "between two times of the day"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::of(this).step(2));
    row->addWidget(m_quiet);
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_until);
    row->addStretch();
    return row;
}

void HostingCareDialog::fillPeople()
{
    for (const HostingAcquaintance &other : m_person.care.people) {
        const QString text = other.isWished
            //: Somebody who is not approved; %1 is an address.
            ? tr("%1, wished for").arg(other.address.toString())
            : other.address.toString();
        auto *item = new QTreeWidgetItem({text});
        item->setToolTip(0, text.toHtmlEscaped());
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, other.isApproved ? Qt::Checked : Qt::Unchecked);
        m_people->addTopLevelItem(item);
    }
}

HostingCare HostingCareDialog::care() const
{
    HostingCare care;
    care.asks = m_asks->isChecked();
    if (m_quiet->isChecked())
        care.quiet = std::pair(m_from->time(), m_until->time());
    care.refusesFiles = m_files->isChecked();
    for (qsizetype i = 0; i < m_person.care.people.size(); ++i) {
        const bool isApproved = m_people->topLevelItem(static_cast<int>(i))->checkState(0) == Qt::Checked;
        const HostingAcquaintance &other = m_person.care.people.at(i);
        care.people.append({other.address, isApproved, other.isWished && !isApproved});
    }
    return care;
}

void HostingCareDialog::refresh()
{
    const HostingCare chosen = care();
    m_people->setVisible(chosen.asks && !chosen.people.isEmpty());
    m_from->setEnabled(chosen.quiet.has_value());
    m_until->setEnabled(chosen.quiet.has_value());
    const QString told = CareText::describe({chosen.asks, chosen.quiet, chosen.refusesFiles});
    m_told->setText(told.isEmpty() ? tr("%1 is told nothing, because there are no rules.").arg(m_person.name)
                                   //: %1 are whole sentences that the person will read.
                                   : tr("This is what is told: “%1”").arg(told));
}

void HostingCareDialog::submit()
{
    Q_EMIT chosen(care());
    accept();
}

} // namespace Ui
