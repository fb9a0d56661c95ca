#pragma once

#include "core/storage/networkcatalog.h"

#include <QComboBox>

namespace Ui {

/// A network close by that can be chosen, but is not known yet.
struct NearbyChoice
{
    QString id;
    QString text;
    QString toolTip;
    /// Looks like a known one and is not.
    bool isSuspicious = false;

    friend bool operator==(const NearbyChoice &, const NearbyChoice &) = default;
};

/// The networks to choose from, those close by below them, and a last entry that adds one.
class NetworkBox : public QComboBox
{
    Q_OBJECT

public:
    explicit NetworkBox(QWidget *parent = nullptr);

    /// Keeps the choice if it is still there.
    void setNetworks(const QList<Msn::KnownNetwork> &networks);
    /// Beneath their own head line; \p note, which cannot be chosen, where there are none. Both empty:
    /// no head line either. An open list changes when it is closed.
    void setNearby(const QList<NearbyChoice> &choices, const QString &note, const QString &noteToolTip);
    /// Name in the catalog.
    QString network() const;
    void setNetwork(const QString &name);

    void showPopup() override;
    void hidePopup() override;

Q_SIGNALS:
    /// By the person or by setNetwork().
    void networkChanged(const QString &name);
    void addRequested();
    /// The choice stays as it is.
    void nearbyRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Kind { Network, Nearby, Add, Words };
    Kind kindAt(int index) const;
    int indexOf(const QString &network) const;
    void append(Kind kind, const char *icon, const QString &text, const QVariant &value);
    void appendWords(const QString &words, const QString &toolTip);
    void appendNearby();
    void fill();
    void handleActivated();
    void handleIndexChanged(int index);

    QList<Msn::KnownNetwork> m_networks;
    QList<NearbyChoice> m_nearby;
    QString m_note;
    QString m_noteToolTip;
    int m_lastNetwork = 0;
    int m_wanted = -1; ///< chosen in the list, but no network
    bool m_wasOpened = false; ///< the list, and no key was pressed since
    bool m_isStale = false;
};

} // namespace Ui
