#pragma once

#include "ui/sound/soundoutput.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <memory>

class QSoundEffect;

namespace Ui {

/// The player proper, on a thread of its own: asking a sound server that does not answer blocks
/// nobody but it.
class SoundWorker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SoundWorker() override;

    void play(const QString &file);

Q_SIGNALS:
    void failed(const QString &reason);

private:
    QSoundEffect *effectFor(const QString &file);

    QHash<QString, QSoundEffect *> m_effects;
};

/// Sounds through Qt Multimedia.
class SoundEffects : public QObject, public SoundOutput
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.swallowtail.SoundOutput/1")
    Q_INTERFACES(Ui::SoundOutput)

public:
    SoundEffects();
    ~SoundEffects() override;

    void play(const QString &file) override;
    void shutDown() override;
    void setFailureHandler(std::function<void(const QString &)> handler) override;

private:
    std::unique_ptr<QThread> m_thread;
    SoundWorker *m_worker;
    std::function<void(const QString &)> m_failed;
};

} // namespace Ui
