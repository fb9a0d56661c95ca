#pragma once

#include "core/chat/chatmessage.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace Ui {

/// The sentences of a conversation that nobody in it said.
class SystemLines
{
    Q_DECLARE_TR_FUNCTIONS(Ui::SystemLines)

public:
    /// A name that can be shown: the address where there is no name.
    static QString shownName(const Msn::ChatMessage &message);
    /// Joins, departures, nudges and the like; empty for text.
    /// \p name: what its sender is called.
    static QString forMessage(const Msn::ChatMessage &message, const QString &name);
    /// \p what: a content type, `datacast 2`, or the name of the application of an invitation.
    static QString forUnsupported(const QString &name, const QString &what);
    static QString forFile(const Msn::ChatMessage &message, const QString &name);
    /// "Today", "Yesterday" or the date written out.
    static QString forDate(const QDate &date, const QDate &today);
    /// "%1 says", %1 still in it: the name is set in its own style.
    static QString saysPattern() { return tr("%1 says"); }
};

} // namespace Ui
