#include "ui/hosting/hostingpeoplepage.h"

#include "ui/hosting/hostingpersonfields.h"
#include "ui/icons/avatar.h"
#include "ui/icons/icons.h"
#include "ui/pictures/picturechooser.h"
#include "ui/pictures/picturecodec.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/roomydelegate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Ui {

namespace {

constexpr int widestColumn = 320;
constexpr int rowPictureSide = 24;
constexpr int rowWithPicture = 32;

enum PeopleColumn { NameColumn, AddressColumn, PassphraseColumn };

LinkButton *iconLink(const QString &text, const char *icon, QWidget *parent)
{
    auto *button = new LinkButton(text, parent);
    button->setIcon(Icons::icon(icon, Tint::Accent));
    return button;
}

} // namespace

HostingPeoplePage::HostingPeoplePage(QWidget *parent)
    : QWidget(parent)
    , m_advice(new QLabel(this))
    , m_fields(new HostingPersonFields(this))
    , m_list(new QTreeWidget(this))
    , m_copy(iconLink(tr("Cop&y sign-in details"), "copy", this))
    , m_picture(iconLink(tr("Pict&ure…"), "picture", this))
    , m_reset(iconLink(tr("New &passphrase"), "key", this))
    , m_rules(iconLink(tr("Ru&les…"), "lock", this))
    , m_remove(iconLink(tr("&Remove"), "remove-contact", this))
    , m_everybody(new QCheckBox(tr("Put &everybody on everybody’s contact list"), this))
    , m_chooser(new PictureChooser(this))
{
    build();
    connect(m_fields, &HostingPersonFields::addRequested, this, &HostingPeoplePage::addRequested);
    connect(m_picture, &QPushButton::clicked, this, &HostingPeoplePage::choosePicture);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HostingPeoplePage::refreshActions);
    const auto forward
        = [this](QPushButton *button, void (HostingPeoplePage::*signal)(const HostingPerson &)) {
              connect(button, &QPushButton::clicked, this, [this, signal] {
                  if (const HostingPerson *person = current())
                      Q_EMIT(this->*signal)(HostingPerson(*person));
              });
          };
    forward(m_copy, &HostingPeoplePage::copyRequested);
    forward(m_reset, &HostingPeoplePage::newPassphraseRequested);
    forward(m_rules, &HostingPeoplePage::rulesRequested);
    forward(m_remove, &HostingPeoplePage::removeRequested);
    setPeople({});
    setPlanning(true);
}

void HostingPeoplePage::build()
{
    const Metrics metrics = Metrics::of(this);
    m_advice->setWordWrap(true);
    m_list->setHeaderLabels({tr("Name"), tr("Address"), tr("Passphrase")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setIconSize({metrics.px(rowPictureSide), metrics.px(rowPictureSide)});
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAccessibleName(tr("People on this network"));
    // Passphrases are read out: they are shown whole, but one somebody made up may not push the rest away.
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(PassphraseColumn, QHeaderView::ResizeToContents);
    m_list->header()->setMaximumSectionSize(metrics.px(widestColumn));
    m_everybody->setChecked(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    column->addWidget(m_advice);
    column->addWidget(m_fields);
    column->addWidget(m_list, 1);
    column->addLayout(makeActions());
    column->addWidget(m_everybody);
    setFocusProxy(m_fields);
}

QLayout *HostingPeoplePage::makeActions()
{
    return LinkButton::makeRow({m_copy, m_picture, m_reset, m_rules, m_remove}, this);
}

void HostingPeoplePage::setNetworkName(const QString &name)
{
    m_fields->setNetworkName(name);
}

void HostingPeoplePage::setPeople(const QList<HostingPerson> &people)
{
    const HostingPerson *before = current();
    const Msn::Address chosen = before ? before->address : Msn::Address();
    m_people = people;
    m_fields->setPeople(people);
    const QHash<QByteArray, QIcon> drawn = std::exchange(m_icons, {});
    m_list->clear();
    for (const HostingPerson &person : people) {
        const QString passphrase = person.passphrase.isEmpty() ? tr("only they know it") : person.passphrase;
        const QString name = person.isSignedIn ? tr("%1 (online)").arg(person.name) : person.name;
        auto *item = new QTreeWidgetItem({name, person.address.toString(), passphrase});
        for (int i = NameColumn; i <= PassphraseColumn; ++i)
            item->setToolTip(i, item->text(i).toHtmlEscaped());
        item->setSizeHint(NameColumn, {0, Metrics::of(this).px(rowWithPicture)});
        item->setIcon(NameColumn, iconOf(person, drawn));
        m_list->addTopLevelItem(item);
        if (person.address == chosen)
            m_list->setCurrentItem(item);
    }
    showAdvice();
    refreshActions();
}

/// A picture that was shown before is in \p drawn.
QIcon HostingPeoplePage::iconOf(const HostingPerson &person, const QHash<QByteArray, QIcon> &drawn)
{
    const auto draw = [&]() -> QIcon {
        const Metrics metrics = Metrics::of(this);
        const Avatar avatar{person.address, person.name, decodedPicture(person.picture), false};
        return avatarPixmap(avatar, metrics.px(rowPictureSide), metrics.radius(), devicePixelRatioF());
    };
    if (person.picture.isEmpty())
        return draw();
    const auto known = drawn.constFind(person.picture);
    QIcon &icon = m_icons[person.picture];
    if (icon.isNull())
        icon = known == drawn.cend() ? draw() : *known;
    return icon;
}

void HostingPeoplePage::choosePicture()
{
    const HostingPerson *person = current();
    if (!person)
        return;
    // Whoever is chosen when the answer comes may be somebody else.
    disconnect(m_answer);
    m_answer = connect(m_chooser, &PictureChooser::chosen, this,
        [this, address = person->address](const QByteArray &png) { Q_EMIT pictureChosen(address, png); });
    m_chooser->popUp(*m_picture, person->picture);
}

/// Who waits for the host comes first.
void HostingPeoplePage::showAdvice()
{
    const auto waits = [](const HostingPerson &person) {
        return std::any_of(person.care.people.cbegin(), person.care.people.cend(),
            [](const HostingAcquaintance &other) { return other.isWished; });
    };
    const auto waiting = std::find_if(m_people.cbegin(), m_people.cend(), waits);
    m_advice->setText(waiting != m_people.cend()
            ? tr("%1 would like to meet somebody you have not approved. Choose %1 below and open the rules.")
                  .arg(waiting->name)
            : m_people.isEmpty()
            ? tr("Begin with yourself. The passphrase is only shown now, so write it down or copy it.")
            : tr("Passphrases are only shown until this window closes. Write them down or copy them."));
}

void HostingPeoplePage::setPlanning(bool plans)
{
    m_everybody->setVisible(plans);
    m_rules->setVisible(!plans);
}

bool HostingPeoplePage::isEverybodyListed() const
{
    return m_everybody->isChecked();
}

bool HostingPeoplePage::hasUnfinished() const
{
    return m_fields->hasUnfinished();
}

HostingPerson HostingPeoplePage::typed() const
{
    return m_fields->typed();
}

void HostingPeoplePage::clearFields()
{
    m_fields->clear();
}

void HostingPeoplePage::refreshActions()
{
    for (QPushButton *button : {m_copy, m_picture, m_reset, m_rules, m_remove})
        button->setEnabled(current());
}

const HostingPerson *HostingPeoplePage::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_people.size() ? &m_people.at(row) : nullptr;
}

} // namespace Ui
