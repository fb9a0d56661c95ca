#pragma once

#include <QByteArray>
#include <QStringList>

namespace Ui {

/// The first eight bytes of a digest as words.
QStringList fingerprintWords(const QByteArray &digest);

} // namespace Ui
