#include "ui/contacts/emptylist.h"

#include "ui/icons/icons.h"
#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QWidget>

namespace Ui {

namespace {

constexpr int wordFlags = static_cast<int>(Qt::AlignHCenter) | Qt::AlignTop | Qt::TextWordWrap;

/// As narrow as it can be without another line: lines of about the same length, no single word on the last.
QRect balanced(QPainter &painter, const QRect &place, const QString &text, int step)
{
    const int height = painter.boundingRect(place, wordFlags, text).height();
    QRect narrow = place;
    for (QRect tried = place;
         tried.width() > 6 * step && painter.boundingRect(tried, wordFlags, text).height() == height;
         tried.adjust(step, 0, -step, 0))
        narrow = tried;
    narrow.setHeight(height);
    return narrow;
}

} // namespace

void paintEmptyList(QPainter &painter, const QWidget &view, const QRect &place, const QString &text)
{
    const Metrics metrics = Metrics::of(&view);
    const Tokens &tokens = Tokens::of(view.palette());
    QRect words = balanced(painter, place, text, metrics.step());
    const int picture = metrics.px(44);
    if (place.height() > 5 * picture) {
        words.moveTop(place.top() + (place.height() - words.height() - picture) / 3);
        painter.drawPixmap(words.center().x() - picture / 2, words.top(),
            Icons::pixmap(QStringLiteral("people"), blended(tokens.accent, tokens.window, 0.55), picture,
                view.devicePixelRatioF()));
        words.moveTop(words.top() + picture + metrics.step(3));
    }
    painter.setPen(tokens.secondInk);
    painter.drawText(words, wordFlags | Qt::TextDontClip, text);
}

} // namespace Ui
