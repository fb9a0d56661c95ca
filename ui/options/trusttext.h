#pragma once

#include "core/storage/networkcatalog.h"

#include <QCoreApplication>

namespace Ui {

/// What a person should know before trusting a network, in whole sentences.
class TrustText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::TrustText)

public:
    /// Who runs it and where it came from.
    static QString about(const Msn::KnownNetwork &network);
    static QString signIn(const Msn::KnownNetwork &network);
    static QString messages(const Msn::KnownNetwork &network);
    static QString certificate(const Msn::KnownNetwork &network);
    static QString servers(const Msn::KnownNetwork &network);
};

} // namespace Ui
