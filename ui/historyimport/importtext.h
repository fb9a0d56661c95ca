#pragma once

#include "core/history/import/importreport.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

/// What an import found, in a person's words.
class ImportText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::ImportText)

public:
    /// "Pidgin", "aMSN": a name, for a column.
    static QString program(Msn::LogProgram program);
    static QString problem(Msn::ImportProblem::Reason reason);
    /// "120 messages imported." and what else there is to say, each a whole sentence.
    static QString summary(const Msn::ImportReport &report);
    /// The whole report as text, one problem on each line.
    static QString report(const Msn::ImportReport &report);
    /// "2005 – 2010"
    static QString years(const Msn::SurveyedLog &log);
};

} // namespace Ui
