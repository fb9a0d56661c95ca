#pragma once

#include "ui/alerts/alertevent.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

class QPluginLoader;

namespace Ui {

class SoundOutput;

/// The sounds of the messenger. Loads what it takes when the first one is played, never blocks, and
/// says only once in the log that it does not work.
class SoundPlayer : public QObject
{
    Q_OBJECT

public:
    /// Where sounds come out; nullptr if there is no way. Owned by whoever makes it.
    using Loader = std::function<SoundOutput *()>;

    /// The plugin beside the program.
    explicit SoundPlayer(QObject *parent = nullptr);
    explicit SoundPlayer(Loader loader, QObject *parent = nullptr);
    ~SoundPlayer() override;

    /// Whether this build can play anything; loads nothing.
    static bool isAvailable();

    /// One that was begun within the last quarter of a second is not begun again: thirty people who
    /// come online at once are one sound.
    void play(Sound sound);

Q_SIGNALS:
    /// Once, with the reason as the system tells it.
    void failed(const QString &reason);

private:
    SoundOutput *output();
    void handleFailure(const QString &reason);

    Loader m_loader;
    SoundOutput *m_output = nullptr;
    bool m_triedToLoad = false;
    bool m_hasFailed = false;
    QHash<int, QDeadlineTimer> m_restUntil;
};

} // namespace Ui
