#include "core/history/import/speakers.h"

#include "core/base/pluscodes.h"

#include <algorithm>

namespace Msn {

namespace {

/// A log that knows more names than this is not one of people.
constexpr qsizetype maxNames = 10'000;
/// Shorter beginnings of a name prove nothing.
constexpr qsizetype minBeginning = 3;
/// So many are told.
constexpr qsizetype maxStrange = 5;

} // namespace

Speakers::Speakers(const LogContext &context)
    : m_account(context.account)
{
    for (const QString &name : context.ownNames)
        learnOwn(name);
    if (!m_account.isEmpty()) {
        learnOwn(m_account.toString());
        learnOwn(m_account.localPart());
    }
    setPeer(context.peer);
}

void Speakers::learnOwn(const QString &name)
{
    const QString key = keyOf(name);
    if (!key.isEmpty() && m_own.size() < maxNames)
        m_own.insert(key);
}

/// Some programs wrote names with formatting codes and some without, and cut the blanks off.
QString Speakers::keyOf(const QString &name)
{
    return withoutPlusCodes(name.left(1024)).simplified().toLower();
}

void Speakers::setPeer(const Address &peer)
{
    if (!m_peer.isEmpty() || peer.isEmpty())
        return;
    m_peer = peer;
    m_others.insert(keyOf(peer.toString()), peer);
    const QString local = keyOf(peer.localPart());
    if (!m_own.contains(local))
        m_others.insert(local, peer);
}

void Speakers::learn(const QString &name, const Address &address)
{
    const QString key = keyOf(name);
    if (key.isEmpty() || m_others.size() >= maxNames)
        return;
    if (address == m_account)
        learnOwn(name);
    else if (!m_own.contains(key))
        m_others.insert(key, address);
}

void Speakers::learnPair(const QString &from, const QStringList &to)
{
    const Side fromSide = sideOf(from);
    if (fromSide == Side::Own && to.size() == 1 && sideOf(to.constFirst()) == Side::Unknown)
        learn(to.constFirst(), m_peer);
    if (fromSide != Side::Unknown)
        return;
    const bool toUs = std::any_of(
        to.cbegin(), to.cend(), [this](const QString &name) { return sideOf(name) == Side::Own; });
    if (toUs && to.size() == 1)
        learn(from, m_peer);
    else if (to.size() == 1 && sideOf(to.constFirst()) == Side::Other)
        learnOwn(from);
}

/// Logs with columns cut names at their end, or wrote "…" in front of a long one.
Speakers::Side Speakers::sideOfBeginning(const QString &key) const
{
    if (key.size() < minBeginning)
        return Side::Unknown;
    const auto begins = [&key](const QString &name) { return name.startsWith(key); };
    const bool own = std::any_of(m_own.cbegin(), m_own.cend(), begins);
    const bool other = std::any_of(m_others.keyBegin(), m_others.keyEnd(), begins);
    if (own == other)
        return Side::Unknown;
    return own ? Side::Own : Side::Other;
}

Speakers::Side Speakers::sideOf(const QString &name) const
{
    const QString key = keyOf(name);
    if (m_own.contains(key))
        return Side::Own;
    return m_others.contains(key) ? Side::Other : sideOfBeginning(key);
}

bool Speakers::isOwn(const QString &name, bool amongSeveral)
{
    const Side side = sideOf(name);
    m_sawOwn = m_sawOwn || side == Side::Own;
    const bool isStrange = side == Side::Unknown && !amongSeveral;
    if (isStrange && m_strange.size() < maxStrange && !m_strange.contains(name))
        m_strange.append(name);
    return side == Side::Own;
}

void Speakers::reportGuesses(LogSink &sink) const
{
    if (hasGuessed())
        sink.report(makeProblem(ImportProblem::Reason::UnknownDirection, 0, strangeNames()));
}

QString Speakers::nameAtStartOf(const QString &text) const
{
    const QString lower = text.left(1024).toLower();
    qsizetype length = 0;
    const auto consider = [&](const QString &key) {
        if (key.size() > length && lower.startsWith(key + u' '))
            length = key.size();
    };
    std::for_each(m_own.cbegin(), m_own.cend(), consider);
    std::for_each(m_others.keyBegin(), m_others.keyEnd(), consider);
    return length > 0 ? text.left(length) : text.section(u' ', 0, 0);
}

void Speakers::attribute(HistoryEntry &entry, const QString &name)
{
    const bool comesOrGoes
        = entry.kind == HistoryEntry::Kind::Joined || entry.kind == HistoryEntry::Kind::Left;
    attribute(entry, name, isOwn(name, comesOrGoes || !entry.group.isEmpty()));
}

void Speakers::attribute(HistoryEntry &entry, const QString &name, bool outgoing)
{
    entry.with = m_peer;
    entry.outgoing = outgoing;
    // In a conversation of several a name that nobody knows may be anybody's.
    const Address likely = entry.group.isEmpty() ? m_peer : Address();
    entry.sender = outgoing ? m_account : m_others.value(keyOf(name), likely);
    entry.senderName = FriendlyName(name);
    entry.delivery = outgoing ? HistoryEntry::Delivery::Delivered : HistoryEntry::Delivery::Received;
}

} // namespace Msn
