#include "core/protocol/carenotice.h"

#include <QList>

namespace Msn {

namespace {

constexpr char askWord[] = "ask";
constexpr char filesWord[] = "nofiles";
constexpr char quietPrefix[] = "quiet=";
const QString timeForm = QStringLiteral("HH:mm");

std::optional<std::pair<QTime, QTime>> parseQuiet(const QByteArray &value)
{
    const QList<QByteArray> edges = value.split('-');
    const auto time = [&edges](qsizetype index) {
        return QTime::fromString(QString::fromLatin1(edges.value(index)), timeForm);
    };
    if (edges.size() != 2 || !time(0).isValid() || !time(1).isValid())
        return std::nullopt;
    return std::pair(time(0), time(1));
}

} // namespace

QByteArray encodeCareNotice(const CareNotice &notice)
{
    QByteArrayList words;
    if (notice.asks)
        words.append(askWord);
    if (notice.quiet)
        words.append(quietPrefix + notice.quiet->first.toString(timeForm).toLatin1() + '-'
            + notice.quiet->second.toString(timeForm).toLatin1());
    if (notice.refusesFiles)
        words.append(filesWord);
    return words.join(' ');
}

CareNotice parseCareNotice(const QByteArray &value)
{
    CareNotice notice;
    const QList<QByteArray> words = value.left(200).split(' ');
    for (const QByteArray &word : words) {
        if (word.startsWith(quietPrefix))
            notice.quiet = parseQuiet(word.sliced(sizeof quietPrefix - 1));
        notice.asks = notice.asks || word == askWord;
        notice.refusesFiles = notice.refusesFiles || word == filesWord;
    }
    return notice;
}

} // namespace Msn
