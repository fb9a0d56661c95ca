#pragma once

#include "ui/emoticons/emoticonset.h"

#include <QRect>

class QPainter;

namespace Ui {

/// Draws people's names in one line, with pictures for the emoticons in them.
class NamePainter
{
public:
    /// Logical pixels that \p name takes in the painter's font.
    int widthOf(const QPainter &painter, const QString &name) const;
    /// Draws as much of \p name as \p place holds, from its leading edge, with an ellipsis where it
    /// ends too early.
    void draw(
        QPainter &painter, const QRect &place, const QString &name, Qt::LayoutDirection direction) const;

private:
    /// A picture, or text if there is none.
    struct Piece
    {
        const Emoticon *emoticon = nullptr;
        QString text;
        int width = 0;
    };
    QList<Piece> piecesOf(const QPainter &painter, const QString &name) const;

    const EmoticonSet m_emoticons = EmoticonSet::load();
};

} // namespace Ui
