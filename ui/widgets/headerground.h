#pragma once

#include <QWidget>

namespace Ui {

/// The light gradient behind the upper part of a window.
class HeaderGround : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderGround(QWidget *parent = nullptr);

    /// Ends after so many logical pixels instead of at the lower edge; the window's colour follows.
    void setGradientHeight(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_gradientHeight = 0;
};

} // namespace Ui
