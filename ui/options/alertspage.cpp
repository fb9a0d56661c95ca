#include "ui/options/alertspage.h"

#include "ui/alerts/alertsettings.h"
#include "ui/alerts/alerttext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace Ui {

namespace Setting = Msn::Setting;

namespace {

enum Column { NameColumn, PopupColumn, SoundColumn, FlashColumn, PlayColumn };

/// For a screen reader: a box in a table has no words of its own.
QString boxName(AlertEvent event, AlertWay way)
{
    const QString name = AlertText::eventName(event);
    switch (way) {
    case AlertWay::Popup:
        //: %1 is something that happens, such as "A message arrives"
        return AlertsPage::tr("%1: show an alert").arg(name);
    case AlertWay::Sound:
        return AlertsPage::tr("%1: play a sound").arg(name);
    case AlertWay::Flash:
        return AlertsPage::tr("%1: flash in the taskbar").arg(name);
    }
    return name;
}

} // namespace

AlertsPage::AlertsPage(AlertSettings &settings, Msn::Settings &store, bool hasSounds, QWidget *parent)
    : OptionsForm(parent)
    , m_settings(settings)
{
    addHeading(tr("What you are told of"));
    buildMatrix(hasSounds);
    if (!hasSounds)
        addHint(tr("Sounds are not available in this build. Install Qt Multimedia and build again to "
                   "have them."));
    addSwitch(tr("Only the &first message of a conversation"), store, Setting::alertsFirstOnly);
    addSwitch(tr("Show in alerts &what was written"), store, Setting::alertsShowText);
    addHeading(tr("When it is quiet"));
    addSwitch(tr("No alerts and sounds while my status is &Busy"), store, Setting::alertsQuietWhenBusy);
    addSwitch(tr("None while another program fills the &screen"), store, Setting::alertsQuietInFullScreen);
    addSwitch(tr("Mute &all sounds"), store, Setting::alertsMuted)->setEnabled(hasSounds);
    addHint(tr("The desktop's own “Do not disturb” is always respected."));
    addHeading(tr("How they look"));
    addSwitch(tr("Swallowtail's &own alerts instead of the desktop's"), store, Setting::alertsOwnToasts);

    auto *defaults = new QPushButton(tr("&Restore the defaults"), this);
    defaults->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    defaults->setAutoDefault(false);
    addControl(defaults);
    connect(defaults, &QPushButton::clicked, this, [this] { m_settings.restoreDefaults(); });
    connect(&m_settings, &AlertSettings::changed, this, &AlertsPage::refresh);
    refresh();
}

QCheckBox *AlertsPage::box(AlertEvent event, AlertWay way) const
{
    return m_boxes.value(int(event)).value(int(way));
}

void AlertsPage::buildMatrix(bool hasSounds)
{
    const Metrics metrics = Metrics::of(this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics.step(4));
    grid->setVerticalSpacing(metrics.step(1));
    grid->setColumnStretch(NameColumn, 1);
    addHeader(*grid, PopupColumn, tr("Alert"));
    addHeader(*grid, SoundColumn, tr("Sound"));
    addHeader(*grid, FlashColumn, tr("Flash"));
    int row = 1;
    for (const AlertEvent event : alertEvents())
        addEvent(*grid, row++, event, hasSounds);
    addRow(grid);
}

void AlertsPage::addHeader(QGridLayout &grid, int column, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setFont(Metrics::of(this).smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    grid.addWidget(label, 0, column, Qt::AlignHCenter);
}

void AlertsPage::addEvent(QGridLayout &grid, int row, AlertEvent event, bool hasSounds)
{
    auto *label = new QLabel(AlertText::eventName(event), this);
    label->setWordWrap(true);
    grid.addWidget(label, row, NameColumn);
    addBox(grid, row, PopupColumn, event, AlertWay::Popup);
    addBox(grid, row, SoundColumn, event, AlertWay::Sound);
    box(event, AlertWay::Sound)->setEnabled(hasSounds);
    if (isOfConversation(event))
        addBox(grid, row, FlashColumn, event, AlertWay::Flash);
    auto *play = new QToolButton(this);
    play->setAutoRaise(true);
    play->setIcon(Icons::icon("play"));
    play->setAccessibleName(
        //: %1 is something that happens, such as "A message arrives"
        tr("%1: listen to the sound").arg(AlertText::eventName(event)));
    play->setToolTip(tr("Listen to the sound"));
    play->setFocusPolicy(Qt::TabFocus);
    play->setEnabled(hasSounds);
    connect(play, &QToolButton::clicked, this, [this, event] { Q_EMIT previewRequested(soundOf(event)); });
    grid.addWidget(play, row, PlayColumn);
    m_play.insert(int(event), play);
}

void AlertsPage::addBox(QGridLayout &grid, int row, int column, AlertEvent event, AlertWay way)
{
    auto *box = new QCheckBox(this);
    box->setAccessibleName(boxName(event, way));
    box->setToolTip(boxName(event, way));
    connect(box, &QCheckBox::toggled, this, [this, event, way](bool on) {
        AlertWays ways = m_settings.ways(event);
        ways.setFlag(way, on);
        m_settings.setWays(event, ways);
    });
    grid.addWidget(box, row, column, Qt::AlignHCenter);
    m_boxes[int(event)].insert(int(way), box);
}

void AlertsPage::refresh()
{
    for (const AlertEvent event : alertEvents()) {
        const QHash<int, QCheckBox *> &boxes = m_boxes[int(event)];
        for (auto entry = boxes.cbegin(); entry != boxes.cend(); ++entry) {
            const QSignalBlocker silence(entry.value());
            entry.value()->setChecked(m_settings.ways(event).testFlag(AlertWay(entry.key())));
        }
    }
}

} // namespace Ui
