#pragma once

#include <QPushButton>

namespace Ui {

/// A flat button in the accent colour, for what is beside the main matter of a window.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// What is between the edge and the words, in logical pixels.
    static int padding(const QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;
    /// Enter presses it, as it does a link.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyColour();
};

} // namespace Ui
