#pragma once

#include "core/storage/networkcatalog.h"

#include <QComboBox>

namespace Ui {

/// The networks to choose from, and a last entry that adds one.
class NetworkBox : public QComboBox
{
    Q_OBJECT

public:
    explicit NetworkBox(QWidget *parent = nullptr);

    /// Keeps the choice if it is still there.
    void setNetworks(const QList<Msn::KnownNetwork> &networks);
    /// Name in the catalog.
    QString network() const;
    void setNetwork(const QString &name);

Q_SIGNALS:
    /// By the person or by setNetwork().
    void networkChanged(const QString &name);
    void addRequested();

private:
    void handleActivated(int index);
    void handleIndexChanged(int index);

    int m_lastNetwork = 0;
};

} // namespace Ui
