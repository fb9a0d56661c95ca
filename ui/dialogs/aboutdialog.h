#pragma once

#include <QDialog>

namespace Ui {

/// What this program is, its version and its licence. Deletes itself when closed.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace Ui
