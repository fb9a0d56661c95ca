#pragma once

#include <QByteArray>

class QWidget;

namespace App {

/// For as long as it lives, windows that are raised carry the right to come to the front that the
/// desktop gave with a click: on a notification, on the tray, on a link.
/// Source: xdg-activation; Desktop Notifications Specification, ActivationToken; EWMH,
/// _NET_ACTIVE_WINDOW.
class Activation
{
public:
    /// \p token may be empty.
    explicit Activation(const QByteArray &token);
    ~Activation();

    /// What the desktop gave to whoever started this program; empty if nothing.
    static QByteArray givenToThisStart();

    Activation(const Activation &) = delete;
    Activation &operator=(const Activation &) = delete;

    /// Where \p window was only asked for politely, insist: a person wants it.
    void raise(QWidget &window) const;
};

} // namespace App
