#include "ui/mainwindow/listarrangement.h"

#include "core/models/contactlistmodel.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactlistproxy.h"

#include <QActionGroup>
#include <QMenu>
#include <QScopedValueRollback>

namespace Ui {

using namespace Msn;

namespace {

const QString byStatus = QStringLiteral("status");
const QString byName = QStringLiteral("name");
const QString byGroup = QStringLiteral("group");

} // namespace

ListArrangement::ListArrangement(
    Settings &settings, ContactListModel &model, ContactListProxy &proxy, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_model(model)
    , m_proxy(proxy)
    , m_sortByGroup(makeChoice(tr("&Groups")))
    , m_sortByStatus(makeChoice(tr("&Online and offline")))
    , m_sortByName(makeChoice(tr("&Name")))
    , m_viewByName(makeChoice(tr("&Display name")))
    , m_viewByAddress(makeChoice(tr("&E-mail address")))
    , m_offlineTogether(makeChoice(tr("&Keep offline contacts together")))
    , m_showOffline(makeChoice(tr("S&how offline contacts")))
    , m_hideEmptyGroups(makeChoice(tr("Hide &empty groups")))
{
    makeExclusive({m_sortByGroup, m_sortByStatus, m_sortByName});
    makeExclusive({m_viewByName, m_viewByAddress});
    restore();
    apply();
    const QList<QAction *> actions = findChildren<QAction *>();
    for (const QAction *action : actions) {
        connect(action, &QAction::toggled, this, [this] {
            if (m_restoring)
                return;
            {
                const QScopedValueRollback keeping(m_keeping, true);
                keep();
            }
            apply();
            Q_EMIT changed();
        });
    }
    connect(&settings, &Settings::changed, this, &ListArrangement::follow);
}

/// Another list of the same window was arranged.
void ListArrangement::follow(const QString &name)
{
    const bool isFolding = name == QLatin1String(Setting::collapsedGroups.name);
    if (m_keeping || isFolding || !name.startsWith(QLatin1String("list.")))
        return;
    {
        const QScopedValueRollback restoring(m_restoring, true);
        restore();
    }
    apply();
    Q_EMIT changed();
}

void ListArrangement::addTo(QMenu &menu) const
{
    QMenu *sorting = menu.addMenu(tr("&Sort contacts by"));
    sorting->addActions({m_sortByGroup, m_sortByStatus, m_sortByName});
    QMenu *naming = menu.addMenu(tr("&View contacts by"));
    naming->addActions({m_viewByName, m_viewByAddress});
    menu.addActions({m_showOffline, m_offlineTogether, m_hideEmptyGroups});
}

QAction *ListArrangement::makeChoice(const QString &text)
{
    auto *action = new QAction(text, this);
    action->setCheckable(true);
    return action;
}

void ListArrangement::makeExclusive(const QList<QAction *> &actions)
{
    auto *group = new QActionGroup(this);
    for (QAction *action : actions)
        group->addAction(action);
}

void ListArrangement::restore()
{
    const QString sorting = m_settings.value(Setting::listSorting);
    m_sortByStatus->setChecked(sorting == byStatus);
    m_sortByName->setChecked(sorting == byName);
    m_sortByGroup->setChecked(!m_sortByStatus->isChecked() && !m_sortByName->isChecked());
    m_viewByAddress->setChecked(m_settings.value(Setting::listByAddress));
    m_viewByName->setChecked(!m_viewByAddress->isChecked());
    m_offlineTogether->setChecked(m_settings.value(Setting::offlineTogether));
    m_showOffline->setChecked(m_settings.value(Setting::showOffline));
    m_hideEmptyGroups->setChecked(m_settings.value(Setting::hideEmptyGroups));
}

void ListArrangement::keep()
{
    const QString otherwise = m_sortByName->isChecked() ? byName : byGroup;
    m_settings.setValue(Setting::listSorting, m_sortByStatus->isChecked() ? byStatus : otherwise);
    m_settings.setValue(Setting::listByAddress, m_viewByAddress->isChecked());
    m_settings.setValue(Setting::offlineTogether, m_offlineTogether->isChecked());
    m_settings.setValue(Setting::showOffline, m_showOffline->isChecked());
    m_settings.setValue(Setting::hideEmptyGroups, m_hideEmptyGroups->isChecked());
}

void ListArrangement::apply()
{
    ContactGrouping grouping;
    if (m_sortByStatus->isChecked())
        grouping.by = ContactGrouping::By::Status;
    else if (m_sortByName->isChecked())
        grouping.by = ContactGrouping::By::Name;
    grouping.offlineTogether = m_offlineTogether->isChecked() && m_showOffline->isChecked();
    m_model.setGrouping(grouping);
    m_proxy.setNameStyle(m_viewByAddress->isChecked() ? ContactListProxy::NameStyle::Address
                                                      : ContactListProxy::NameStyle::Name);
    m_proxy.setShowOffline(m_showOffline->isChecked());
    m_proxy.setHideEmptyGroups(m_hideEmptyGroups->isChecked());
    // By status they are together already, and whoever is not shown is nowhere.
    m_offlineTogether->setEnabled(!m_sortByStatus->isChecked() && m_showOffline->isChecked());
}

} // namespace Ui
