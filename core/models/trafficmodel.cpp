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
    const QByteArray &line = m_lines[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LineRole:
        return QString::fromUtf8(line);
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
    const std::deque<QByteArray> waiting = std::exchange(m_waiting, {});
    m_waitingBytes = 0;
    for (const QByteArray &line : waiting)
        add(line);
    Q_EMIT waitingCountChanged();
}

void TrafficModel::append(const QByteArray &line)
{
    const QByteArray kept = line.left(maxLineBytes);
    if (!m_paused) {
        add(kept);
        return;
    }
    m_waiting.push_back(kept);
    m_waitingBytes += kept.size();
    while (m_waiting.size() > maxLines || m_waitingBytes > maxBytes) {
        m_waitingBytes -= m_waiting.front().size();
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

void TrafficModel::add(const QByteArray &line)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_lines.push_back(line);
    m_bytes += line.size();
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
        bytes -= m_lines[count++].size();
    beginRemoveRows({}, 0, static_cast<int>(count) - 1);
    m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(count));
    m_bytes = bytes;
    endRemoveRows();
}

} // namespace Msn
