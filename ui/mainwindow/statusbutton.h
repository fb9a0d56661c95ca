#pragma once

#include <QToolButton>

namespace Ui {

/// Status mark, its name, an arrow: as wide as that takes. Without a text only mark and arrow.
class StatusButton : public QToolButton
{
    Q_OBJECT

public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where the arrow begins.
    int arrowLeft() const;
};

} // namespace Ui
