#include "resources/sounds/tones.h"

#include <algorithm>
#include <cmath>

namespace Tones {

namespace {

constexpr double pi = 3.14159265358979323846;
/// Quiet: the loudest sample stays well below what the file could hold.
constexpr double loudest = 0.32;
constexpr double attackMs = 5;
constexpr double releaseMs = 30;
constexpr double tailMs = 20;

// The tempered scale on A4 = 440 Hz.
constexpr double c5 = 523.25;
constexpr double d5 = 587.33;
constexpr double e5 = 659.26;
constexpr double g5 = 783.99;
constexpr double a5 = 880.00;
constexpr double c6 = 1046.50;
constexpr double e6 = 1318.51;

double envelope(const Note &note, double ms, double decay)
{
    const double attack = std::min(1.0, ms / attackMs);
    const double release = std::min(1.0, (note.lengthMs - ms) / releaseMs);
    return attack * std::max(0.0, release) * std::exp(-decay * ms / note.lengthMs);
}

/// A bar that is struck: overtones fade sooner than the tone itself.
double amplitude(const Note &note, double ms)
{
    const double phase = 2 * pi * note.hertz * ms / 1000;
    const double tone = std::sin(phase) * envelope(note, ms, 3.5);
    const double second = std::sin(2 * phase) * envelope(note, ms, 7);
    const double fourth = std::sin(3.93 * phase) * envelope(note, ms, 14);
    return note.loudness * (tone + note.brightness * (0.5 * second + 0.3 * fourth));
}

double lengthMs(const Tune &tune)
{
    double end = 0;
    for (const Note &note : tune.notes)
        end = std::max(end, note.startMs + note.lengthMs);
    return end + tailMs;
}

void appendNumber(std::string &bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

} // namespace

const std::vector<Tune> &tunes()
{
    static const std::vector<Tune> all{
        {"online", {{0, 260, c5, 0.8, 0.5}, {110, 420, g5, 1, 0.5}}},
        {"offline", {{0, 260, g5, 0.7, 0.3}, {110, 420, c5, 0.8, 0.3}}},
        {"message", {{0, 180, e5, 0.8, 0.8}, {75, 320, a5, 1, 0.8}}},
        {"mail", {{0, 240, g5, 0.8, 0.6}, {90, 240, c6, 0.8, 0.6}, {180, 420, e6, 0.9, 0.6}}},
        {"nudge",
            {{0, 90, 196, 1, 1}, {60, 90, 247, 1, 1}, {120, 90, 196, 1, 1}, {180, 90, 247, 1, 1},
                {240, 200, 196, 1, 1}}},
        {"invitation",
            {{0, 160, d5, 0.8, 0.7}, {120, 160, g5, 0.8, 0.7}, {240, 160, d5, 0.8, 0.7},
                {360, 360, g5, 0.9, 0.7}}},
        {"alarm", {{0, 180, a5, 1, 0.3}, {220, 180, a5, 1, 0.3}, {440, 320, a5, 1, 0.3}}},
    };
    return all;
}

std::vector<std::int16_t> samplesOf(const Tune &tune)
{
    const auto count = static_cast<std::size_t>(lengthMs(tune) * samplesPerSecond / 1000);
    std::vector<double> sum(count, 0);
    for (const Note &note : tune.notes) {
        for (std::size_t i = 0; i < count; ++i) {
            const double ms = static_cast<double>(i) * 1000 / samplesPerSecond - note.startMs;
            if (ms >= 0 && ms < note.lengthMs)
                sum[i] += amplitude(note, ms);
        }
    }
    double peak = 0;
    for (const double value : sum)
        peak = std::max(peak, std::abs(value));
    std::vector<std::int16_t> samples;
    samples.reserve(count);
    for (const double value : sum)
        samples.push_back(static_cast<std::int16_t>(std::lround(value / peak * loudest * 32767)));
    return samples;
}

std::string wavOf(const Tune &tune)
{
    const std::vector<std::int16_t> samples = samplesOf(tune);
    const auto dataSize = static_cast<std::uint32_t>(samples.size() * 2);
    std::string bytes = "RIFF";
    appendNumber(bytes, 36 + dataSize, 4);
    bytes += "WAVEfmt ";
    appendNumber(bytes, 16, 4);
    appendNumber(bytes, 1, 2); // PCM
    appendNumber(bytes, 1, 2); // mono
    appendNumber(bytes, samplesPerSecond, 4);
    appendNumber(bytes, samplesPerSecond * 2, 4);
    appendNumber(bytes, 2, 2);
    appendNumber(bytes, 16, 2);
    bytes += "data";
    appendNumber(bytes, dataSize, 4);
    for (const std::int16_t sample : samples)
        appendNumber(bytes, static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

} // namespace Tones
