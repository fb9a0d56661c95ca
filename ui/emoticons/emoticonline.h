#pragma once

#include "ui/emoticons/emoticonset.h"

#include <QFont>
#include <QList>
#include <QRect>

class QPainter;

namespace Ui {

/// One line of text with pictures in the place of codes: a name on a tab or in a list. As high as
/// its font; what does not fit ends in an ellipsis. Text that is written from right to left is
/// drawn with its codes, because pictures have no direction.
class EmoticonLine
{
public:
    /// \p emoticons must outlive it.
    EmoticonLine(const QString &text, const QFont &font, const EmoticonSet &emoticons);

    int width() const;
    bool hasPictures() const;
    /// In the painter's pen, at the beginning of \p area or at its right edge.
    void paint(QPainter &painter, const QRect &area, bool atRight) const;

private:
    struct Piece
    {
        QString text;
        const Emoticon *emoticon = nullptr;
        int width = 0;
    };

    void add(const QString &text, const Emoticon *emoticon);

    const QString m_text;
    const QFont m_font;
    QList<Piece> m_pieces;
};

} // namespace Ui
