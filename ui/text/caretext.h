#pragma once

#include "core/protocol/carenotice.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

/// What a host has settled for somebody, in the words that the person reads.
class CareText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::CareText)

public:
    /// Whole sentences; empty for nothing.
    static QString describe(const Msn::CareNotice &notice);
};

} // namespace Ui
