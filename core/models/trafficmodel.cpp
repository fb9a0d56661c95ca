#include "core/models/trafficmodel.h"

namespace Msn {

namespace {

/// `2026-01-31T12:34:56.789Z -> VER 1 MSNP10 CVR0`
constexpr qsizetype timeStart = 11;
constexpr qsizetype timeLength = 12;

qsizetype arrowOf(const QByteArray &line)
{
    return line.indexOf(' ') + 1;
}

QByteArray textOf(const QByteArray &line)
{
    return line.mid(arrowOf(line) + 3);
}

QByteArray verbOf(const QByteArray &line)
{
    const QByteArray text = textOf(line);
    qsizetype end = 0;
    while (end < text.size() && text.at(end) != ' ' && text.at(end) != '\\')
        ++end;
    return text.left(end);
}

} // namespace

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &whole = m_lines[static_cast<size_t>(index.row())];
    const QByteArray &line = whole.text;
    switch (role) {
    case Qt::DisplayRole:
    case LineRole:
        return wholeLine(whole);
    case AccountRole:
        return accountOf(whole);
    case SentRole:
        return line.mid(arrowOf(line), 2) == "->";
    case VerbRole:
        return QString::fromUtf8(verbOf(line));
    case TextRole:
        return QString::fromUtf8(textOf(line));
    case TimeRole:
        return QString::fromUtf8(line.mid(timeStart, timeLength));
    default:
        return {};
    }
}

void TrafficModel::setPaused(bool paused)
{
    m_paused = paused;
    if (paused || m_waiting.empty())
        return;
    const std::deque<Line> waiting = std::exchange(m_waiting, {});
    m_waitingBytes = 0;
    for (const Line &line : waiting)
        add(line);
    Q_EMIT waitingCountChanged();
}

void TrafficModel::append(const QByteArray &line, const QString &account)
{
    const Line kept{line.left(maxLineBytes), indexOfAccount(account)};
    if (!m_paused) {
        add(kept);
        return;
    }
    m_waiting.push_back(kept);
    m_waitingBytes += kept.text.size();
    while (m_waiting.size() > maxLines || m_waitingBytes > maxBytes) {
        m_waitingBytes -= m_waiting.front().text.size();
        m_waiting.pop_front();
    }
    Q_EMIT waitingCountChanged();
}

void TrafficModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_waiting.clear();
    m_bytes = 0;
    m_waitingBytes = 0;
    endResetModel();
    Q_EMIT waitingCountChanged();
}

qsizetype TrafficModel::indexOfAccount(const QString &account)
{
    const qsizetype known = m_accounts.indexOf(account);
    if (known >= 0 || account.isEmpty())
        return known;
    m_accounts.append(account);
    Q_EMIT accountsChanged();
    return m_accounts.size() - 1;
}

QString TrafficModel::accountOf(const Line &line) const
{
    return line.account < 0 ? QString() : m_accounts.at(line.account);
}

QString TrafficModel::wholeLine(const Line &line) const
{
    const QString text = QString::fromUtf8(line.text);
    if (m_accounts.size() < 2 || line.account < 0)
        return text;
    const qsizetype arrow = text.indexOf(u' ') + 1;
    return text.left(arrow) + u'[' + accountOf(line) + QLatin1String("] ") + text.mid(arrow);
}

void TrafficModel::add(const Line &line)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_lines.push_back(line);
    m_bytes += line.text.size();
    endInsertRows();
    dropOldest();
}

/// Many at once: taking a single one from the front of a long view costs as much.
void TrafficModel::dropOldest()
{
    if (m_lines.size() <= maxLines && m_bytes <= maxBytes)
        return;
    size_t count = 0;
    qint64 bytes = m_bytes;
    while (m_lines.size() - count > maxLines - maxLines / 10 || bytes > maxBytes - maxBytes / 10)
        bytes -= m_lines[count++].text.size();
    beginRemoveRows({}, 0, static_cast<int>(count) - 1);
    m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(count));
    m_bytes = bytes;
    endRemoveRows();
}

} // namespace Msn
