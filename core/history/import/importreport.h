#pragma once

#include "core/base/error.h"
#include "core/history/import/logformats.h"

#include <QHash>
#include <QMetaType>

#include <optional>

namespace Msn {

/// What to read.
struct ImportRequest
{
    /// Files, and folders that are searched with all that lies in them.
    QStringList paths;
    /// Its path and peer mean nothing.
    LogContext context;
    /// Into whose histories it can go. What does not tell goes into the first, that of `context.account`.
    QList<HistoryOwner> owners = {};
    /// With whom a file is, where a person said so.
    QHash<QString, Address> people;
};

struct ImportProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    /// Which is being read.
    QString file;
    qint64 imported = 0;

    friend bool operator==(const ImportProgress &, const ImportProgress &) = default;
};

/// What became of one file.
struct ImportedFile
{
    static constexpr qsizetype maxProblems = 100;

    QString path;
    /// Nothing if it is no log.
    std::optional<LogProgram> program;
    qint64 imported = 0;
    qint64 alreadyThere = 0;
    /// In the order of the file; the last one is TooMany if there were more than the limit.
    QList<ImportProblem> problems;

    void addProblem(const ImportProblem &problem);
};

struct ImportReport
{
    /// Without the files of a folder that are no logs.
    QList<ImportedFile> files;
    bool wasCancelled = false;
    /// What the history said when it took no more. What was handed over before is kept.
    Error error;

    qint64 imported() const;
    qint64 alreadyThere() const;
};

/// What a look at one file shows.
struct SurveyedLog
{
    QString path;
    qint64 bytes = 0;
    LogProgram program = LogProgram::Own;
    /// With whom; empty if a person has to say, or if it is with several.
    Address peer;
    /// With how many, as far as they are counted.
    qsizetype people = 0;
    qint64 lines = 0;
    QDateTime first;
    QDateTime last;
    /// How often each name spoke. At most maxNames.
    QHash<QString, qint64> names;

    static constexpr qsizetype maxNames = 50;
    static constexpr qsizetype maxPeople = 10'000;
};

struct LogSurvey
{
    QList<SurveyedLog> logs;
    /// Chosen files that are no logs.
    QStringList unknown;
    /// The names in `logs` that are likely to be ours, the most frequent first.
    QStringList ownNames;
    /// True if some log needs names to tell who said what, and none is known.
    bool needsOwnNames = false;
};

/// Names that spoke in logs with different people: nobody but us does that.
QStringList likelyOwnNames(const QList<SurveyedLog> &logs);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::ImportProgress)
Q_DECLARE_METATYPE(Msn::ImportReport)
Q_DECLARE_METATYPE(Msn::LogSurvey)
