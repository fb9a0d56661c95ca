#pragma once

#include "core/history/historyentry.h"
#include "ui/text/errortext.h"

#include <QCoreApplication>
#include <QStringList>

namespace Ui {

/// What the history says in words.
class HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::HistoryText)

public:
    /// The words of what somebody looks for.
    static QStringList wordsOf(const QString &typed);
    /// What a line says, in one line; of somebody called \p name.
    static QString line(const Msn::HistoryEntry &entry, const QString &name);
    /// A part of \p line that shows the first of \p words.
    static QString excerpt(const QString &line, const QStringList &words);
    /// A time today, a day this year, a date before.
    static QString when(const QDateTime &time, const QDate &today);
    /// Below a message that did not arrive.
    static QString notDelivered() { return tr("not delivered"); }
    /// Above a conversation of several that began with \p name.
    //: %1 is the name of a person.
    static QString groupWith(const QString &name) { return tr("Group with %1").arg(name); }
    /// The history could not be read.
    static ErrorWords readError(const Msn::Error &error);
    /// The file of an export could not be written.
    static ErrorWords exportError(const Msn::Error &error);
    /// What was meant to be deleted is perhaps still there.
    static ErrorWords removalError(const Msn::Error &error);
};

} // namespace Ui
