#include "ui/hosting/hostingpeoplepage.h"

#include "core/base/passwordgenerator.h"
#include "ui/hosting/hostingaddresses.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/roomydelegate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

constexpr int widestColumn = 320;
constexpr int longestEntry = 100;

enum PeopleColumn { NameColumn, AddressColumn, PassphraseColumn };

LinkButton *iconLink(const QString &text, const char *icon, QWidget *parent)
{
    auto *button = new LinkButton(text, parent);
    button->setIcon(Icons::icon(icon, Tint::Accent));
    return button;
}

QVBoxLayout *field(const QString &label, QWidget *edit, QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Metrics::of(parent).step());
    column->addWidget(makeFieldLabel(label, edit, parent));
    column->addWidget(edit);
    return column;
}

} // namespace

HostingPeoplePage::HostingPeoplePage(QWidget *parent)
    : QWidget(parent)
    , m_advice(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_passphrase(new QLineEdit(this))
    , m_newWords(new LinkButton(tr("Ne&w words"), this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_list(new QTreeWidget(this))
    , m_copy(iconLink(tr("Cop&y sign-in details"), "copy", this))
    , m_reset(iconLink(tr("New &passphrase"), "key", this))
    , m_rules(iconLink(tr("Ru&les…"), "lock", this))
    , m_remove(iconLink(tr("&Remove"), "remove-contact", this))
    , m_everybody(new QCheckBox(tr("Put &everybody on everybody’s contact list"), this))
{
    build();
    connect(m_name, &QLineEdit::textChanged, this, &HostingPeoplePage::proposeAddress);
    connect(m_address, &QLineEdit::textEdited, this,
        [this](const QString &text) { m_hasOwnAddress = !text.isEmpty(); });
    connect(m_newWords, &QPushButton::clicked, this, &HostingPeoplePage::proposePassphrase);
    connect(m_add, &QPushButton::clicked, this, &HostingPeoplePage::submit);
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
    clearFields();
    setPeople({});
    setPlanning(true);
}

void HostingPeoplePage::build()
{
    const Metrics metrics = Metrics::of(this);
    m_name->setObjectName(QStringLiteral("personName"));
    m_address->setObjectName(QStringLiteral("personAddress"));
    m_add->setObjectName(QStringLiteral("addPerson"));
    m_advice->setWordWrap(true);
    m_name->setMaxLength(longestEntry);
    m_passphrase->setMaxLength(longestEntry);
    // Both are read from left to right in every language.
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_passphrase->setLayoutDirection(Qt::LeftToRight);
    for (QLineEdit *edit : {m_name, m_address, m_passphrase})
        edit->installEventFilter(this);
    m_add->setAutoDefault(false);
    m_list->setHeaderLabels({tr("Name"), tr("Address"), tr("Passphrase")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
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
    column->addLayout(makeFields());
    column->addWidget(m_list, 1);
    column->addLayout(makeActions());
    column->addWidget(m_everybody);
    setFocusProxy(m_name);
}

QLayout *HostingPeoplePage::makeFields()
{
    const Metrics metrics = Metrics::of(this);
    auto *names = new QHBoxLayout;
    names->setSpacing(metrics.step(2));
    names->addLayout(field(tr("&Name"), m_name, this), 2);
    names->addLayout(field(tr("A&ddress (need not be e-mail)"), m_address, this), 3);
    auto *words = new QHBoxLayout;
    words->setSpacing(metrics.step(2));
    words->addLayout(field(tr("Pa&ssphrase to tell them"), m_passphrase, this), 1);
    m_newWords->setMinimumHeight(m_passphrase->sizeHint().height()); // its text in one line with that
    words->addWidget(m_newWords, 0, Qt::AlignBottom);
    words->addWidget(m_add, 0, Qt::AlignBottom);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(metrics.step(2));
    rows->addLayout(names);
    rows->addLayout(words);
    return rows;
}

QLayout *HostingPeoplePage::makeActions()
{
    return LinkButton::makeRow({m_copy, m_reset, m_rules, m_remove}, this);
}

void HostingPeoplePage::setNetworkName(const QString &name)
{
    m_network = name;
    proposeAddress();
}

void HostingPeoplePage::setPeople(const QList<HostingPerson> &people)
{
    const HostingPerson *before = current();
    const Msn::Address chosen = before ? before->address : Msn::Address();
    m_people = people;
    m_list->clear();
    for (const HostingPerson &person : people) {
        const QString passphrase = person.passphrase.isEmpty() ? tr("only they know it") : person.passphrase;
        const QString name = person.isSignedIn ? tr("%1 (online)").arg(person.name) : person.name;
        auto *item = new QTreeWidgetItem({name, person.address.toString(), passphrase});
        for (int i = NameColumn; i <= PassphraseColumn; ++i)
            item->setToolTip(i, item->text(i).toHtmlEscaped());
        item->setIcon(NameColumn,
            Icons::icon(QStringLiteral("person"), person.isSignedIn ? Tint::Accent : Tint::SecondInk));
        m_list->addTopLevelItem(item);
        if (person.address == chosen)
            m_list->setCurrentItem(item);
    }
    showAdvice();
    proposeAddress();
    refreshActions();
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
    return !m_name->text().trimmed().isEmpty();
}

HostingPerson HostingPeoplePage::typed() const
{
    HostingPerson person;
    person.name = m_name->text().simplified();
    person.address = Msn::Address(m_address->text().trimmed());
    person.passphrase = m_passphrase->text().trimmed();
    return person;
}

void HostingPeoplePage::submit()
{
    Q_EMIT addRequested(typed());
}

void HostingPeoplePage::clearFields()
{
    m_hasOwnAddress = false;
    m_name->clear();
    proposeAddress();
    proposePassphrase();
    if (isVisible())
        m_name->setFocus();
}

void HostingPeoplePage::proposeAddress()
{
    if (m_hasOwnAddress)
        return;
    QList<Msn::Address> taken;
    for (const HostingPerson &person : std::as_const(m_people))
        taken.append(person.address);
    const QString name = m_name->text().simplified();
    m_address->setText(name.isEmpty() ? QString() : proposedAddress(name, m_network, taken).toString());
    m_address->setPlaceholderText(proposedAddress(tr("Ana"), m_network, {}).toString());
}

void HostingPeoplePage::proposePassphrase()
{
    m_passphrase->setText(Msn::generatePassphrase());
}

void HostingPeoplePage::refreshActions()
{
    for (QPushButton *button : {m_copy, m_reset, m_rules, m_remove})
        button->setEnabled(current());
}

const HostingPerson *HostingPeoplePage::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_people.size() ? &m_people.at(row) : nullptr;
}

bool HostingPeoplePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && hasUnfinished()) {
            submit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Ui
