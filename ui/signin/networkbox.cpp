#include "ui/signin/networkbox.h"

#include "ui/icons/icons.h"
#include "ui/text/networktext.h"

#include <QSignalBlocker>

namespace Ui {

using Msn::KnownNetwork;

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
    const QString chosen = network();
    {
        const QSignalBlocker blocker(this);
        clear();
        for (const KnownNetwork &network : networks) {
            const bool isDemo = network.source == KnownNetwork::Source::Demo;
            addItem(
                Icons::icon(isDemo ? QStringLiteral("computer") : QStringLiteral("network"), Tint::SecondInk),
                NetworkText::name(network), network.description.name);
            setItemData(count() - 1, NetworkText::operatedBy(network), Qt::ToolTipRole);
        }
        insertSeparator(count());
        addItem(Icons::icon("plus", Tint::SecondInk), tr("Add a network…"));
        m_lastNetwork = std::max(0, findData(chosen));
        setCurrentIndex(m_lastNetwork);
    }
    if (network() != chosen)
        Q_EMIT networkChanged(network());
}

QString NetworkBox::network() const
{
    return itemData(m_lastNetwork).toString();
}

void NetworkBox::setNetwork(const QString &name)
{
    const int index = findData(name, Qt::UserRole, Qt::MatchFixedString);
    if (index >= 0)
        setCurrentIndex(index);
}

void NetworkBox::handleActivated(int index)
{
    if (index == count() - 1)
        Q_EMIT addRequested();
}

/// The entry that adds a network is never the choice itself.
void NetworkBox::handleIndexChanged(int index)
{
    if (itemData(index).isNull()) {
        const QSignalBlocker blocker(this);
        setCurrentIndex(m_lastNetwork);
        return;
    }
    m_lastNetwork = index;
    setToolTip(itemData(index, Qt::ToolTipRole).toString());
    Q_EMIT networkChanged(network());
}

} // namespace Ui
