#include "ui/icons/svgimage.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace Ui {

QImage renderedSvg(
    const QString &path, const QSize &size, qreal devicePixelRatio, const SvgReplacements &replacements)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || size.isEmpty())
        return {};
    QByteArray source = file.readAll();
    for (const auto &[token, value] : replacements)
        source.replace(token, value);
    QSvgRenderer renderer(source);
    if (!renderer.isValid())
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image((QSizeF(size) * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    image.setDevicePixelRatio(devicePixelRatio);
    return image;
}

} // namespace Ui
