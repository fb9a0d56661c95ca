#include "ui/conversation/view/messagerules.h"

#include "ui/conversation/view/chatdocument.h"
#include "ui/conversation/view/chatlook.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>

namespace Ui {
namespace {

void paintBeside(
    QPainter &painter, const QTextDocument &document, const QTextBlock &block, const ChatLook &look)
{
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    QRectF words;
    for (int i = 0; i < layout->lineCount(); ++i)
        words |= layout->lineAt(i).naturalTextRect();
    words.translate(document.documentLayout()->blockBoundingRect(block).topLeft());
    const double y = std::round(words.center().y()) + 0.5;
    const double margin = document.documentMargin();
    const double gap = look.step * 3;
    painter.drawLine(QPointF(margin, y), QPointF(words.left() - gap, y));
    painter.drawLine(QPointF(words.right() + gap, y), QPointF(document.textWidth() - margin, y));
}

} // namespace

void paintRules(QPainter &painter, const QTextDocument &document, const QTextBlock &first, const QRectF &area,
    const ChatLook &look)
{
    if (!look.style.notice.hasRules)
        return;
    painter.setPen(look.tokens.line);
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        if (document.documentLayout()->blockBoundingRect(block).top() > area.bottom())
            break;
        if (ChatDocument::isNotice(block))
            paintBeside(painter, document, block, look);
    }
}

} // namespace Ui
