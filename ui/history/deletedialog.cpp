#include "ui/history/deletedialog.h"

#include "ui/history/historytext.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

DeleteDialog::DeleteDialog(HistoryArchives &archives, const std::optional<HistoryPeer> &person,
    std::optional<int> archive, QWidget *parent)
    : FormDialog(tr("Delete messages"), tr("&Delete"), parent)
    , m_archives(archives)
    , m_person(person)
    , m_archive(person ? std::optional(person->archive) : archive)
    , m_remover(archives)
    , m_what(addText({}))
    , m_onlyPeriod(new QCheckBox(tr("Only those of a &period"), this))
    , m_from(makeDay())
    , m_until(makeDay())
{
    column()->addWidget(m_onlyPeriod);
    m_fromLabel = addField(tr("&First day"), m_from);
    m_untilLabel = addField(tr("&Last day"), m_until);
    addText(tr("They are deleted from this computer for good: nobody can bring them back. What other people "
               "have kept stays with them."));
    // Enter on a question like this is too easy.
    primaryButton()->setAutoDefault(false);
    buttons()->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(m_onlyPeriod, &QCheckBox::toggled, this, &DeleteDialog::refresh);
    connect(&m_remover, &MessageRemover::removed, this, [this](qint64 removed) {
        Q_EMIT deleted(removed);
        accept();
    });
    connect(&m_remover, &MessageRemover::failed, this,
        [this](const Msn::Error &error) { showError(HistoryText::removalError(error)); });
    refresh();
}

QDateEdit *DeleteDialog::makeDay()
{
    auto *day = new QDateEdit(QDate::currentDate(), this);
    day->setMaximumDate(QDate::currentDate());
    return day;
}

bool DeleteDialog::isPeriod() const
{
    return m_onlyPeriod->isChecked();
}

qint64 DeleteDialog::count() const
{
    if (isPeriod())
        return -1;
    qint64 lines = 0;
    for (const HistoryArchives::Person &person : m_archives.people()) {
        const bool isMeant
            = m_person ? person.peer == *m_person : !m_archive || person.peer.archive == *m_archive;
        lines += isMeant ? person.lines : 0;
    }
    return lines;
}

void DeleteDialog::refresh()
{
    const int lines = int(std::min<qint64>(count(), 1'000'000'000));
    const QString name = m_person ? m_archives.nameOf(*m_person) : QString();
    if (isPeriod())
        m_what->setText(m_person ? tr("Delete what was said with %1 in this period?").arg(name)
                                 : tr("Delete what was said with anybody in this period?"));
    else
        m_what->setText(m_person ? tr("Delete all %n message(s) with %1?", nullptr, lines).arg(name)
                                 : tr("Delete all %n message(s) of everybody?", nullptr, lines));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_fromLabel, m_from, m_untilLabel, m_until})
        widget->setEnabled(isPeriod());
}

Msn::HistorySelection DeleteDialog::selection() const
{
    Msn::HistorySelection selection;
    if (m_person)
        selection.with = m_person->address;
    if (isPeriod()) {
        selection.from = std::min(m_from->date(), m_until->date()).startOfDay();
        selection.until = std::max(m_from->date(), m_until->date()).addDays(1).startOfDay();
    }
    return selection;
}

void DeleteDialog::submit()
{
    setBusy(tr("Deleting… It goes on if you close this window."));
    m_remover.remove(m_archive, selection());
}

} // namespace Ui
