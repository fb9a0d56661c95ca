#pragma once

#include <QByteArray>
#include <QImage>

class QIODevice;

namespace Ui {

/// What the classic clients show, in pixels.
inline constexpr int pictureSide = 96;

/// The middle square of \p image as others get it: a PNG of 96 x 96, always below 48 KiB. Empty for a null
/// image.
QByteArray encodedPicture(const QImage &image);

/// What is decoded of what others send, in pixels each way.
inline constexpr int widestFromOthers = 2048;

/// A picture from somebody else, PNG, JPEG, GIF (its first frame) or BMP by its first bytes, at most
/// \p widest pixels each way and 4 million in all; null for anything else. May be called on any thread.
/// Source: p2p security, "Content" 20.
QImage decodedPicture(const QByteArray &data, int widest = widestFromOthers);

/// A picture of the person's own, from their disk: of any size, read as small as is enough to make a display
/// picture of it. Null if it cannot be read. May be called on any thread.
QImage readPicture(QIODevice &device);

} // namespace Ui
