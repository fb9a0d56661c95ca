#pragma once

#include <QPushButton>

namespace Ui {

/// A flat button in the accent colour, for what is beside the main matter of a window.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColour();
};

} // namespace Ui
