#include "ui/emoticons/emoticonpixmap.h"

#include "ui/icons/svgimage.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

namespace Ui {
namespace {

class EmoticonIconEngine : public QIconEngine
{
public:
    explicit EmoticonIconEngine(const Emoticon &emoticon)
        : m_emoticon(emoticon)
    {
    }
    QIconEngine *clone() const override { return new EmoticonIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, emoticonPixmap(m_emoticon, size, painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = emoticonPixmap(m_emoticon, qMin(size.width(), size.height()), 1);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

private:
    Emoticon m_emoticon;
};

} // namespace

QPixmap emoticonPixmap(const Emoticon &emoticon, int size, qreal devicePixelRatio)
{
    const QString key
        = QStringLiteral("emoticon/%1/%2/%3").arg(emoticon.path).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap::fromImage(renderedSvg(emoticon.path, {size, size}, devicePixelRatio));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon emoticonIcon(const Emoticon &emoticon)
{
    return QIcon(new EmoticonIconEngine(emoticon));
}

} // namespace Ui
