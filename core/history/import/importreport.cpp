#include "core/history/import/importreport.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace Msn {

void ImportedFile::addProblem(const ImportProblem &problem)
{
    if (problems.size() < maxProblems)
        problems.append(problem);
    else if (problems.size() == maxProblems)
        problems.append(makeProblem(ImportProblem::Reason::TooMany, problem.line));
}

qint64 ImportReport::imported() const
{
    return std::accumulate(files.cbegin(), files.cend(), qint64(0),
        [](qint64 sum, const ImportedFile &file) { return sum + file.imported; });
}

qint64 ImportReport::alreadyThere() const
{
    return std::accumulate(files.cbegin(), files.cend(), qint64(0),
        [](qint64 sum, const ImportedFile &file) { return sum + file.alreadyThere; });
}

QStringList likelyOwnNames(const QList<SurveyedLog> &logs)
{
    QHash<QString, QSet<QString>> peersOf;
    QHash<QString, qint64> counts;
    for (const SurveyedLog &log : logs) {
        // In a conversation of several a third person may be one whom we also know alone.
        if (log.names.size() > 2)
            continue;
        for (auto name = log.names.keyBegin(); name != log.names.keyEnd(); ++name) {
            peersOf[*name].insert(log.peer.isEmpty() ? log.path : log.peer.key());
            counts[*name] += log.names.value(*name);
        }
    }
    QStringList own;
    for (auto it = peersOf.cbegin(); it != peersOf.cend(); ++it) {
        if (!it.key().isEmpty() && it.value().size() > 1)
            own.append(it.key());
    }
    std::sort(own.begin(), own.end(), [&counts](const QString &a, const QString &b) {
        return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
    });
    return own;
}

} // namespace Msn
