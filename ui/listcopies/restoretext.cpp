#include "ui/listcopies/restoretext.h"

#include <QLocale>

#include <algorithm>

namespace Ui {

using Msn::ImportProblem;

namespace {

/// The file says nothing at all: what else is known of it does not matter.
bool isUnreadable(const ImportProblem &problem)
{
    using Reason = ImportProblem::Reason;
    return problem.reason == Reason::CannotOpen || problem.reason == Reason::UnknownFormat
        || problem.reason == Reason::BadMarkup;
}

} // namespace

QString RestoreText::missing(const Msn::MissingPerson &person)
{
    QStringList parts;
    if (person.isContactMissing)
        parts.append(tr("not on your list"));
    else if (!person.missingGroups.isEmpty())
        //: %1 is the name of a group, or several.
        parts.append(tr("not in %1").arg(QLocale().createSeparatedList(person.missingGroups)));
    if (person.isBlockMissing)
        parts.append(tr("not blocked any more"));
    if (person.isAnnotationMissing)
        parts.append(tr("without your nickname or note"));
    return QLocale().createSeparatedList(parts);
}

QString RestoreText::found(const Msn::ListDifference &difference, const QList<ImportProblem> &problems)
{
    if (difference.isEmpty() && std::any_of(problems.begin(), problems.end(), isUnreadable))
        return tr("This file holds no contact list that Swallowtail can read. Choose another one.");
    QString words = difference.isEmpty()
        ? tr("Everybody in it is on your list already. There is nothing to restore.")
        : difference.people.isEmpty()
        ? tr("%Ln group(s) are missing from your list.", nullptr,
            static_cast<int>(difference.missingGroups.size()))
        : tr("%Ln person(s) in it are missing from your list, or lack something. Choose whom to restore.",
            nullptr, static_cast<int>(difference.people.size()));
    if (problems.isEmpty())
        return words;
    //: Two whole sentences, one after the other.
    return tr("%1 %2", "two sentences")
        .arg(words,
            tr("%Ln entry(s) of the file could not be read and are left out.", nullptr,
                static_cast<int>(problems.size())));
}

QString RestoreText::summary(const Msn::RestoreReport &report)
{
    QStringList sentences{tr("%Ln person(s) were restored.", nullptr, report.people)};
    if (report.groups > 0)
        sentences.append(tr("%Ln group(s) were made.", nullptr, report.groups));
    if (!report.refusals.isEmpty())
        sentences.append(
            tr("The server refused %Ln change(s).", nullptr, static_cast<int>(report.refusals.size())));
    if (report.wasCancelled)
        sentences.append(tr("It was stopped. Restoring again brings the rest."));
    //: Several whole sentences, one after the other: %1 are those before.
    const QString both = tr("%1 %2", "two sentences");
    QString words = sentences.takeFirst();
    for (const QString &sentence : std::as_const(sentences))
        words = both.arg(words, sentence);
    return words;
}

} // namespace Ui
