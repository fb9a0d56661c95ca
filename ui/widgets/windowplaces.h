#pragma once

#include <QObject>

namespace Ui {

/// Shows a window that was hidden or closed where it stood before. By itself Qt centres a dialog anew each
/// time, off by the frame that it only guesses, and leaves any other window to the window manager.
class WindowPlaces : public QObject
{
    Q_OBJECT

public:
    /// For the whole application, as long as it lives.
    explicit WindowPlaces(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Ui
