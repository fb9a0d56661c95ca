#include "core/p2p/publishedobjects.h"

#include <algorithm>

namespace Msn {

void PublishedObjects::add(const MsnObject &object, const QByteArray &data)
{
    m_entries.insert(object.sha1d, {object, data});
}

void PublishedObjects::remove(const QByteArray &sha1d)
{
    m_entries.remove(sha1d);
}

std::optional<QByteArray> PublishedObjects::find(const QByteArray &xml) const
{
    const auto asked = parseMsnObject(xml);
    if (asked && m_entries.contains(asked->sha1d))
        return m_entries.value(asked->sha1d).data;
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) {
        const bool sameAttributes = asked && !asked->sha1c.isEmpty() && asked->sha1c == entry.object.sha1c;
        return sameAttributes || entry.object.xml == xml;
    });
    return found == m_entries.cend() ? std::nullopt : std::optional(found->data);
}

} // namespace Msn
