#include "ui/historyimport/importtext.h"

#include <QDir>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Ui {

using Msn::ImportProblem;
using Msn::LogProgram;

QString ImportText::program(LogProgram program)
{
    struct Row
    {
        LogProgram program;
        const char *name;
    };
    static constexpr std::array rows{
        Row{LogProgram::Own, QT_TR_NOOP("Swallowtail")},
        Row{LogProgram::MessengerXml, QT_TR_NOOP("Classic messenger")},
        Row{LogProgram::PlusHtml, QT_TR_NOOP("Messenger Plus")},
        Row{LogProgram::PlusText, QT_TR_NOOP("Messenger Plus")},
        Row{LogProgram::Amsn, QT_TR_NOOP("aMSN")},
        Row{LogProgram::PidginHtml, QT_TR_NOOP("Pidgin")},
        Row{LogProgram::PidginText, QT_TR_NOOP("Pidgin")},
        Row{LogProgram::Kmess, QT_TR_NOOP("KMess")},
        Row{LogProgram::Emesene, QT_TR_NOOP("emesene")},
    };
    const auto *const row = std::find_if(
        rows.begin(), rows.end(), [program](const Row &candidate) { return candidate.program == program; });
    return row == rows.end() ? QString() : tr(row->name);
}

QString ImportText::problem(ImportProblem::Reason reason)
{
    using Reason = ImportProblem::Reason;
    struct Row
    {
        Reason reason;
        const char *sentence;
    };
    static constexpr std::array rows{
        Row{Reason::CannotOpen, QT_TR_NOOP("The file cannot be opened.")},
        Row{Reason::CannotRead, QT_TR_NOOP("The file could not be read to its end.")},
        Row{Reason::UnknownFormat, QT_TR_NOOP("This is not a log that Swallowtail can read.")},
        Row{Reason::UnknownPerson,
            QT_TR_NOOP("Nothing tells with whom this was. Choose the person and import it again.")},
        Row{Reason::UnknownDirection,
            QT_TR_NOOP(
                "These names are not among yours. What they said is kept as said by the other person.")},
        Row{Reason::UnknownDate, QT_TR_NOOP("Nothing tells on which day this was said. It was left out.")},
        Row{Reason::BadTime, QT_TR_NOOP("The time of this line cannot be read. It was left out.")},
        Row{Reason::BadMarkup, QT_TR_NOOP("This message is damaged. It was left out.")},
        Row{Reason::Incomplete, QT_TR_NOOP("The file ends in the middle of a message.")},
        Row{Reason::Unexpected, QT_TR_NOOP("This belongs to no message. It was left out.")},
        Row{Reason::TooLong, QT_TR_NOOP("This is too long. It was cut or left out.")},
        Row{Reason::OtherNetwork, QT_TR_NOOP("This log is of another kind of network. It was left out.")},
        Row{Reason::UnknownAccount,
            QT_TR_NOOP("These messages are of an account that is not known here. Sign in to it once, then "
                       "import them again.")},
        Row{Reason::StoreFailed, QT_TR_NOOP("The history could not be written.")},
        Row{Reason::TooMany, QT_TR_NOOP("There are more problems than are listed here.")},
    };
    const auto *const row = std::find_if(
        rows.begin(), rows.end(), [reason](const Row &candidate) { return candidate.reason == reason; });
    return row == rows.end() ? QString() : tr(row->sentence);
}

QString ImportText::summary(const Msn::ImportReport &report)
{
    const auto count
        = [](qint64 number) { return static_cast<int>(std::min<qint64>(number, 2'000'000'000)); };
    QString sentences = tr("%Ln message(s) were imported.", nullptr, count(report.imported()));
    //: Two whole sentences, one after the other.
    const QString both = tr("%1 %2", "two sentences");
    if (report.alreadyThere() > 0) {
        const QString known = tr("%Ln message(s) were already there.", nullptr, count(report.alreadyThere()));
        sentences = both.arg(sentences, known);
    }
    if (report.wasCancelled)
        sentences = both.arg(sentences, tr("The import was stopped. Importing again brings the rest."));
    return sentences;
}

QString ImportText::report(const Msn::ImportReport &report)
{
    QStringList lines{summary(report)};
    for (const Msn::ImportedFile &file : report.files) {
        lines.append(QDir::toNativeSeparators(file.path));
        for (const ImportProblem &found : file.problems) {
            //: %1 is the number of a line in a file, %2 a sentence, %3 what stands there.
            lines.append(tr("Line %1: %2 %3").arg(found.line).arg(problem(found.reason), found.excerpt));
        }
    }
    return lines.join(u'\n');
}

QString ImportText::years(const Msn::SurveyedLog &log)
{
    const QString first = QLocale().toString(log.first.date(), QStringLiteral("yyyy"));
    const QString last = QLocale().toString(log.last.date(), QStringLiteral("yyyy"));
    //: Two years, as in "2005 – 2010".
    return first == last ? first : tr("%1 – %2").arg(first, last);
}

} // namespace Ui
