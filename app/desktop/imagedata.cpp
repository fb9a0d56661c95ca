#include "app/desktop/imagedata.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QImage>

namespace App {

ImageData ImageData::of(const QImage &image)
{
    const QImage plain = image.convertToFormat(QImage::Format_RGBA8888);
    ImageData data;
    data.width = plain.width();
    data.height = plain.height();
    data.rowStride = int(plain.bytesPerLine());
    data.pixels = QByteArray(reinterpret_cast<const char *>(plain.constBits()), plain.sizeInBytes());
    return data;
}

void ImageData::registerType()
{
    qDBusRegisterMetaType<ImageData>();
}

QDBusArgument &operator<<(QDBusArgument &argument, const ImageData &image)
{
    argument.beginStructure();
    argument << image.width << image.height << image.rowStride << image.hasAlpha << image.bitsPerSample
             << image.channels << image.pixels;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ImageData &image)
{
    argument.beginStructure();
    argument >> image.width >> image.height >> image.rowStride >> image.hasAlpha >> image.bitsPerSample
        >> image.channels >> image.pixels;
    argument.endStructure();
    return argument;
}

} // namespace App
