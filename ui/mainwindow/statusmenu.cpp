#include "ui/mainwindow/statusmenu.h"

#include "ui/icons/statusicon.h"
#include "ui/text/statustext.h"

#include <QActionGroup>

namespace Ui {

using Msn::Status;

StatusMenu::StatusMenu(const QString &title, QWidget *parent)
    : QMenu(title, parent)
    , m_group(new QActionGroup(this))
{
    const QList<Status> statuses = StatusText::choosable();
    for (const Status status : statuses) {
        QAction *action = addAction(statusIcon(status), StatusText::menuEntry(status));
        action->setData(QVariant::fromValue(status));
        action->setCheckable(true);
        action->setIconVisibleInMenu(true);
        m_group->addAction(action);
    }
    connect(m_group, &QActionGroup::triggered, this,
        [this](QAction *action) { Q_EMIT statusChosen(action->data().value<Status>()); });
}

void StatusMenu::setStatus(Status status)
{
    const QList<QAction *> entries = m_group->actions();
    for (QAction *entry : entries)
        entry->setChecked(entry->data().value<Status>() == status);
}

} // namespace Ui
