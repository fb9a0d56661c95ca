#pragma once

#include "core/base/address.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Msn {

/// Which picture each person had last, so that they have it while they are away, too.
/// File: JSON, `{"address": "key of PictureCache", ...}`.
class KnownPictures
{
public:
    /// An empty \p file keeps nothing. What cannot be read is nobody's picture.
    explicit KnownPictures(const QString &file);

    QByteArray keyOf(const Address &address) const { return m_keys.value(address); }
    /// Empty: none. True if that is another one than before.
    bool set(const Address &address, const QByteArray &key);
    QList<QByteArray> keys() const { return m_keys.values(); }
    /// Writes what has changed. A disk that refuses only means that it is learned again.
    void save();

private:
    const QString m_file;
    QHash<Address, QByteArray> m_keys;
    bool m_hasChanged = false;
};

} // namespace Msn
