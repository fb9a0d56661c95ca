#pragma once

#include "core/protocol/msnobject.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace Msn {

/// Our own objects that others may fetch. Nothing else can be asked for: a name is looked up here and never
/// opened as a file (CVE-2010-0013).
class PublishedObjects
{
public:
    void add(const MsnObject &object, const QByteArray &data);
    void remove(const QByteArray &sha1d);
    /// The data of the object that \p xml names: by the hash of its data, by that of its attributes, else by
    /// the whole string.
    std::optional<QByteArray> find(const QByteArray &xml) const;

private:
    struct Entry
    {
        MsnObject object;
        QByteArray data;
    };

    QHash<QByteArray, Entry> m_entries; ///< by SHA1D
};

} // namespace Msn
