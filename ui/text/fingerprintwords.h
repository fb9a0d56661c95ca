#pragma once

#include <QByteArray>
#include <QStringList>

namespace Ui {

/// The first eight bytes of a digest as words.
QStringList fingerprintWords(const QByteArray &digest);

/// The same in two lines of four, for comparing with what another screen shows.
QString fingerprintLines(const QByteArray &digest);

} // namespace Ui
