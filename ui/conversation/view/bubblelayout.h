#pragma once

#include <QTextBlock>

class QPainter;
class QRectF;
class QTextDocument;

namespace Ui {

struct ChatLook;

/// The rounded grounds of a style with bubbles: as wide as what is written on them, mine at the end
/// of the line, those of others at its beginning.
class BubbleLayout
{
public:
    explicit BubbleLayout(QTextDocument &document)
        : m_document(document)
    {
    }

    /// Gives the paragraphs of one entry their width; \p last is the last of them, laid out.
    void fit(const QTextBlock &last, const ChatLook &look) const;
    /// The same for the whole document, after the view's width has changed.
    void fitAll(const ChatLook &look) const;
    /// Draws what lies in \p area, in coordinates of the document.
    void paint(QPainter &painter, const QRectF &area, const QTextBlock &first, const ChatLook &look) const;

private:
    double available() const;
    void setWidth(const QTextBlock &first, const QTextBlock &last, double width, const ChatLook &look) const;

    QTextDocument &m_document;
};

} // namespace Ui
