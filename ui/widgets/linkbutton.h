#pragma once

#include <QPushButton>

namespace Ui {

class FlowLayout;

/// A flat button in the accent colour, for what is beside the main matter of a window.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Side by side, in several lines where there is no room; their words begin at the row's edge.
    static FlowLayout *makeRow(const QList<QPushButton *> &links, const QWidget *parent);
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
