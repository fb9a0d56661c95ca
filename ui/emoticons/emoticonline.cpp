#include "ui/emoticons/emoticonline.h"

#include "ui/emoticons/emoticonpixmap.h"
#include "ui/emoticons/textspans.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace Ui {
namespace {

constexpr int mostPictures = 20;

} // namespace

EmoticonLine::EmoticonLine(const QString &text, const QFont &font, const EmoticonSet &emoticons)
    : m_text(text)
    , m_font(font)
{
    int budget = text.isRightToLeft() ? 0 : mostPictures;
    const QList<TextSpan> spans = spansOf(text, emoticons, budget);
    for (const TextSpan &span : spans)
        add(text.mid(span.start, span.length), span.emoticon);
}

void EmoticonLine::add(const QString &text, const Emoticon *emoticon)
{
    const QFontMetrics metrics(m_font);
    m_pieces.append({text, emoticon, emoticon ? metrics.height() : metrics.horizontalAdvance(text)});
}

int EmoticonLine::width() const
{
    return std::accumulate(
        m_pieces.begin(), m_pieces.end(), 0, [](int sum, const Piece &piece) { return sum + piece.width; });
}

bool EmoticonLine::hasPictures() const
{
    return std::any_of(
        m_pieces.begin(), m_pieces.end(), [](const Piece &piece) { return piece.emoticon != nullptr; });
}

void EmoticonLine::paint(QPainter &painter, const QRect &area, bool atRight) const
{
    painter.setFont(m_font);
    const QFontMetrics metrics(m_font);
    if (!hasPictures()) {
        painter.drawText(area,
            int(Qt::AlignVCenter) | int(atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
            metrics.elidedText(m_text, Qt::ElideRight, area.width()));
        return;
    }
    int x = atRight ? qMax(area.left(), area.right() + 1 - width()) : area.left();
    for (const Piece &piece : m_pieces) {
        const int room = area.right() + 1 - x;
        if (piece.emoticon && piece.width <= room) {
            painter.drawPixmap(x, area.center().y() - piece.width / 2,
                emoticonPixmap(*piece.emoticon, piece.width, painter.device()->devicePixelRatioF()));
        } else {
            const QString text = piece.emoticon ? QString(QChar(0x2026)) : piece.text;
            painter.drawText(QRect(x, area.top(), room, area.height()),
                int(Qt::AlignVCenter) | int(Qt::AlignLeft) | Qt::TextSingleLine,
                metrics.elidedText(text, Qt::ElideRight, room));
        }
        x += piece.width;
        if (x > area.right())
            return;
    }
}

} // namespace Ui
