#include "ui/historyimport/importchoicepage.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

ImportChoicePage::ImportChoicePage(const Msn::Address &account, int keptDays, QWidget *parent)
    : QWidget(parent)
{
    const Metrics metrics = Metrics::of(this);
    auto *explanation = new QLabel(
        //: %1 is an address.
        tr("Bring the conversations that another messenger kept on this computer into the history of %1. "
           "Nothing that is there already is changed or doubled.")
            .arg(account.toString()),
        this);
    explanation->setWordWrap(true);
    explanation->setTextFormat(Qt::PlainText);
    auto *programs
        = new QLabel(tr("Logs of these can be read: classic messenger (XML), Messenger Plus, aMSN, "
                        "Pidgin and Gaim, emesene, KMess. So can what was exported from here as JSON."),
            this);
    programs->setWordWrap(true);
    programs->setForegroundRole(QPalette::PlaceholderText);
    auto *folder = new QPushButton(tr("Choose a &folder…"), this);
    auto *files = new QPushButton(tr("Choose f&iles…"), this);
    folder->setDefault(true);
    connect(folder, &QPushButton::clicked, this, &ImportChoicePage::chooseFolder);
    connect(files, &QPushButton::clicked, this, &ImportChoicePage::chooseFiles);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics.step(2));
    buttons->addWidget(folder);
    buttons->addWidget(files);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(3));
    column->addWidget(explanation);
    column->addWidget(programs);
    if (keptDays > 0)
        column->addWidget(makeWarning(keptDays));
    column->addLayout(buttons);
    column->addStretch();
}

QWidget *ImportChoicePage::makeWarning(int keptDays)
{
    auto *bar = new MessageBar(this);
    bar->showInformation(tr("Your options keep messages for %n day(s): what is older is deleted again every "
                            "day. To have it stay, "
                            "choose there first to keep them for ever.",
        nullptr, keptDays));
    return bar;
}

void ImportChoicePage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose logs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportChoicePage::chosen);
    dialog->open();
}

void ImportChoicePage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder with logs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportChoicePage::chosen);
    dialog->open();
}

} // namespace Ui
