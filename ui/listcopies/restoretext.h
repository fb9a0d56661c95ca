#pragma once

#include "core/listcopies/listrestore.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

/// What a copy of the contact list has more, and what became of bringing it back, in a person's words.
class RestoreText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::RestoreText)

public:
    /// "Not on your list, not in Friends": for a column.
    static QString missing(const Msn::MissingPerson &person);
    /// What a file or copy holds, in whole sentences.
    static QString found(const Msn::ListDifference &difference, const QList<Msn::ImportProblem> &problems);
    /// What became of it, in whole sentences.
    static QString summary(const Msn::RestoreReport &report);
};

} // namespace Ui
