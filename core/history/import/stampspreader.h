#pragma once

#include <QDateTime>

namespace Msn {

/// Gives the lines of one log times of their own. Logs tell seconds or minutes only: the lines of one stamp
/// are counted through its milliseconds, in the order of the file. So they keep that order, equal lines stay
/// two, and a second import of the file, grown at its end or not, finds each of them where it was.
class StampSpreader
{
public:
    /// \p stamp as the log wrote it, in the order of the lines.
    QDateTime next(const QDateTime &stamp);

private:
    QDateTime m_stamp;
    qint64 m_count = 0;
};

} // namespace Msn
