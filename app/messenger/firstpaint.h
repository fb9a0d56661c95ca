#pragma once

#include <QObject>

class QWidget;

namespace App {

/// Says in the log, category swallowtail.startup, when a window has been painted for the first
/// time. The start-up benchmark waits for it.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    explicit FirstPaint(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void painted();
};

} // namespace App
