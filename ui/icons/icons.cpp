#include "ui/icons/icons.h"

#include "ui/icons/svgimage.h"
#include "ui/theme/contrast.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QtDebug>

namespace Ui {
namespace {

QString iconPath(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap cachedSvg(const QString &path, const QColor &colour, int size, qreal devicePixelRatio)
{
    const QString key
        = QStringLiteral("%1/%2/%3/%4").arg(path, colour.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap::fromImage(
        renderedSvg(path, {size, size}, devicePixelRatio, {{"currentColor", colour.name().toLatin1()}}));
    if (pixmap.isNull())
        qWarning("No such icon: %s", qPrintable(path));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws one SVG in the theme's colours of the moment.
class SvgIconEngine : public QIconEngine
{
public:
    QIconEngine *clone() const override = 0;

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, drawn(size, painter->device()->devicePixelRatioF(), mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// Here \p size is in device pixels, unlike in paint().
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qMin(size.width(), size.height());
        QPixmap pixmap = drawn(side, 1, mode);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

protected:
    virtual QPixmap drawn(int size, qreal devicePixelRatio, QIcon::Mode mode) const = 0;
};

class TintedIconEngine : public SvgIconEngine
{
public:
    TintedIconEngine(QString name, Tint tint)
        : m_name(std::move(name))
        , m_tint(tint)
    {
    }
    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return QStringLiteral("swallowtail"); }

protected:
    QPixmap drawn(int size, qreal devicePixelRatio, QIcon::Mode mode) const override
    {
        const Tokens &tokens = Tokens::of(QGuiApplication::palette());
        QColor colour = colourOf(m_tint, tokens);
        if (mode == QIcon::Disabled)
            colour = blended(colour, tokens.window, 0.4);
        return cachedSvg(iconPath(m_name), colour, size, devicePixelRatio);
    }

private:
    QString m_name;
    Tint m_tint;
};

class MarkIconEngine : public SvgIconEngine
{
public:
    QIconEngine *clone() const override { return new MarkIconEngine(*this); }
    QString key() const override { return QStringLiteral("swallowtail-mark"); }

protected:
    QPixmap drawn(int size, qreal devicePixelRatio, QIcon::Mode) const override
    {
        const bool small = size * devicePixelRatio < 24;
        const QString path = small ? QStringLiteral(":/mark/swallowtail-small.svg")
                                   : QStringLiteral(":/mark/swallowtail.svg");
        return cachedSvg(path, Qt::black, size, devicePixelRatio);
    }
};

} // namespace

QColor colourOf(Tint tint, const Tokens &tokens)
{
    switch (tint) {
    case Tint::Ink:
        return tokens.ink;
    case Tint::SecondInk:
        return tokens.secondInk;
    case Tint::Accent:
        return tokens.accent;
    case Tint::OnAccent:
        return tokens.onAccent;
    case Tint::Unread:
        return tokens.unreadInk;
    case Tint::Error:
        return tokens.errorInk;
    case Tint::Away:
        return tokens.away;
    }
    return tokens.ink;
}

QIcon Icons::icon(const QString &name, Tint tint)
{
    return QIcon(new TintedIconEngine(name, tint));
}

QIcon Icons::icon(const char *name, Tint tint)
{
    return icon(QLatin1String(name), tint);
}

QPixmap Icons::pixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    return cachedSvg(iconPath(name), colour, size, devicePixelRatio);
}

QIcon Icons::mark()
{
    return QIcon(new MarkIconEngine);
}

} // namespace Ui
