#pragma once

#include "core/base/completion.h"
#include "core/history/export/historywriter.h"
#include "core/history/historyquery.h"
#include "core/sqlite/sqliteconnection.h"

#include <functional>
#include <memory>

namespace Msn {

/// What of some histories goes into which file.
struct HistoryExportRequest
{
    /// One after the other; each is a part of the file.
    QList<SqliteOptions> histories;
    /// Which lines; its `before`, `after` and `count` mean nothing. Without words and kinds the lines stand
    /// person by person, else as they came.
    HistoryQuery query;
    /// Replaced when all of it is written; until then, and on an error, it stays as it was.
    QString file;
};

using MakeHistoryWriter = std::function<std::unique_ptr<HistoryWriter>(QIODevice &device)>;
/// Told now and then; false: it is to stop. \p total is -1 where it is not known.
using ExportProgress = std::function<bool(qint64 lines, qint64 total)>;

/// Writes the file and yields the number of its lines. Takes its time: belongs on a thread of its own.
/// Errors: Cancelled; StorageFull and StorageFailed with the file as subject; those of SqliteConnection.
Expected<qint64, Error> exportHistory(
    const HistoryExportRequest &request, const MakeHistoryWriter &makeWriter, const ExportProgress &goOn);

} // namespace Msn
