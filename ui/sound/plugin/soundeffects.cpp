#include "ui/sound/plugin/soundeffects.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace Ui {

namespace {

/// For a sound server that hangs.
constexpr int farewellMs = 300;

} // namespace

SoundWorker::~SoundWorker()
{
    qDeleteAll(m_effects);
}

void SoundWorker::play(const QString &file)
{
    if (QMediaDevices::defaultAudioOutput().isNull()) {
        Q_EMIT failed(QStringLiteral("there is no audio output"));
        return;
    }
    effectFor(file)->play();
}

QSoundEffect *SoundWorker::effectFor(const QString &file)
{
    QSoundEffect *&effect = m_effects[file];
    if (effect)
        return effect;
    effect = new QSoundEffect;
    connect(effect, &QSoundEffect::statusChanged, this, [this, sound = effect, file] {
        if (sound->status() == QSoundEffect::Error)
            Q_EMIT failed(file);
    });
    effect->setSource(QUrl(QStringLiteral("qrc") + file));
    return effect;
}

SoundEffects::SoundEffects()
    : m_thread(std::make_unique<QThread>())
    , m_worker(new SoundWorker)
{
    m_thread->setObjectName(QStringLiteral("sound"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SoundWorker::failed, this, [this](const QString &reason) {
        if (m_failed)
            m_failed(reason);
    });
    m_thread->start(QThread::LowPriority);
}

SoundEffects::~SoundEffects()
{
    shutDown();
}

void SoundEffects::shutDown()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // The program ends either way; a thread that still runs must not be destroyed.
    if (!m_thread->wait(farewellMs)) {
        const QThread *hanging = m_thread.release();
        static_cast<void>(hanging);
    }
    m_thread.reset();
}

void SoundEffects::play(const QString &file)
{
    if (m_thread)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, file] { worker->play(file); });
}

void SoundEffects::setFailureHandler(std::function<void(const QString &)> handler)
{
    m_failed = std::move(handler);
}

} // namespace Ui
