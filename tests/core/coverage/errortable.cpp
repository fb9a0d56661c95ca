#include "tests/core/coverage/coveragetable.h"
#include "tests/core/coverage/errorrows.h"

namespace {

CoverageRow rowFor(const ErrorRow &error)
{
    const QByteArray pattern = "< ? ? " + QByteArray::number(error.number) + ' ' + error.request;
    CoverageRow row;
    row.labels = {QString::number(error.number),
        error.request == "-" ? QStringLiteral("nothing")
                             : QStringLiteral("`%1`").arg(QString::fromUtf8(error.request))};
    row.cells = {CoverageCell{Test::Ours::Client, pattern, error.clientAbsence},
        CoverageCell{Test::Ours::Service, pattern, error.serviceAbsence}};
    return row;
}

} // namespace

CoverageTable errorTable()
{
    CoverageTable table{QStringLiteral("Error numbers"),
        QStringLiteral(
            "Each number and the requests that can provoke it: of the client, what it does when it gets the\n"
            "number; of the service, that it says exactly this number."),
        {QStringLiteral("Number"), QStringLiteral("Answers")},
        {QStringLiteral("Client"), QStringLiteral("Service")}, {}};
    const QList<ErrorRow> rows = errorRows();
    for (const ErrorRow &row : rows)
        table.rows.append(rowFor(row));
    return table;
}
