#include "ui/listcopies/restorechoicepage.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

RestoreChoicePage::RestoreChoicePage(const Msn::Address &account, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_list(new QListWidget(this))
{
    const Metrics metrics = Metrics::of(this);
    auto *explanation = new QLabel(
        //: %1 is an address.
        tr("Bring back people, groups, blocks and notes that are missing from the list of %1. Nobody is "
           "taken "
           "off the list.")
            .arg(account.toString()),
        this);
    explanation->setWordWrap(true);
    explanation->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_list);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAccessibleName(tr("Copies of your contact list"));
    connect(m_list, &QListWidget::itemActivated, this, &RestoreChoicePage::copyActivated);
    auto *file = new QPushButton(tr("Open a &file…"), this);
    file->setToolTip(tr("A contact list that was saved here (.json) or by a classic messenger (.ctt)"));
    file->setAutoDefault(false);
    connect(file, &QPushButton::clicked, this, &RestoreChoicePage::chooseFile);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    column->addWidget(explanation);
    column->addSpacing(metrics.step(1));
    column->addWidget(m_label);
    column->addWidget(m_list, 1);
    column->addWidget(file, 0, Qt::AlignLeading);
    column->addStretch();
}

void RestoreChoicePage::setCopies(const QList<Msn::ListCopy> &copies)
{
    m_copies = copies;
    m_list->clear();
    for (const Msn::ListCopy &copy : copies)
        m_list->addItem(QLocale().toString(copy.day, QLocale::LongFormat));
    m_list->setCurrentRow(0);
    m_list->setVisible(hasCopies());
    m_label->setText(hasCopies()
            ? tr("&Copies that were kept on this computer:")
            : tr("A copy of your contact list is kept each day you are signed in. There is none yet."));
}

const Msn::ListCopy &RestoreChoicePage::chosen() const
{
    return m_copies.at(std::max(m_list->currentRow(), 0));
}

void RestoreChoicePage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a contact list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Contact lists (*.ctt *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreChoicePage::fileChosen);
    dialog->open();
}

} // namespace Ui
