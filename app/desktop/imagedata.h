#pragma once

#include <QByteArray>
#include <QMetaType>

class QDBusArgument;
class QImage;

namespace App {

/// A picture as notifications carry it: (iiibiiay).
struct ImageData
{
    int width = 0;
    int height = 0;
    int rowStride = 0;
    bool hasAlpha = true;
    int bitsPerSample = 8;
    int channels = 4;
    QByteArray pixels; ///< red, green, blue, alpha

    static ImageData of(const QImage &image);
    static void registerType();
};

QDBusArgument &operator<<(QDBusArgument &argument, const ImageData &image);
const QDBusArgument &operator>>(const QDBusArgument &argument, ImageData &image);

} // namespace App

Q_DECLARE_METATYPE(App::ImageData)
