#pragma once

#include <QScrollArea>

namespace Ui {

/// Holds the content of a dialog: as tall as it is, and on a screen too small for that, scrolled.
class FittingArea : public QScrollArea
{
    Q_OBJECT

public:
    /// \p content has its layout already.
    explicit FittingArea(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSize contentSize() const;
};

} // namespace Ui
