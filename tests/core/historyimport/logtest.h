#pragma once

#include "core/history/import/logreading.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QStringList>

namespace Test {

/// Keeps what a reader finds.
class CollectingSink : public Msn::LogSink
{
public:
    void add(const Msn::HistoryEntry &entry) override { entries.append(entry); }
    void report(const Msn::ImportProblem &problem) override { problems.append(problem); }
    bool wantsMore() override { return ++asked <= limit; }

    QList<Msn::HistoryEntry> entries;
    QList<Msn::ImportProblem> problems;
    qint64 asked = 0;
    qint64 limit = 10'000'000;
};

using ReadLog = void (*)(QIODevice &, const Msn::LogContext &, Msn::LogSink &);

/// The log \p file in tests/data/history.
QByteArray logBytes(const QString &file);
/// The reader that the content of \p bytes asks for; null if there is none.
ReadLog readerOf(const QByteArray &bytes);

/// Ana, Bob's file, UTC.
Msn::LogContext logContext(const QString &path);
/// The same for a file among others.
Msn::LogContext contextOf(const QString &file);

/// One line for each entry: `2005-03-14T00:09:36.447Z bob@example.com > Text: hello`, `>` ours, `<` theirs.
QStringList inWords(const QList<Msn::HistoryEntry> &entries);
/// `line reason` for each problem.
QStringList inWords(const QList<Msn::ImportProblem> &problems);

/// Reads \p bytes, some at a time if \p chunk is not 0.
void readInto(Msn::LogSink &sink, ReadLog read, const QByteArray &bytes, const Msn::LogContext &context,
    qsizetype chunk = 0);

/// Cuts \p bytes everywhere: what is found is the beginning of what is in the whole, but for the last entry
/// in which the cut may lie.
void checkCuts(ReadLog read, const QByteArray &bytes, const Msn::LogContext &context);
/// Puts garbage at many places: what is before it stays, and reading ends.
void checkGarbage(ReadLog read, const QByteArray &bytes, const Msn::LogContext &context);

} // namespace Test
