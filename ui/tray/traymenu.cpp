#include "ui/tray/traymenu.h"

#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/mainwindow/statusmenu.h"

#include <QCollator>

namespace Ui {

namespace {

/// A person's own words must not become mnemonics.
QString escaped(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

TrayMenu::TrayMenu(std::function<QList<TrayPerson>()> people, QWidget *parent)
    : QMenu(parent)
    , m_people(std::move(people))
    , m_status(new StatusMenu(tr("My &status"), this))
    , m_send(new QMenu(tr("S&end a message"), this))
{
    QAction *open = addAction(tr("&Open Swallowtail"), this, &TrayMenu::openRequested);
    setDefaultAction(open);
    addSeparator();
    addMenu(m_status);
    m_send->setIcon(Icons::icon("send"));
    addMenu(m_send);
    m_mute = addAction(tr("&Mute sounds"));
    m_mute->setCheckable(true);
    addSeparator();
    m_signOut = addAction(Icons::icon("sign-out"), tr("Sign o&ut"), this, &TrayMenu::signOutRequested);
    addAction(tr("E&xit"), this, &TrayMenu::exitRequested);
    connect(m_status, &StatusMenu::statusChosen, this, &TrayMenu::statusChosen);
    connect(m_mute, &QAction::triggered, this, &TrayMenu::muteChosen);
    // Trays that show the menu themselves ask only about the outermost one.
    connect(this, &QMenu::aboutToShow, this, &TrayMenu::fillSendMenu);
    setState({});
}

void TrayMenu::setState(const TrayState &state)
{
    m_status->setStatus(state.status);
    m_status->setEnabled(state.isSignedIn);
    m_send->setEnabled(state.isSignedIn);
    m_signOut->setEnabled(state.isSignedIn);
    fillSendMenu();
}

void TrayMenu::setMuted(bool muted)
{
    m_mute->setChecked(muted);
}

void TrayMenu::fillSendMenu()
{
    m_send->clear();
    QList<TrayPerson> people = m_people ? m_people() : QList<TrayPerson>();
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(people.begin(), people.end(),
        [&](const TrayPerson &a, const TrayPerson &b) { return collator.compare(a.name, b.name) < 0; });
    const QList<TrayPerson> shown = people.mid(0, mostPeople);
    for (const TrayPerson &person : shown) {
        QAction *action = m_send->addAction(statusIcon(person.status), escaped(person.name), this,
            [this, person] { Q_EMIT chatWanted(person.account, person.address); });
        action->setIconVisibleInMenu(true);
    }
    if (people.isEmpty())
        m_send->addAction(tr("Nobody is online"))->setEnabled(false);
    m_send->addSeparator();
    m_send->addAction(tr("Somebody &else…"), this, &TrayMenu::openRequested);
}

} // namespace Ui
