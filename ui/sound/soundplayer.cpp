#include "ui/sound/soundplayer.h"

#include "ui/sound/soundoutput.h"
#include "ui/widgets/pluginfile.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPluginLoader>

namespace Ui {

namespace {

Q_LOGGING_CATEGORY(logSound, "swallowtail.sound", QtInfoMsg)

constexpr int restMs = 250;

QString soundPlugin()
{
    return pluginFile(QStringLiteral("swallowtail-sound"));
}

/// The plugin stays loaded for as long as the program runs.
SoundOutput *loadPlugin()
{
    QPluginLoader loader(soundPlugin());
    auto *output = qobject_cast<SoundOutput *>(loader.instance());
    if (!output)
        qCInfo(logSound) << "No sounds:" << loader.errorString();
    return output;
}

} // namespace

SoundPlayer::SoundPlayer(QObject *parent)
    : SoundPlayer(loadPlugin, parent)
{
}

SoundPlayer::SoundPlayer(Loader loader, QObject *parent)
    : QObject(parent)
    , m_loader(std::move(loader))
{
}

SoundPlayer::~SoundPlayer()
{
    if (!m_output)
        return;
    m_output->setFailureHandler({});
    m_output->shutDown();
}

bool SoundPlayer::isAvailable()
{
    return QFile::exists(soundPlugin());
}

void SoundPlayer::play(Sound sound)
{
    QDeadlineTimer &rest = m_restUntil[int(sound)];
    if (!rest.hasExpired())
        return;
    rest.setRemainingTime(restMs);
    if (SoundOutput *out = output())
        out->play(QStringLiteral(":/sounds/%1.wav").arg(QLatin1String(soundName(sound))));
}

SoundOutput *SoundPlayer::output()
{
    if (!std::exchange(m_triedToLoad, true)) {
        m_output = m_loader();
        if (m_output)
            m_output->setFailureHandler([this](const QString &reason) { handleFailure(reason); });
    }
    return m_output;
}

void SoundPlayer::handleFailure(const QString &reason)
{
    if (std::exchange(m_hasFailed, true))
        return;
    qCWarning(logSound) << "Sounds cannot be played:" << reason;
    Q_EMIT failed(reason);
}

} // namespace Ui
