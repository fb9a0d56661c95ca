#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace Test {

/// \p bytes cut into pieces of \p size, the last one shorter; 0 = all in one piece.
QByteArrayList chunks(const QByteArray &bytes, qsizetype size);

/// The sizes in which every stream is fed: cuts inside every verb, CR LF and payload; 0 = at once.
QList<qsizetype> chunkSizes();

} // namespace Test
