#include "resources/sounds/tones.h"
#include "ui/alerts/alerttext.h"
#include "ui/sound/soundoutput.h"
#include "ui/sound/soundplayer.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace Ui;

namespace {

class RecordingOutput : public SoundOutput
{
public:
    void play(const QString &file) override { played.append(file); }
    void shutDown() override { isShutDown = true; }
    void setFailureHandler(std::function<void(const QString &)> handler) override { failed = handler; }

    QStringList played;
    bool isShutDown = false;
    std::function<void(const QString &)> failed;
};

} // namespace

class TestSoundPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySoundIsThere_data();
    void everySoundIsThere();
    void loadedWithTheFirstSound();
    void aCrowdIsOneSound();
    void complaint19_failureIsSaidOnce();
    void complaint19_withoutAudioNothingHappens();
    void complaint19_aMissingDeviceIsToldOnceAtMost();
};

void TestSoundPlayer::everySoundIsThere_data()
{
    QTest::addColumn<QString>("name");
    for (const Sound sound : allSounds())
        QTest::newRow(soundName(sound)) << QString::fromLatin1(soundName(sound));
}

/// The files are those that resources/sounds/makesounds makes; libraries may differ in the last bit.
void TestSoundPlayer::everySoundIsThere()
{
    QFETCH(QString, name);
    QFile file(QStringLiteral(":/sounds/%1.wav").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray there = file.readAll();
    const auto &tunes = Tones::tunes();
    const auto tune = std::find_if(tunes.begin(), tunes.end(),
        [&](const Tones::Tune &candidate) { return QString::fromStdString(candidate.name) == name; });
    QVERIFY(tune != tunes.end());
    const QByteArray made = QByteArray::fromStdString(Tones::wavOf(*tune));
    constexpr qsizetype header = 44;
    QCOMPARE(there.left(header), made.left(header));
    QCOMPARE(there.size(), made.size());
    const auto sampleAt = [](const QByteArray &bytes, qsizetype at) {
        return qFromLittleEndian<qint16>(bytes.constData() + at);
    };
    int peak = 0;
    for (qsizetype at = header; at < there.size(); at += 2) {
        QVERIFY(std::abs(sampleAt(there, at) - sampleAt(made, at)) <= 1);
        peak = std::max(peak, std::abs(int(sampleAt(there, at))));
    }
    QVERIFY2(peak < 32767 / 2, "too loud");
    QVERIFY2(there.size() < Tones::samplesPerSecond * 2, "longer than a second");
}

void TestSoundPlayer::loadedWithTheFirstSound()
{
    RecordingOutput output;
    int loads = 0;
    auto player = std::make_unique<SoundPlayer>([&]() -> SoundOutput * {
        ++loads;
        return &output;
    });
    QCOMPARE(loads, 0);
    player->play(Sound::Mail);
    player->play(Sound::Nudge);
    QCOMPARE(loads, 1);
    QCOMPARE(output.played,
        (QStringList{QStringLiteral(":/sounds/mail.wav"), QStringLiteral(":/sounds/nudge.wav")}));
    player.reset();
    QVERIFY(output.isShutDown);
}

void TestSoundPlayer::aCrowdIsOneSound()
{
    RecordingOutput output;
    SoundPlayer player([&] { return &output; });
    for (int i = 0; i < 30; ++i)
        player.play(Sound::Online);
    QCOMPARE(output.played.size(), 1);
}

void TestSoundPlayer::complaint19_failureIsSaidOnce()
{
    RecordingOutput output;
    SoundPlayer player([&] { return &output; });
    QSignalSpy failed(&player, &SoundPlayer::failed);
    player.play(Sound::Online);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Sounds cannot be played")));
    output.failed(QStringLiteral("no device"));
    output.failed(QStringLiteral("no device"));
    QCOMPARE(failed.count(), 1);
}

void TestSoundPlayer::complaint19_withoutAudioNothingHappens()
{
    int loads = 0;
    SoundPlayer player([&]() -> SoundOutput * {
        ++loads;
        return nullptr;
    });
    player.play(Sound::Online);
    player.play(Sound::Mail);
    QCOMPARE(loads, 1);
}

/// The real plugin, on whatever this machine has: a sound, or one failure, and never more than that.
void TestSoundPlayer::complaint19_aMissingDeviceIsToldOnceAtMost()
{
    SoundPlayer player;
    const QSignalSpy told(&player, &SoundPlayer::failed);
    for (const Sound sound : allSounds())
        player.play(sound);
    // It says so in its own time: a device is looked for while the program goes on.
    QCoreApplication::processEvents();
    QVERIFY(told.count() <= 1);
}

QTEST_MAIN(TestSoundPlayer)
#include "tst_soundplayer.moc"
