#pragma once

#include <QString>
#include <QtPlugin>

#include <functional>

namespace Ui {

/// Plays files. Lives in a plugin, so that the audio libraries are loaded with the first sound and
/// a computer without them can run the program.
class SoundOutput
{
public:
    virtual ~SoundOutput() = default;

    /// Returns at once. \p file: a WAV file of the resources, `:/sounds/mail.wav`. Played while it
    /// is still heard, it begins anew.
    virtual void play(const QString &file) = 0;
    /// Nothing is played after it. While the application still lives: audio libraries do not like to
    /// be left to the end of the process.
    virtual void shutDown() = 0;
    /// Called, on the thread of the caller, with the reason when a file cannot be played.
    virtual void setFailureHandler(std::function<void(const QString &reason)> handler) = 0;
};

} // namespace Ui

Q_DECLARE_INTERFACE(Ui::SoundOutput, "org.swallowtail.SoundOutput/1")
