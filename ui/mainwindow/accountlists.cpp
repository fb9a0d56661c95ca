#include "ui/mainwindow/accountlists.h"

#include "ui/contacts/contactview.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/contactactions.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace Ui {

AccountLists::AccountLists(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

/// While this is still whole: the lists have things to say when they go.
AccountLists::~AccountLists()
{
    qDeleteAll(std::exchange(m_sections, {}));
}

void AccountLists::add(AccountSection *section)
{
    m_sections.append(section);
    m_column->insertWidget(m_column->count() - 1, section);
    if (!m_current)
        m_current = section;
    ContactView *list = section->view();
    list->installEventFilter(this);
    connect(list, &ContactView::leftAtEnd, this, [this, section](bool down) { step(*section, down); });
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, section] { showCurrentRow(*section); });
    arrange();
}

void AccountLists::remove(AccountSection *section)
{
    m_sections.removeOne(section);
    if (m_current == section)
        setCurrent(m_sections.constFirst());
    // It may be the one whose button brought us here, but its account will not wait.
    section->hide();
    m_column->removeWidget(section);
    delete section;
    arrange();
}

AccountSection *AccountLists::of(const Msn::Account &account) const
{
    for (AccountSection *candidate : m_sections) {
        if (&candidate->account() == &account)
            return candidate;
    }
    return nullptr;
}

bool AccountLists::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (AccountSection *section : std::as_const(m_sections)) {
            if (watched == section->view())
                setCurrent(section);
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

void AccountLists::arrange()
{
    const bool areSeveral = m_sections.size() > 1;
    QList<QPointer<ContactActions>> all;
    for (const AccountSection *section : std::as_const(m_sections))
        all.append(section->actions());
    for (AccountSection *section : std::as_const(m_sections)) {
        section->setShared(areSeveral);
        section->actions()->setAll(all);
    }
    m_column->setStretch(0, areSeveral ? 0 : 1);
    m_column->setStretch(m_column->count() - 1, areSeveral ? 1 : 0);
}

/// A list among others cannot scroll to its row itself.
void AccountLists::showCurrentRow(const AccountSection &section)
{
    if (m_sections.size() < 2)
        return;
    const ContactView *list = section.view();
    const QRect row = list->visualRect(list->currentIndex());
    const QPoint place = list->viewport()->mapTo(widget(), row.center());
    ensureVisible(0, place.y(), 0, row.height());
}

void AccountLists::setCurrent(AccountSection *section)
{
    if (m_current == section)
        return;
    m_current = section;
    // One row is selected, not one in each list.
    for (const AccountSection *other : std::as_const(m_sections)) {
        if (other != section)
            other->view()->clearSelection();
    }
    section->view()->selectCurrent();
    Q_EMIT currentChanged();
}

void AccountLists::step(const AccountSection &from, bool down)
{
    const int step = down ? 1 : -1;
    qsizetype place = m_sections.indexOf(&from) + step;
    // Past those that are folded up or have nobody to show.
    while (m_sections.value(place) && !m_sections.at(place)->canBeEntered())
        place += step;
    if (const AccountSection *next = m_sections.value(place)) {
        next->view()->enterAtEnd(!down);
        next->view()->setFocus(down ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}

void AccountLists::search(const QString &text)
{
    for (AccountSection *section : std::as_const(m_sections))
        section->search(text);
    selectFirst();
}

/// In the first account that has somebody to show, while people are searched.
AccountSection *AccountLists::selectFirst()
{
    for (AccountSection *section : std::as_const(m_sections)) {
        if (section->isFiltering() && section->canBeEntered() && section->view()->selectFirstContact())
            return section;
    }
    return nullptr;
}

void AccountLists::enter()
{
    AccountSection *found = selectFirst();
    for (AccountSection *section : std::as_const(m_sections)) {
        if (!found && section->canBeEntered())
            found = section;
    }
    if (!found)
        return;
    if (!found->isFiltering() && !found->view()->selectFirstContact())
        found->view()->enterAtEnd(false);
    found->view()->setFocus(Qt::TabFocusReason);
}

void AccountLists::openFirstFound()
{
    if (AccountSection *found = selectFirst())
        found->chatWithCurrent();
}

} // namespace Ui
