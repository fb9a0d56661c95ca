#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Makes the sounds of the messenger out of a few struck tones. The same numbers give the same
/// files on every machine, give or take one step of the 16 bits.
namespace Tones {

inline constexpr int samplesPerSecond = 22050;

/// One struck tone.
struct Note
{
    double startMs;
    double lengthMs;
    double hertz;
    double loudness; ///< 0 … 1
    double brightness; ///< share of the overtones, 0 = a pure tone
};

struct Tune
{
    std::string name; ///< of the file, without ".wav"
    std::vector<Note> notes;
};

/// All sounds, in the order of Ui::Sound.
const std::vector<Tune> &tunes();

/// Mono, 16 bits.
std::vector<std::int16_t> samplesOf(const Tune &tune);

/// A whole WAV file.
std::string wavOf(const Tune &tune);

} // namespace Tones
