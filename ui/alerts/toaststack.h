#pragma once

#include "ui/alerts/alertdisplay.h"

#include <QList>
#include <QRect>

#include <functional>

namespace Ui {

class Toast;

/// Alerts of our own, for desktops without notifications: in the lower corner at the end of the
/// line, the newest at the bottom, older ones above it. Needs no timer while nothing is shown.
class ToastStack : public AlertDisplay
{
    Q_OBJECT

public:
    static constexpr int defaultLifetimeMs = 8000;
    static constexpr qsizetype mostAtOnce = 5;

    /// \p area: the part of a screen that is free for windows, asked before each toast. Empty
    /// function: the screen with the pointer's window, else the primary one.
    explicit ToastStack(
        std::function<QRect()> area = {}, int lifetimeMs = defaultLifetimeMs, QObject *parent = nullptr);
    ~ToastStack() override;

    void show(Id id, const AlertNotice &notice) override;
    void close(Id id) override;

    /// From the bottom up.
    QList<Toast *> toasts() const;

private:
    struct Entry
    {
        Id id;
        Toast *toast;
    };

    Toast *find(Id id) const;
    Toast *make(Id id);
    void remove(Id id);
    void arrange();
    QRect area() const;

    const std::function<QRect()> m_area;
    const int m_lifetimeMs;
    QList<Entry> m_entries;
};

} // namespace Ui
