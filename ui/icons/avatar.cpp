#include "ui/icons/avatar.h"

#include "ui/icons/statusicon.h"
#include "ui/icons/svgimage.h"
#include "ui/theme/contrast.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <cmath>

namespace Ui {
namespace {

struct Gradient
{
    QRgb from;
    QRgb to;
};

constexpr std::array<Gradient, 8> gradients{
    {{0xF2938F, 0xC2445C}, {0x8FBDEB, 0x3F77B5}, {0x7CC7B2, 0x2F7F78}, {0xF6BC48, 0xDE7426},
        {0xB79BE6, 0x7350B0}, {0x9DC56F, 0x4F8A3A}, {0xEFA3CB, 0xB0508C}, {0xA9B4C2, 0x64748A}}};

/// Stable over runs and machines, unlike qHash.
size_t colourIndex(const Msn::Address &address)
{
    quint32 hash = 2166136261U;
    for (const QChar c : address.key())
        hash = (hash ^ c.unicode()) * 16777619U;
    return (hash ^ (hash >> 15)) % gradients.size();
}

/// The first letter or sign as a person sees it, capital.
QString initialOf(const Avatar &avatar)
{
    const QString name = avatar.name.trimmed().isEmpty() ? avatar.address.toString() : avatar.name.trimmed();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    const auto end = finder.toNextBoundary();
    return end > 0 ? name.left(end).toUpper() : QString();
}

void drawInitial(QPainter &painter, const QRectF &rect, const QString &initial)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(qMax(6, int(rect.height() * 0.52)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, initial);
}

void drawSquare(QPainter &painter, const QRectF &rect, const Avatar &avatar)
{
    const Gradient colours = gradients.at(colourIndex(avatar.address));
    QLinearGradient gradient(rect.topLeft(), rect.bottomRight());
    gradient.setColorAt(0, QColor(colours.from));
    gradient.setColorAt(1, QColor(colours.to));
    painter.fillRect(rect, gradient);
    drawInitial(painter, rect, initialOf(avatar));
}

void drawPicture(QPainter &painter, const QRectF &rect, const QImage &picture)
{
    const QSizeF fitted = QSizeF(picture.size()).scaled(rect.size(), Qt::KeepAspectRatioByExpanding);
    QRectF target(QPointF(), fitted);
    target.moveCenter(rect.center());
    painter.drawImage(target, picture);
}

void drawAvatar(QPainter &painter, const QRectF &rect, const Avatar &avatar, qreal devicePixelRatio)
{
    if (!avatar.picture.isNull())
        drawPicture(painter, rect, avatar.picture);
    else if (avatar.isGroup)
        painter.drawImage(rect,
            renderedSvg(QStringLiteral(":/pictures/group.svg"), rect.size().toSize(), devicePixelRatio));
    else
        drawSquare(painter, rect, avatar);
}

QString cacheKey(const Avatar &avatar, int size, int radius, qreal devicePixelRatio)
{
    const QString who = avatar.isGroup ? QStringLiteral("*")
                                       : QString::number(colourIndex(avatar.address)) + initialOf(avatar);
    return QStringLiteral("avatar/%1/%2/%3/%4/%5")
        .arg(who)
        .arg(avatar.picture.cacheKey())
        .arg(size)
        .arg(radius)
        .arg(devicePixelRatio);
}

QPixmap transparentPixmap(const QSize &size, qreal devicePixelRatio)
{
    QPixmap pixmap((QSizeF(size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

} // namespace

QPixmap avatarPixmap(const Avatar &avatar, int size, int radius, qreal devicePixelRatio)
{
    const QString key = cacheKey(avatar, size, radius, devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = transparentPixmap({size, size}, devicePixelRatio);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF rect(0, 0, size, size);
    QPainterPath rounded;
    rounded.addRoundedRect(rect, radius, radius);
    // Clipping is not anti-aliased everywhere, a brush is.
    QPixmap square = transparentPixmap({size, size}, devicePixelRatio);
    QPainter squarePainter(&square);
    squarePainter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    drawAvatar(squarePainter, rect, avatar, devicePixelRatio);
    squarePainter.end();
    painter.fillPath(rounded, QBrush(square));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap framedAvatar(
    const Avatar &avatar, int size, int radius, int rim, const Tokens &tokens, qreal devicePixelRatio)
{
    const double shadow = std::max(1.0, rim / 2.0);
    const QSize whole(size + 2 * rim, size + 2 * rim + int(std::ceil(shadow)));
    QPixmap pixmap = transparentPixmap(whole, devicePixelRatio);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame(0, 0, whole.width(), whole.width());
    painter.setPen(Qt::NoPen);
    painter.setBrush(blended(Qt::black, tokens.headerBottom, tokens.isDark ? 0.35 : 0.1));
    painter.drawRoundedRect(frame.translated(0, shadow), radius + rim, radius + rim);
    painter.setPen(tokens.isDark ? tokens.line : blended(tokens.accent, tokens.window, 0.22));
    painter.setBrush(tokens.isDark ? tokens.otherBubble : tokens.window);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius + rim, radius + rim);
    painter.drawPixmap(QPointF(rim, rim), avatarPixmap(avatar, size, radius, devicePixelRatio));
    return pixmap;
}

QPixmap avatarWithStatus(const Avatar &avatar, Msn::Status status, bool blocked, int size, int markSize,
    const Tokens &tokens, const QColor &ground, qreal devicePixelRatio)
{
    const double overhang = markSize * 0.2;
    const int whole = size + int(std::ceil(overhang));
    QPixmap pixmap = transparentPixmap({whole, whole}, devicePixelRatio);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool mirrored = QGuiApplication::isRightToLeft();
    const bool absent = blocked || status == Msn::Status::Offline || status == Msn::Status::Hidden;
    painter.setOpacity(absent ? 0.5 : 1);
    painter.drawPixmap(QPointF(mirrored ? whole - size : 0, 0),
        avatarPixmap(avatar, size, qMax(2, size / 4), devicePixelRatio));
    painter.setOpacity(1);
    const QRectF mark(mirrored ? 0 : whole - markSize, whole - markSize, markSize, markSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const double rim = markSize * 0.14;
    painter.drawEllipse(mark.adjusted(-rim, -rim, rim, rim));
    painter.drawPixmap(mark.topLeft(), statusPixmap(status, blocked, tokens, markSize, devicePixelRatio));
    return pixmap;
}

} // namespace Ui
