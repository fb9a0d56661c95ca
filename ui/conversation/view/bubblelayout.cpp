#include "ui/conversation/view/bubblelayout.h"

#include "ui/conversation/view/chatblock.h"
#include "ui/conversation/view/chatlook.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>

namespace Ui {
namespace {

bool isMessage(const QTextBlock &block)
{
    return ChatBlock::isPart(block, ChatBlock::Part::Message);
}

bool isOutgoing(const QTextBlock &block)
{
    return block.blockFormat().boolProperty(ChatBlock::Outgoing);
}

bool belongTogether(const QTextBlock &a, const QTextBlock &b)
{
    return isMessage(a) && isMessage(b) && ChatBlock::entryOf(a) == ChatBlock::entryOf(b);
}

QTextBlock firstOf(QTextBlock block)
{
    while (block.previous().isValid() && belongTogether(block.previous(), block))
        block = block.previous();
    return block;
}

QTextBlock lastOf(QTextBlock block)
{
    while (block.next().isValid() && belongTogether(block, block.next()))
        block = block.next();
    return block;
}

} // namespace

double BubbleLayout::available() const
{
    return m_document.textWidth() - 2 * m_document.documentMargin();
}

void BubbleLayout::setWidth(
    const QTextBlock &first, const QTextBlock &last, double width, const ChatLook &look) const
{
    const double padding = look.step * look.style.bubble->padding;
    const bool isRight = isOutgoing(first) == (QGuiApplication::layoutDirection() == Qt::LeftToRight);
    const double rest = qMax(0.0, available() - padding - width);
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLeftMargin(isRight ? rest : padding);
        format.setRightMargin(isRight ? padding : rest);
        if (format != block.blockFormat())
            QTextCursor(block).setBlockFormat(format);
        if (block == last)
            break;
    }
}

void BubbleLayout::fit(const QTextBlock &last, const ChatLook &look) const
{
    if (!look.style.bubble || !last.isValid() || !isMessage(last) || m_document.textWidth() <= 0)
        return;
    const QTextBlock first = firstOf(last);
    const double padding = look.step * look.style.bubble->padding;
    const double most = available() * look.style.bubble->widest / 100 - 2 * padding;
    double width = look.step;
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        // Asking for its place makes sure that it is laid out.
        m_document.documentLayout()->blockBoundingRect(block);
        width = qMax(width, block.layout()->maximumWidth());
        if (block == last)
            break;
    }
    setWidth(first, last, qMin(std::ceil(width) + 1, most), look);
}

void BubbleLayout::fitAll(const ChatLook &look) const
{
    if (!look.style.bubble)
        return;
    QTextCursor edit(&m_document);
    edit.beginEditBlock();
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        if (isMessage(block) && !belongTogether(block, block.next()))
            fit(block, look);
    }
    edit.endEditBlock();
}

void BubbleLayout::paint(
    QPainter &painter, const QRectF &area, const QTextBlock &first, const ChatLook &look) const
{
    if (!look.style.bubble)
        return;
    const ChatStyle::Bubble &bubble = *look.style.bubble;
    const double padding = look.step * bubble.padding;
    const QAbstractTextDocumentLayout *layout = m_document.documentLayout();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (QTextBlock block = isMessage(first) ? firstOf(first) : first; block.isValid();
         block = block.next()) {
        const double top = layout->blockBoundingRect(block).top();
        if (top > area.bottom() + padding)
            break;
        if (!isMessage(block))
            continue;
        const QTextBlockFormat format = block.blockFormat();
        block = lastOf(block);
        const double left = m_document.documentMargin() + format.leftMargin() - padding;
        const double right
            = m_document.textWidth() - m_document.documentMargin() - format.rightMargin() + padding;
        const double bottom = layout->blockBoundingRect(block).bottom();
        const QString &name = format.boolProperty(ChatBlock::Outgoing) ? bubble.own : bubble.other;
        painter.setBrush(ChatStyle::colour(name, look.tokens).value_or(look.tokens.otherBubble));
        painter.drawRoundedRect(
            QRectF(QPointF(left, top - padding / 2), QPointF(right, bottom + padding / 2)),
            look.step * bubble.radius, look.step * bubble.radius);
    }
}

} // namespace Ui
