#include "core/history/import/stampspreader.h"

#include <algorithm>

namespace Msn {

QDateTime StampSpreader::next(const QDateTime &stamp)
{
    // Not beyond the second: what is written with the next one comes after.
    constexpr qint64 most = 999;
    m_count = stamp == m_stamp ? std::min(m_count + 1, most) : 0;
    m_stamp = stamp;
    return stamp.addMSecs(m_count);
}

} // namespace Msn
