#pragma once

#include "ui/widgets/messagebar.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace Ui {

/// Says what has just been done and takes it back on request. Goes by itself after a while.
class UndoBar : public MessageBar
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);

    /// Replaces an older offer, whose deed then stays done.
    void offer(const QString &text, const std::function<void()> &undo);
    /// One more thing that can be done now, beside the undoing.
    void offerAlso(const QString &text, const std::function<void()> &act);
    /// Says something that stays until it is closed or another takes its place.
    void tell(const QString &text);
    /// Asks before something that cannot be taken back.
    void ask(const QString &text, const QString &yes, const std::function<void()> &act);

private:
    /// Hides the bar and gives the keyboard back to where it was.
    void leave();

    QTimer m_timer;
    QPointer<QWidget> m_before;
};

} // namespace Ui
