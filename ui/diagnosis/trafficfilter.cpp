#include "ui/diagnosis/trafficfilter.h"

#include "core/models/trafficmodel.h"

#include <algorithm>

namespace Ui {

using Msn::TrafficModel;

namespace {

bool isVerb(const QString &word)
{
    return word.size() == 3 && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    });
}

} // namespace

void TrafficFilter::setDirection(Direction direction)
{
    m_direction = direction;
    invalidateFilter();
}

void TrafficFilter::setAccount(const QString &account)
{
    m_account = account;
    invalidateFilter();
}

void TrafficFilter::setWords(const QString &text)
{
    m_words.clear();
    m_verbs.clear();
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        (isVerb(word) ? m_verbs : m_words).append(word);
    invalidateFilter();
}

bool TrafficFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool sent = index.data(TrafficModel::SentRole).toBool();
    if (m_direction != Direction::Both && sent != (m_direction == Direction::Sent))
        return false;
    if (!m_account.isEmpty() && index.data(TrafficModel::AccountRole).toString() != m_account)
        return false;
    if (!m_verbs.isEmpty() && !m_verbs.contains(index.data(TrafficModel::VerbRole).toString()))
        return false;
    const QString text = m_words.isEmpty() ? QString() : index.data(TrafficModel::TextRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Ui
