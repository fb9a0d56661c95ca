#include "ui/alerts/contactalertsdialog.h"

#include "ui/alerts/alertsettings.h"
#include "ui/alerts/alerttext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/fittingarea.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

using Wish = ContactAlerts::Wish;

namespace {

void choose(QComboBox &box, int value)
{
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

constexpr int usualSound = -1;

} // namespace

ContactAlertsDialog::ContactAlertsDialog(AlertSettings &settings, const QString &account,
    const Msn::Address &address, const QString &name, QWidget *parent)
    : FittingDialog(parent)
    , m_settings(settings)
    , m_account(account)
    , m_address(address)
    , m_online(makeWishBox(tr("As for everybody")))
    , m_writes(makeWishBox(tr("As for everybody")))
    , m_sound(makeSoundBox())
    , m_preview(new QPushButton(tr("&Play"), this))
    , m_silent(new QCheckBox(tr("&No sounds for this contact"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Alerts and sounds"));
    build(name);
    fill(settings.contact(account, address));
    connect(m_silent, &QCheckBox::toggled, this, &ContactAlertsDialog::refresh);
    connect(m_preview, &QPushButton::clicked, this,
        [this] { Q_EMIT previewRequested(alerts().messageSound.value_or(soundOf(AlertEvent::Message))); });
}

QComboBox *ContactAlertsDialog::makeWishBox(const QString &usual)
{
    auto *box = new QComboBox(this);
    box->addItem(usual, int(Wish::AsUsual));
    box->addItem(tr("Always tell me, even when I am busy"), int(Wish::Always));
    box->addItem(tr("Do not tell me"), int(Wish::Never));
    return box;
}

QComboBox *ContactAlertsDialog::makeSoundBox()
{
    auto *box = new QComboBox(this);
    box->addItem(tr("As for everybody"), usualSound);
    for (const Sound sound : allSounds())
        box->addItem(AlertText::soundTitle(sound), int(sound));
    return box;
}

void ContactAlertsDialog::build(const QString &name)
{
    const Metrics metrics = Metrics::of(this);
    auto *title = new ElidedLabel(this);
    title->setFont(metrics.nameFont());
    title->setText(name);
    m_preview->setIcon(Icons::icon("play"));
    m_preview->setAutoDefault(false);
    m_preview->setAccessibleName(tr("Play the sound"));

    auto *sound = new QHBoxLayout;
    sound->setSpacing(metrics.step(2));
    sound->addWidget(m_sound, 1);
    sound->addWidget(m_preview);
    auto *content = new QWidget(this);
    auto *form = new QVBoxLayout(content);
    form->setContentsMargins({});
    form->setSpacing(metrics.step());
    form->addWidget(makeFieldLabel(tr("When this person &comes online"), m_online, this));
    form->addWidget(m_online);
    form->addSpacing(metrics.step());
    form->addWidget(makeFieldLabel(tr("When this person &writes"), m_writes, this));
    form->addWidget(m_writes);
    form->addSpacing(metrics.step());
    form->addWidget(makeFieldLabel(tr("&Sound of a message"), m_sound, this));
    form->addLayout(sound);
    form->addSpacing(metrics.step());
    form->addWidget(m_silent);
    form->addStretch();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ContactAlertsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ContactAlertsDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    column->setSpacing(metrics.step(3));
    column->addWidget(title);
    column->addWidget(new FittingArea(content, this), 1);
    column->addWidget(buttons);
    setMinimumWidth(metrics.px(380));
}

void ContactAlertsDialog::fill(const ContactAlerts &alerts)
{
    choose(*m_online, int(alerts.comesOnline));
    choose(*m_writes, int(alerts.writes));
    choose(*m_sound, alerts.messageSound ? int(*alerts.messageSound) : usualSound);
    m_silent->setChecked(alerts.isSilent);
    refresh();
}

ContactAlerts ContactAlertsDialog::alerts() const
{
    ContactAlerts alerts;
    alerts.comesOnline = Wish(m_online->currentData().toInt());
    alerts.writes = Wish(m_writes->currentData().toInt());
    alerts.isSilent = m_silent->isChecked();
    const int sound = m_sound->currentData().toInt();
    if (sound != usualSound)
        alerts.messageSound = Sound(sound);
    return alerts;
}

void ContactAlertsDialog::accept()
{
    m_settings.setContact(m_account, m_address, alerts());
    QDialog::accept();
}

void ContactAlertsDialog::refresh()
{
    m_sound->setEnabled(!m_silent->isChecked());
    m_preview->setEnabled(!m_silent->isChecked());
}

} // namespace Ui
