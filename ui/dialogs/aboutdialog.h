#pragma once

#include "ui/widgets/fittingdialog.h"

namespace Ui {

/// What this program is, its version and its licence. Deletes itself when closed.
class AboutDialog : public FittingDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace Ui
