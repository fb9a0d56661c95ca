#pragma once

#include "core/net/signinprogress.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

/// How far a sign-in has come, in words that a person follows.
class ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::ProgressText)

public:
    static QString describe(Msn::SignInProgress progress, const QString &network);
};

} // namespace Ui
