#include "ui/dialogs/addedmerow.h"

#include "ui/icons/avatar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace Ui {

namespace {

enum Choice { Allow, Block };

} // namespace

AddedMeRow::AddedMeRow(const Msn::Contact &person, QWidget *parent)
    : QWidget(parent)
    , m_address(person.address)
    , m_choice(new QButtonGroup(this))
    , m_add(new QCheckBox(tr("Add to my contacts"), this))
{
    const Metrics metrics = Metrics::of(this);
    auto *picture = new QLabel(this);
    picture->setPixmap(avatarPixmap({person.address, person.displayName(), {}, false}, metrics.px(40),
        metrics.pictureRadius(), devicePixelRatioF()));
    auto *name = new ElidedLabel(this);
    name->setText(person.displayName());
    name->setFont(metrics.nameFont());
    auto *address = new ElidedLabel(this);
    address->setText(person.address.toString());
    address->setForegroundRole(QPalette::PlaceholderText);
    // Whoever has no name is called by the address already.
    address->setVisible(person.displayName() != person.address.toString());
    auto *allow = new QRadioButton(tr("May see when I am online and write to me"), this);
    auto *block = new QRadioButton(tr("Block: sees me as offline"), this);
    m_choice->addButton(allow, Allow);
    m_choice->addButton(block, Block);
    allow->setChecked(true);
    m_add->setChecked(!person.isOnForwardList());
    m_add->setVisible(!person.isOnForwardList());
    for (QWidget *control :
        {static_cast<QWidget *>(allow), static_cast<QWidget *>(block), static_cast<QWidget *>(m_add)})
        control->setAccessibleDescription(person.displayName());

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, metrics.step(2), 0, metrics.step(2));
    grid->setHorizontalSpacing(metrics.step(3));
    grid->setVerticalSpacing(metrics.step());
    grid->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(address, 1, 1);
    grid->addWidget(allow, 2, 1);
    grid->addWidget(block, 3, 1);
    grid->addWidget(m_add, 4, 1);
    grid->setColumnStretch(1, 1);
    connect(block, &QRadioButton::toggled, m_add, [this](bool blocked) { m_add->setEnabled(!blocked); });
}

bool AddedMeRow::isAllowed() const
{
    return m_choice->checkedId() == Allow;
}

bool AddedMeRow::isToBeAdded() const
{
    return isAllowed() && m_add->isVisibleTo(this) && m_add->isChecked();
}

void AddedMeRow::setAllowed(bool allowed)
{
    m_choice->button(allowed ? Allow : Block)->setChecked(true);
}

} // namespace Ui
