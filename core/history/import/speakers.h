#pragma once

#include "core/history/import/logreading.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Msn {

/// Who is who in one log. Most programs wrote the name somebody had that day instead of an address; this
/// tells from what is known beforehand, and from who speaks to whom, which of the names are ours.
class Speakers
{
public:
    /// \p context: account, own names, and the peer if a person gave one.
    explicit Speakers(const LogContext &context);

    /// With whom the log is. The first one stays, that of the context before all.
    void setPeer(const Address &peer);
    const Address &peer() const { return m_peer; }
    const Address &account() const { return m_account; }

    /// The log says that \p name is how \p address is called.
    void learn(const QString &name, const Address &address);
    void learnOwn(const QString &name);
    /// \p from spoke to \p to: if one side is known, so is the other.
    void learnPair(const QString &from, const QStringList &to);

    /// Some lines may be ours without our knowing: names that nobody knows, in a conversation of two.
    bool hasGuessed() const { return m_sawOwn ? m_strange.size() > 1 : !m_strange.isEmpty(); }
    /// Those names.
    QString strangeNames() const { return m_strange.join(QStringLiteral(", ")); }
    /// Tells \p sink of them, if there are any.
    void reportGuesses(LogSink &sink) const;

    /// The longest name we know that \p text begins with, as it is written there; the first word otherwise.
    QString nameAtStartOf(const QString &text) const;

    /// Sets `with`, `sender`, `senderName`, `outgoing` and `delivery`; looks at `group`. The sender is empty
    /// in a group where nothing tells whose name it is.
    void attribute(HistoryEntry &entry, const QString &name);
    void attribute(HistoryEntry &entry, const QString &name, bool outgoing);

private:
    enum class Side { Own, Other, Unknown };

    static QString keyOf(const QString &name);
    bool isOwn(const QString &name, bool amongSeveral);
    Side sideOf(const QString &name) const;
    Side sideOfBeginning(const QString &key) const;

    Address m_account;
    Address m_peer;
    bool m_sawOwn = false;
    /// Names of neither side, at most a few.
    QStringList m_strange;
    QSet<QString> m_own;
    QHash<QString, Address> m_others;
};

} // namespace Msn
