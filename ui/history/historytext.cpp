#include "ui/history/historytext.h"

#include "core/base/pluscodes.h"
#include "ui/conversation/view/systemlines.h"

#include <QLocale>
#include <QRegularExpression>

namespace Ui {
namespace {

/// More of a line is not shown in a list.
constexpr qsizetype longestExcerpt = 400;
/// What stands before the word that was found.
constexpr qsizetype leadIn = 40;

} // namespace

QStringList HistoryText::wordsOf(const QString &typed)
{
    QStringList words = typed.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

QString HistoryText::line(const Msn::HistoryEntry &entry, const QString &name)
{
    if (entry.kind != Msn::HistoryEntry::Kind::Text)
        return SystemLines::forMessage(Msn::toChatMessage(entry), name);
    return Msn::cleanedSingleLine(Msn::withoutPlusCodes(entry.text));
}

QString HistoryText::excerpt(const QString &line, const QStringList &words)
{
    qsizetype first = -1;
    for (const QString &word : words) {
        const qsizetype place = line.indexOf(word, 0, Qt::CaseInsensitive);
        if (place >= 0 && (first < 0 || place < first))
            first = place;
    }
    if (first <= leadIn)
        return line.left(longestExcerpt);
    qsizetype start = line.indexOf(u' ', first - leadIn) + 1;
    if (start <= 0 || start > first)
        start = first - leadIn / 2;
    if (line.at(start).isLowSurrogate())
        --start;
    return u'…' + line.mid(start, longestExcerpt);
}

QString HistoryText::when(const QDateTime &time, const QDate &today)
{
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    if (local.date() == today)
        return locale.toString(local.time(), QLocale::ShortFormat);
    return locale.toString(local.date(), QLocale::ShortFormat);
}

ErrorWords HistoryText::readError(const Msn::Error &error)
{
    const QString what = tr("The message history could not be read.");
    const QString details = ErrorText::describe(error).details;
    switch (error.code) {
    case Msn::ErrorCode::StorageBusy:
        return {what, tr("Another program uses it; close that program, then search again."), details};
    case Msn::ErrorCode::StorageDamaged:
        return {what, tr("It is damaged. Start Swallowtail again: the old file is kept and a new one begun."),
            details};
    case Msn::ErrorCode::StorageTooNew:
        return {
            what, tr("It was written by a newer version of Swallowtail; use that one to read it."), details};
    default:
        return {what, tr("Check that its file is there and that you may read it."), details};
    }
}

ErrorWords HistoryText::exportError(const Msn::Error &error)
{
    const QString details = ErrorText::describe(error).details;
    if (error.code == Msn::ErrorCode::StorageFull)
        return {tr("The disk is full, so nothing was exported."),
            tr("Make room on it or choose another place, then export again."), details};
    return {tr("%1 could not be written, so nothing was exported.").arg(error.subject),
        tr("Choose another place, or check that you may write there."), details};
}

ErrorWords HistoryText::removalError(const Msn::Error &error)
{
    const QString details = ErrorText::describe(error).details;
    if (error.code == Msn::ErrorCode::StorageFull)
        return {tr("Not everything was deleted, because the disk is full."),
            tr("Make room on the disk, then delete it again."), details};
    if (error.code == Msn::ErrorCode::StorageBusy)
        return {tr("Not everything was deleted, because another program uses the message history."),
            tr("Close that program, then delete it again."), details};
    return {tr("Not everything was deleted, because the message history could not be written."),
        tr("Check that you may write there, then delete it again."), details};
}

} // namespace Ui
