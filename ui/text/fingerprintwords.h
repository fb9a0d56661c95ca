#pragma once

#include <QByteArray>
#include <QStringList>

#include <span>

namespace Ui {

/// The 256 words, one for each value of a byte: short, easy to say on a telephone, no two alike.
/// Never translated, so that two people with different languages read the same to each other.
std::span<const char *const> fingerprintWordList();

/// The first eight bytes of a digest as words.
QStringList fingerprintWords(const QByteArray &digest);

} // namespace Ui
