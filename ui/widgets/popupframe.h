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
    enum class Side { Above, Below };

    /// On \p side of \p anchor if there is room, else on the other; always within the screen.
    void showAt(const QWidget &anchor, Side side = Side::Above);
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Ui
