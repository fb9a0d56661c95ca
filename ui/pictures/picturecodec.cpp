#include "ui/pictures/picturecodec.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <utility>

namespace Ui {

namespace {

constexpr qint64 mostPixelsFromOthers = 4'000'000;
/// A photograph of today's cameras, and what decoding it takes, is still fine.
constexpr qint64 mostPixelsOfOwn = 200'000'000;
/// Enough of an own one to cut a square from.
constexpr int ownSide = 512;

/// By what it begins with; empty for none of those that people exchange.
QByteArray formatOf(const QByteArray &data)
{
    static constexpr std::array<std::pair<const char *, const char *>, 5> signatures{{
        {"\x89PNG\r\n\x1a\n", "png"},
        {"\xFF\xD8\xFF", "jpeg"},
        {"GIF87a", "gif"},
        {"GIF89a", "gif"},
        {"BM", "bmp"},
    }};
    const auto found = std::find_if(
        signatures.cbegin(), signatures.cend(), [&data](const auto &s) { return data.startsWith(s.first); });
    return found == signatures.cend() ? QByteArray() : QByteArray(found->second);
}

qint64 pixelsOf(const QSize &size)
{
    return size.isValid() ? qint64(size.width()) * size.height() : 0;
}

} // namespace

QByteArray encodedPicture(const QImage &image)
{
    if (image.isNull())
        return {};
    const int side = std::min(image.width(), image.height());
    const QRect middle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    QImage square = image.copy(middle).scaled(
        pictureSide, pictureSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (square.colorSpace().isValid())
        square.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    const bool isOpaque = !square.hasAlphaChannel();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    // Nothing of where and when a photograph was taken goes with it: the pixels alone are converted.
    const QImage plain = square.convertToFormat(isOpaque ? QImage::Format_RGB888 : QImage::Format_RGBA8888);
    QImage bare(plain.constBits(), plain.width(), plain.height(), plain.bytesPerLine(), plain.format());
    return bare.save(&buffer, "PNG") ? png : QByteArray();
}

QImage decodedPicture(const QByteArray &data, int widest)
{
    const QByteArray format = formatOf(data);
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (size.isEmpty() || std::max(size.width(), size.height()) > widest
        || pixelsOf(size) > mostPixelsFromOthers)
        return {};
    return reader.read();
}

QImage readPicture(QIODevice &device)
{
    QImageReader reader(&device);
    reader.setAutoTransform(true); // cameras lie on their side
    const QSize size = reader.size();
    if (size.isEmpty() || pixelsOf(size) > mostPixelsOfOwn)
        return {};
    if (std::min(size.width(), size.height()) > ownSide)
        reader.setScaledSize(size.scaled(ownSide, ownSide, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

} // namespace Ui
