#include "ui/contacts/namepainter.h"

#include "ui/emoticons/emoticonpixmap.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace Ui {

namespace {

/// Pictures in a row cost more than letters, and a stranger decides how many there are.
constexpr int mostPictures = 12;

/// Drawing piece by piece would break the order of such text.
bool runsRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

} // namespace

int NamePainter::widthOf(const QPainter &painter, const QString &name) const
{
    int width = 0;
    const QList<Piece> pieces = piecesOf(painter, name);
    for (const Piece &piece : pieces)
        width += piece.width;
    return width + 1;
}

void NamePainter::draw(
    QPainter &painter, const QRect &place, const QString &name, Qt::LayoutDirection direction) const
{
    const QFontMetrics metrics(painter.font());
    const QList<Piece> pieces = piecesOf(painter, name);
    const bool mirrored = direction == Qt::RightToLeft;
    const int whole = widthOf(painter, name);
    int x = mirrored ? std::max(place.left(), place.right() + 1 - whole) : place.left();
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    for (const Piece &piece : pieces) {
        const int rest = place.right() + 1 - x;
        const QRect here(x, place.top(), std::min(piece.width, rest), place.height());
        if (!piece.emoticon) {
            // Widths are rounded: what has its room must not be shortened for a fraction of a pixel.
            const bool fits = piece.width <= rest;
            painter.drawText(here, flags | Qt::TextDontClip,
                fits ? piece.text : metrics.elidedText(piece.text, Qt::ElideRight, here.width()));
        } else if (piece.width <= rest) {
            const int size = metrics.height();
            painter.drawPixmap(QPoint(x + 1, place.center().y() - size / 2),
                emoticonPixmap(*piece.emoticon, size, painter.device()->devicePixelRatioF()));
        }
        x += piece.width;
        if (piece.width > rest)
            return;
    }
}

QList<NamePainter::Piece> NamePainter::piecesOf(const QPainter &painter, const QString &name) const
{
    const QFontMetrics metrics(painter.font());
    const auto textPiece = [&](const QString &text) {
        return Piece{nullptr, text, metrics.horizontalAdvance(text)};
    };
    // An address is no place for pictures.
    if (runsRightToLeft(name) || name.contains(u'@'))
        return {textPiece(name)};
    QList<Piece> pieces;
    qsizetype from = 0;
    int pictures = 0;
    for (qsizetype at = 0; at < name.size() && pictures < mostPictures;) {
        const EmoticonSet::Match match = m_emoticons.matchAt(name, at);
        if (!match.emoticon) {
            ++at;
            continue;
        }
        if (at > from)
            pieces.append(textPiece(name.mid(from, at - from)));
        pieces.append({match.emoticon, {}, metrics.height() + 2});
        ++pictures;
        at += match.length;
        from = at;
    }
    if (from < name.size() || pieces.isEmpty())
        pieces.append(textPiece(name.mid(from)));
    return pieces;
}

} // namespace Ui
