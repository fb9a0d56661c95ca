#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace Msn {

class OwnStatus;
class PeerObjects;

/// Our own display picture: what the person has chosen, or until then what the host of the network has
/// given. Others see that there is one in our presence (CHG) and fetch it from here.
/// Source: p2p msnobject.md, "In presence"; docs/pictures.md.
class OwnPicture : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxBytes = 64 * 1024;

    /// \p file keeps the choice: no file, nothing chosen; an empty one, no picture is wanted. An empty name
    /// keeps nothing. The others must outlive it.
    OwnPicture(const Address &own, PeerObjects &objects, OwnStatus &status, const QString &file,
        QObject *parent = nullptr);

    /// PNG; empty: none.
    QByteArray data() const { return m_chosen.value_or(m_given); }
    /// Empty: no picture, not even the host's. Errors: InvalidArgument for more than maxBytes; StorageFailed:
    /// it is shown, but will not be there at the next start.
    Outcome choose(const QByteArray &png);
    /// From the service (GivenPicture).
    void takeGiven(const QByteArray &png);

Q_SIGNALS:
    void changed();

private:
    void publish();
    Outcome keep() const;

    const Address m_own;
    PeerObjects &m_objects;
    OwnStatus &m_status;
    const QString m_file;
    std::optional<QByteArray> m_chosen;
    QByteArray m_given;
    QByteArray m_published; ///< SHA-1, raw
};

} // namespace Msn
