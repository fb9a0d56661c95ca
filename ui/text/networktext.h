#pragma once

#include "core/storage/networkcatalog.h"

#include "ui/text/errortext.h"

namespace Ui {

/// Names of networks, and why one could not be added.
class NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::NetworkText)

public:
    /// As shown: the demo has no name of its own in the data.
    static QString name(const Msn::KnownNetwork &network);
    /// Of the one that \p networks know under \p name; \p name itself if they know none.
    static QString name(const Msn::NetworkCatalog &networks, const QString &name);
    /// Who runs it, one sentence; empty if nobody says.
    static QString operatedBy(const Msn::KnownNetwork &network);
    /// Name and operator for a tool tip, each in a line: lists shorten names that are long.
    static QString toolTip(const Msn::KnownNetwork &network);
    /// Why a link leads to no network.
    static ErrorWords linkError(const Msn::NetworkFileError &error);
    static ErrorWords importError(const Msn::NetworkImportError &error);
};

} // namespace Ui
