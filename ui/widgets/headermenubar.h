#pragma once

#include <QMenuBar>

namespace Ui {

/// A menu bar that lets the header behind it show through.
class HeaderMenuBar : public QMenuBar
{
    Q_OBJECT

public:
    explicit HeaderMenuBar(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintEntry(QPainter &painter, QAction *action) const;
};

} // namespace Ui
