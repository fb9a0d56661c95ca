#include "ui/conversation/base/chatpreferences.h"

#include "core/base/address.h"

namespace Ui {

void ChatPreferences::setRecentEmoticons(const QStringList &names)
{
    set(m_recentEmoticons, QStringList(names.mid(0, maxRecentEmoticons)));
}

void ChatPreferences::noteEmoticon(const QString &name)
{
    QStringList names = m_recentEmoticons;
    names.removeAll(name);
    names.prepend(name);
    setRecentEmoticons(names);
}

PeerPreferences ChatPreferences::of(const Msn::Address &peer) const
{
    return m_peers.value(peer.key());
}

void ChatPreferences::setOf(const Msn::Address &peer, const PeerPreferences &preferences)
{
    QHash<QString, PeerPreferences> peers = m_peers;
    if (preferences == PeerPreferences())
        peers.remove(peer.key());
    else
        peers.insert(peer.key(), preferences);
    setPeers(peers);
}

} // namespace Ui
