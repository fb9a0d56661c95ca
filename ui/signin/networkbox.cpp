#include "ui/signin/networkbox.h"

#include "ui/icons/icons.h"
#include "ui/text/networktext.h"
#include "ui/theme/metrics.h"

#include <QAbstractItemView>
#include <QSignalBlocker>
#include <QStandardItemModel>

namespace Ui {

using Msn::KnownNetwork;

namespace {

constexpr int kindRole = Qt::UserRole + 1;
/// Strangers choose names; the list is as wide as the longest.
constexpr int nameWidth = 240;

} // namespace

NetworkBox::NetworkBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, &NetworkBox::handleActivated);
    connect(this, &QComboBox::currentIndexChanged, this, &NetworkBox::handleIndexChanged);
}

void NetworkBox::setNetworks(const QList<KnownNetwork> &networks)
{
    m_networks = networks;
    fill();
}

void NetworkBox::setNearby(
    const QList<NearbyChoice> &choices, const QString &note, const QString &noteToolTip)
{
    if (m_nearby == choices && m_note == note && m_noteToolTip == noteToolTip)
        return;
    m_nearby = choices;
    m_note = note;
    m_noteToolTip = noteToolTip;
    // Nothing moves away under the pointer.
    if (view()->isVisible())
        m_isStale = true;
    else
        fill();
}

void NetworkBox::fill()
{
    const QString chosen = network();
    m_isStale = false;
    {
        const QSignalBlocker blocker(this);
        clear();
        for (const KnownNetwork &network : std::as_const(m_networks)) {
            const bool isDemo = network.source == KnownNetwork::Source::Demo;
            append(Kind::Network, isDemo ? "computer" : "network", NetworkText::name(network),
                network.description.name);
            setItemData(count() - 1, NetworkText::toolTip(network), Qt::ToolTipRole);
        }
        appendNearby();
        insertSeparator(count());
        append(Kind::Add, "plus", tr("Add a network…"), {});
        m_lastNetwork = std::max(0, indexOf(chosen));
        setCurrentIndex(m_lastNetwork);
    }
    setToolTip(currentData(Qt::ToolTipRole).toString());
    if (network() != chosen)
        Q_EMIT networkChanged(network());
}

void NetworkBox::appendNearby()
{
    if (m_nearby.isEmpty() && m_note.isEmpty())
        return;
    insertSeparator(count());
    appendWords(tr("On this network"), {});
    for (const NearbyChoice &choice : std::as_const(m_nearby)) {
        append(Kind::Nearby, "host", choice.text, choice.id);
        if (choice.isSuspicious)
            setItemIcon(count() - 1, Icons::icon("warning", Tint::Unread));
        setItemData(count() - 1, choice.toolTip, Qt::ToolTipRole);
    }
    if (m_nearby.isEmpty())
        appendWords(m_note, m_noteToolTip);
}

void NetworkBox::append(Kind kind, const char *icon, const QString &text, const QVariant &value)
{
    const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, Metrics::of(this).px(nameWidth));
    addItem(Icons::icon(icon, Tint::SecondInk), shown, value);
    setItemData(count() - 1, text, Qt::AccessibleTextRole);
    setItemData(count() - 1, int(kind), kindRole);
}

/// To read, not to choose.
void NetworkBox::appendWords(const QString &words, const QString &toolTip)
{
    addItem(words);
    const int index = count() - 1;
    setItemData(index, int(Kind::Words), kindRole);
    setItemData(index, Metrics::of(this).smallFont(), Qt::FontRole);
    setItemData(index, toolTip, Qt::ToolTipRole);
    if (auto *items = qobject_cast<QStandardItemModel *>(model()))
        items->item(index)->setFlags(Qt::NoItemFlags);
}

NetworkBox::Kind NetworkBox::kindAt(int index) const
{
    const QVariant kind = itemData(index, kindRole);
    return kind.isValid() ? Kind(kind.toInt()) : Kind::Words;
}

QString NetworkBox::network() const
{
    return itemData(m_lastNetwork).toString();
}

void NetworkBox::setNetwork(const QString &name)
{
    const int index = indexOf(name);
    if (index >= 0)
        setCurrentIndex(index);
}

/// An announcement may be called like a network.
int NetworkBox::indexOf(const QString &network) const
{
    for (int index = 0; index < count(); ++index) {
        const bool isCalledSo = itemData(index).toString().compare(network, Qt::CaseInsensitive) == 0;
        if (isCalledSo && kindAt(index) == Kind::Network)
            return index;
    }
    return -1;
}

void NetworkBox::showPopup()
{
    m_wasOpened = true;
    QComboBox::showPopup();
}

void NetworkBox::hidePopup()
{
    QComboBox::hidePopup();
    // Not now: what was clicked in it is told after this.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isStale)
                fill();
        },
        Qt::QueuedConnection);
}

/// A key that goes through the networks must not open a window.
void NetworkBox::keyPressEvent(QKeyEvent *event)
{
    m_wasOpened = false;
    QComboBox::keyPressEvent(event);
}

void NetworkBox::wheelEvent(QWheelEvent *event)
{
    m_wasOpened = false;
    QComboBox::wheelEvent(event);
}

/// The index has gone back to the network by now.
void NetworkBox::handleActivated()
{
    const int wanted = std::exchange(m_wanted, -1);
    if (wanted < 0 || !std::exchange(m_wasOpened, false))
        return;
    if (kindAt(wanted) == Kind::Add)
        Q_EMIT addRequested();
    else if (kindAt(wanted) == Kind::Nearby)
        Q_EMIT nearbyRequested(itemData(wanted).toString());
}

/// What adds a network is never the choice itself.
void NetworkBox::handleIndexChanged(int index)
{
    if (kindAt(index) != Kind::Network) {
        m_wanted = index;
        const QSignalBlocker blocker(this);
        setCurrentIndex(m_lastNetwork);
        return;
    }
    m_wanted = -1;
    m_lastNetwork = index;
    setToolTip(itemData(index, Qt::ToolTipRole).toString());
    Q_EMIT networkChanged(network());
}

} // namespace Ui
