#include "core/history/historyfile.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

namespace Msn {

namespace {

/// What SQLite keeps beside the file; they go where it goes.
const QStringList besides{QStringLiteral("-wal"), QStringLiteral("-shm")};

QString freeNameBeside(const QString &file)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = file + QStringLiteral(".damaged-") + stamp;
    for (int next = 2; QFile::exists(name); ++next)
        name = file + QStringLiteral(".damaged-%1-%2").arg(stamp).arg(next);
    return name;
}

/// With wildcards, in the folder of \p file.
QStringList namesOfCopies(const QString &file, HistoryFile::Copies copies)
{
    const QString name = QFileInfo(file).fileName();
    QStringList patterns{name + QStringLiteral(".before-*")};
    if (copies == HistoryFile::Copies::All)
        patterns.append(name + QStringLiteral(".damaged-*"));
    return patterns;
}

} // namespace

bool HistoryFile::makeFolderOf(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (QFileInfo(folder).isDir())
        return true;
    if (!QDir().mkpath(folder))
        return false;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return true;
}

Expected<QString, Error> HistoryFile::putAside(const QString &file)
{
    const QString name = freeNameBeside(file);
    if (!QFile::rename(file, name))
        return Unexpected(makeError(ErrorCode::StorageFailed, file));
    for (const QString &suffix : besides)
        QFile::rename(file + suffix, name + suffix);
    qCWarning(logStorage) << "history: damaged, put aside as" << name;
    return name;
}

Outcome HistoryFile::check(SqliteConnection &connection)
{
    const auto verdict = connection.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return Unexpected(verdict.error());
    if (verdict->toString() != QLatin1String("ok"))
        return Unexpected(makeError(ErrorCode::StorageDamaged, connection.file(), verdict->toString()));
    const Outcome words = connection.run(
        QStringLiteral("INSERT INTO message_text (message_text) VALUES ('integrity-check')"));
    if (words)
        return {};
    qCWarning(logStorage) << "history: making the index of words anew";
    return connection.run(QStringLiteral("INSERT INTO message_text (message_text) VALUES ('rebuild')"));
}

Outcome HistoryFile::removeCopies(const QString &file, Copies copies)
{
    const QDir folder = QFileInfo(file).absoluteDir();
    const QStringList found = folder.entryList(namesOfCopies(file, copies), QDir::Files);
    for (const QString &name : found) {
        if (!QFile::remove(folder.filePath(name)))
            return Unexpected(
                makeError(ErrorCode::StorageFailed, QDir::toNativeSeparators(folder.filePath(name))));
    }
    return {};
}

} // namespace Msn
