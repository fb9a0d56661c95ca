#pragma once

#include <QDialog>

namespace Ui {

/// Opens as large as its content wants and the screen allows, and grows when there is more to show. What
/// may not fit belongs into a FittingArea; what must be seen, the buttons, beside it.
class FittingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void grow();
    QSize fittingSize() const;
    int heightFor(int width) const;
};

} // namespace Ui
