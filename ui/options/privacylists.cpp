#include "ui/options/privacylists.h"

#include "core/roster/contactlist.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QCollator>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace Ui {

using namespace Msn;

namespace {

constexpr int addressRole = Qt::UserRole;

QList<Address> selectedIn(const QListWidget &list)
{
    QList<Address> people;
    const QList<QListWidgetItem *> items = list.selectedItems();
    for (const QListWidgetItem *item : items)
        people.append(Address(item->data(addressRole).toString()));
    return people;
}

Address personAt(const QListWidget &list, int row)
{
    const QListWidgetItem *item = list.item(row);
    return item ? Address(item->data(addressRole).toString()) : Address();
}

void select(QListWidget &list, const QList<Address> &people)
{
    for (int row = 0; row < list.count(); ++row) {
        if (people.contains(personAt(list, row)))
            list.item(row)->setSelected(true);
    }
}

/// What is selected in a list that is filled anew, and where the keys are in it: at the same person, or at
/// whoever stands there instead.
class ListPlace
{
public:
    explicit ListPlace(QListWidget &list)
        : m_list(list)
        , m_selected(selectedIn(list))
        , m_row(list.currentRow())
        , m_person(personAt(list, m_row))
    {
    }

    void restore() const
    {
        select(m_list, m_selected);
        int row = std::min(m_row, m_list.count() - 1);
        for (int other = 0; other < m_list.count(); ++other)
            row = personAt(m_list, other) == m_person ? other : row;
        m_list.setCurrentRow(row, QItemSelectionModel::NoUpdate);
    }

private:
    QListWidget &m_list;
    const QList<Address> m_selected;
    const int m_row;
    const Address m_person;
};

} // namespace

PrivacyLists::PrivacyLists(ContactList &contacts, QWidget *parent)
    : QWidget(parent)
    , m_contacts(contacts)
    , m_allowed(makeList(tr("Allowed")))
    , m_blocked(makeList(tr("Blocked")))
    , m_allow(new QPushButton(tr("&Allow"), this))
    , m_block(new QPushButton(tr("&Block"), this))
    , m_forget(new QPushButton(tr("&Neither"), this))
{
    m_forget->setToolTip(tr("Takes the selected people off both lists."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::of(this).step(2));
    row->addLayout(makeSide(tr("A&llowed"), m_allowed), 1);
    row->addLayout(makeButtons());
    row->addLayout(makeSide(tr("Bloc&ked"), m_blocked), 1);
    // As they stand beside each other.
    setTabOrder(m_allowed, m_block);
    setTabOrder(m_block, m_allow);
    setTabOrder(m_allow, m_forget);
    setTabOrder(m_forget, m_blocked);

    connect(&contacts, &ContactList::reset, this, &PrivacyLists::refreshSoon);
    connect(&contacts, &ContactList::contactAdded, this, &PrivacyLists::refreshSoon);
    connect(&contacts, &ContactList::contactChanged, this, &PrivacyLists::refreshSoon);
    connect(&contacts, &ContactList::contactRemoved, this, &PrivacyLists::refreshSoon);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        m_moved = {selectedIn(*m_blocked), m_allowed};
        Q_EMIT allowWanted(m_moved.people);
    });
    connect(m_block, &QPushButton::clicked, this, [this] {
        m_moved = {selectedIn(*m_allowed), m_blocked};
        Q_EMIT blockWanted(m_moved.people);
    });
    connect(m_forget, &QPushButton::clicked, this,
        [this] { Q_EMIT forgetWanted(selectedIn(*m_allowed) + selectedIn(*m_blocked)); });
    refresh();
}

QListWidget *PrivacyLists::makeList(const QString &name)
{
    auto *list = new QListWidget(this);
    list->setAccessibleName(name);
    list->setProperty("field", true);
    list->setItemDelegate(new RoomyDelegate(list));
    list->setIconSize(QSize(1, 1) * Metrics::of(this).px(16));
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
    list->setMinimumSize(Metrics::of(this).px(110), Metrics::of(this).px(150));
    connect(list, &QListWidget::itemSelectionChanged, this, &PrivacyLists::handleSelection);
    return list;
}

QLayout *PrivacyLists::makeSide(const QString &text, QListWidget *list)
{
    const Metrics metrics = Metrics::of(this);
    auto *label = new QLabel(text, this);
    label->setFont(metrics.smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(list);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics.step());
    column->addWidget(label);
    column->addWidget(list, 1);
    return column;
}

QLayout *PrivacyLists::makeButtons()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Metrics::of(this).step(2));
    column->addStretch();
    column->addWidget(m_block);
    column->addWidget(m_allow);
    column->addWidget(m_forget);
    column->addStretch();
    for (QPushButton *button : {m_block, m_allow, m_forget})
        button->setAutoDefault(false);
    pointArrows();
    return column;
}

/// Each arrow points to the list where people go, and stands on that side of the word.
void PrivacyLists::pointArrows()
{
    const bool mirrored = isRightToLeft();
    const QString left = QStringLiteral("back");
    const QString right = QStringLiteral("forward");
    m_allow->setIcon(Icons::icon(mirrored ? right : left));
    m_block->setIcon(Icons::icon(mirrored ? left : right));
    m_block->setLayoutDirection(mirrored ? Qt::LeftToRight : Qt::RightToLeft);
}

void PrivacyLists::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        pointArrows();
}

/// Many people may change at once; the lists are filled anew once.
void PrivacyLists::refreshSoon()
{
    if (std::exchange(m_refreshing, true))
        return;
    QMetaObject::invokeMethod(this, &PrivacyLists::refresh, Qt::QueuedConnection);
}

void PrivacyLists::refresh()
{
    m_refreshing = false;
    QList<Contact> people = m_contacts.contacts();
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(people.begin(), people.end(), [&](const Contact &a, const Contact &b) {
        const int byName = collator.compare(a.displayName(), b.displayName());
        return byName != 0 ? byName < 0 : a.address < b.address;
    });
    const QSignalBlocker allowedBlocker(m_allowed);
    const QSignalBlocker blockedBlocker(m_blocked);
    const ListPlace allowed(*m_allowed);
    const ListPlace blocked(*m_blocked);
    m_allowed->clear();
    m_blocked->clear();
    for (const Contact &person : people) {
        if (person.lists.testFlag(List::Allow))
            add(*m_allowed, person);
        if (person.lists.testFlag(List::Block))
            add(*m_blocked, person);
    }
    allowed.restore();
    blocked.restore();
    selectMoved();
    handleSelection();
}

void PrivacyLists::add(QListWidget &list, const Contact &person)
{
    const QString address = person.address.toString();
    const QString name = person.displayName();
    auto *item = new QListWidgetItem(name, &list);
    item->setData(addressRole, address);
    //: A person and their e-mail address.
    const QString words = name == address ? name : tr("%1 (%2)").arg(name, address);
    item->setToolTip(QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped()));
    item->setData(Qt::AccessibleTextRole, words);
    if (person.hasPrivacyConflict()) {
        item->setIcon(Icons::icon("warning", Tint::Away));
        item->setData(Qt::AccessibleTextRole, tr("%1, on both lists").arg(words));
    }
}

/// Whoever was moved is selected where they are now, so that it can be taken back.
void PrivacyLists::selectMoved()
{
    for (int row = 0; m_moved.to && row < m_moved.to->count(); ++row) {
        if (m_moved.people.removeAll(personAt(*m_moved.to, row)) > 0)
            m_moved.to->item(row)->setSelected(true);
    }
}

void PrivacyLists::handleSelection()
{
    const bool anyAllowed = !m_allowed->selectedItems().isEmpty();
    const bool anyBlocked = !m_blocked->selectedItems().isEmpty();
    setUsable(*m_block, anyAllowed, *m_allowed);
    setUsable(*m_allow, anyBlocked, *m_blocked);
    setUsable(*m_forget, anyAllowed || anyBlocked, *m_allowed);
}

/// A button that loses its use hands the keys back to \p list, which it takes people from: by itself Qt
/// would send them to whatever comes next on the page.
void PrivacyLists::setUsable(QPushButton &button, bool usable, QListWidget &list)
{
    if (!usable && window()->focusWidget() == &button) {
        QListWidget &other = &list == m_allowed ? *m_blocked : *m_allowed;
        (list.count() > 0 ? list : other).setFocus(Qt::OtherFocusReason);
    }
    button.setEnabled(usable);
}

} // namespace Ui
