#include "core/history/import/importproblem.h"

#include "core/base/friendlyname.h"

namespace Msn {

ImportProblem makeProblem(ImportProblem::Reason reason, qint64 line, const QString &excerpt, qint64 column)
{
    ImportProblem problem;
    problem.reason = reason;
    problem.line = line;
    problem.column = column;
    // Cut before it is cleaned: a line can be long.
    const QString beginning = excerpt.left(4 * ImportProblem::maxExcerpt);
    problem.excerpt = cleanedSingleLine(beginning).trimmed().left(ImportProblem::maxExcerpt);
    return problem;
}

} // namespace Msn
