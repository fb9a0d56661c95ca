#pragma once

#include <QFrame>

namespace Ui {

/// A small window that belongs to a button and goes with the first click beside it.
class PopupFrame : public QFrame
{
    Q_OBJECT

public:
    explicit PopupFrame(QWidget *parent);

protected:
    /// Above \p anchor if there is room, else below it; always within the screen.
    void showAt(const QWidget &anchor);
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Ui
