#include "ui/options/generalpage.h"

#include "core/storage/settings.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Ui {

namespace Setting = Msn::Setting;

namespace {

constexpr int leastMinutes = 1;
constexpr int mostMinutes = 60;

} // namespace

GeneralPage::GeneralPage(Msn::Settings &settings, StartAtLogOn start, QWidget *parent)
    : OptionsForm(parent)
    , m_settings(settings)
    , m_startAtLogOn(std::move(start))
{
    addHeading(tr("Start"));
    addStart();
    addHeading(tr("While I am away"));
    addAway();
    addHeading(tr("The window"));
    addClosing();
    addSwitch(tr("&Reduce movement"), m_settings, Setting::reduceMotion);
    addHint(tr("Nothing slides or shakes. If the desktop asks for this, it holds without this option."));
    addHeading(tr("Other programs"));
    addSwitch(tr("Let other programs of mine &use Swallowtail"), m_settings, Setting::remoteControl);
    addHint(tr("Over D-Bus they can see who is online, read what arrives and send messages as you."));
}

void GeneralPage::addStart()
{
    m_start = new QCheckBox(tr("Start Swallowtail when I &log on"), this);
    m_start->setChecked(m_startAtLogOn.isEnabled && m_startAtLogOn.isEnabled());
    addControl(m_start);
    m_startFailed = addHint(tr("This could not be changed. Check that your configuration folder can be "
                               "written to."));
    m_startFailed->hide();
    connect(m_start, &QCheckBox::toggled, this, [this](bool on) {
        const bool done = m_startAtLogOn.setEnabled && m_startAtLogOn.setEnabled(on);
        m_startFailed->setVisible(!done);
        if (done)
            return;
        const QSignalBlocker silence(m_start);
        m_start->setChecked(!on);
    });
}

void GeneralPage::addAway()
{
    m_away = new QCheckBox(tr("Show me as &Away when I do not use the computer"), this);
    addControl(m_away);
    m_minutes = new QSpinBox(this);
    m_minutes->setRange(leastMinutes, mostMinutes);
    m_minutes->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_minutes->setAccessibleName(tr("Minutes until I am shown as Away"));
    addField(tr("After so many &minutes"), m_minutes);
    addHint(tr("Only Online becomes Away. A status that you chose yourself stays."));
    refreshAway();
    connect(m_away, &QCheckBox::toggled, this,
        [this](bool on) { m_settings.setValue(Setting::idleMinutes, on ? m_minutes->value() : 0); });
    connect(m_minutes, &QSpinBox::valueChanged, this,
        [this](int minutes) { m_settings.setValue(Setting::idleMinutes, minutes); });
    connect(&m_settings, &Msn::Settings::changed, this, [this](const QString &name) {
        if (name == QLatin1String(Setting::idleMinutes.name))
            refreshAway();
    });
}

void GeneralPage::refreshAway()
{
    const int minutes = m_settings.value(Setting::idleMinutes);
    const QSignalBlocker silenceBox(m_away);
    const QSignalBlocker silenceNumber(m_minutes);
    m_away->setChecked(minutes > 0);
    m_minutes->setEnabled(minutes > 0);
    if (minutes > 0)
        m_minutes->setValue(minutes);
    else if (m_minutes->value() <= leastMinutes)
        m_minutes->setValue(Setting::idleMinutes.fallback);
}

void GeneralPage::addClosing()
{
    m_close = new QComboBox(this);
    m_close->addItem(tr("Ask me"), QStringLiteral("ask"));
    m_close->addItem(tr("Keep Swallowtail running in the tray"), QStringLiteral("tray"));
    m_close->addItem(tr("Quit Swallowtail"), QStringLiteral("quit"));
    const auto show = [this] {
        m_close->setCurrentIndex(std::max(0, m_close->findData(m_settings.value(Setting::closeAction))));
    };
    show();
    addField(tr("When I &close the window"), m_close);
    addHint(tr("Where there is no tray the window is minimised instead."));
    connect(m_close, &QComboBox::activated, this,
        [this] { m_settings.setValue(Setting::closeAction, m_close->currentData().toString()); });
    connect(&m_settings, &Msn::Settings::changed, this, [show](const QString &name) {
        if (name == QLatin1String(Setting::closeAction.name))
            show();
    });
}

} // namespace Ui
