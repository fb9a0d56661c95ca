#pragma once

#include "core/protocol/status.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace Ui {

/// Names of statuses.
class StatusText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::StatusText)

public:
    /// As shown of a contact and of oneself, "On the phone".
    static QString name(Msn::Status status);
    /// As an entry of a menu, with a mnemonic.
    static QString menuEntry(Msn::Status status);
    /// What a person can choose, in the order of the menu.
    static QList<Msn::Status> choosable();
    /// The words of the command line: online busy idle brb away phone lunch hidden.
    static std::optional<Msn::Status> fromCommandLine(const QString &word);
    static QStringList commandLineWords();
};

} // namespace Ui
