#pragma once

#include <QtGlobal>

#include <memory>

namespace App {

/// The few things one can only ask an X server. Its library is the one that Qt has loaded already,
/// looked up when first asked; on Wayland, and where the header was missing when this was built,
/// every question has the answer "no".
class X11Session
{
public:
    X11Session();
    ~X11Session();

    X11Session(const X11Session &) = delete;
    X11Session &operator=(const X11Session &) = delete;

    bool isThere() const;
    /// The active window fills the screen and is not one of ours.
    bool isForeignWindowFullScreen() const;
    /// Somebody offers an XEmbed tray.
    bool hasTray() const;
    /// Brings one of our windows to the front as a taskbar would, past the protection against
    /// windows that do so unasked. Only because a person clicked on something.
    void activate(quint32 window) const;

private:
    struct Calls;
    std::unique_ptr<Calls> m_calls;
};

} // namespace App
