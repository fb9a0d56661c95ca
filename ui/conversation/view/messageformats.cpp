#include "ui/conversation/view/messageformats.h"

#include "core/chat/chatmessage.h"
#include "ui/conversation/base/textlook.h"
#include "ui/conversation/view/chatblock.h"

#include <QGuiApplication>

namespace Ui {

using Msn::ChatMessage;

double MessageFormats::padding() const
{
    return m_look.style.bubble ? m_look.step * m_look.style.bubble->padding : 0;
}

QTextBlockFormat MessageFormats::header(const ChatMessage &message, bool isTop) const
{
    QTextBlockFormat block;
    block.setTopMargin(gap(isTop));
    block.setBottomMargin(m_look.step * 0.5);
    if (!m_look.style.bubble)
        return block;
    block.setLayoutDirection(QGuiApplication::layoutDirection());
    block.setAlignment(message.outgoing ? Qt::AlignTrailing : Qt::AlignLeading);
    if (!isTop)
        block.setTopMargin(block.topMargin() + padding());
    return block;
}

QTextBlockFormat MessageFormats::line(const ChatMessage &message, const Line &line) const
{
    const ChatStyle::Line &style = m_look.style.line;
    QTextBlockFormat format;
    const double indent = line.isHeaded ? 0 : m_look.step * style.indent;
    format.setLayoutDirection(line.isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    format.setLeftMargin(line.isRightToLeft ? 0 : indent);
    format.setRightMargin(line.isRightToLeft ? indent : 0);
    format.setLineHeight(style.height, QTextBlockFormat::ProportionalHeight);
    format.setProperty(ChatBlock::Outgoing, message.outgoing);
    const bool isClose = line.isTop || line.isBelowHeader;
    const double between = isClose ? 0 : m_look.step * style.between;
    if (line.isFirst)
        format.setTopMargin(between);
    if (m_look.style.bubble) {
        // Margins that meet are not added up: the wider one counts.
        if (line.isFirst)
            format.setTopMargin(isClose ? padding() * 0.5 + m_look.step : padding() + between);
        if (line.isLast)
            format.setBottomMargin(padding() * 0.5);
    }
    if (line.isHeaded)
        format.setTopMargin(gap(line.isTop));
    return format;
}

QTextBlockFormat MessageFormats::notice(bool isTop) const
{
    QTextBlockFormat block;
    block.setTopMargin(gap(isTop) + (isTop ? 0 : padding() * 0.5));
    block.setBottomMargin(m_look.step * 0.5);
    if (m_look.style.notice.isCentred) {
        block.setAlignment(Qt::AlignHCenter);
        block.setLeftMargin(m_look.step * 8);
        block.setRightMargin(m_look.step * 8);
    }
    return block;
}

QTextCharFormat MessageFormats::words(const ChatMessage &message) const
{
    const bool shown = m_look.showsFormats || message.outgoing;
    QTextCharFormat format = shownFormat(
        shown ? message.format : Msn::TextFormat(), m_look.messageFont(), m_look.tokens, groundOf(message));
    if (m_look.style.isFixedPitch)
        format.setFontFamilies(m_look.fixedFont.families());
    return format;
}

QTextCharFormat MessageFormats::name(const ChatMessage &message) const
{
    const ChatStyle::Header &header = m_look.style.header;
    QTextCharFormat format = headerWords();
    if (header.isInline && header.size == u"small")
        format.setFont(m_look.messageFont());
    if (header.isSemiBold)
        format.setFontWeight(QFont::DemiBold);
    format.setForeground(ChatStyle::colour(message.outgoing ? header.ownInk : header.otherInk, m_look.tokens)
                             .value_or(m_look.tokens.ink));
    format.setToolTip(QStringLiteral("<span>%1</span>").arg(message.sender.toString().toHtmlEscaped()));
    return format;
}

QTextCharFormat MessageFormats::headerWords() const
{
    QTextCharFormat format = secondary();
    const QString &size = m_look.style.header.size;
    if (size == u"text")
        format.setFont(m_look.messageFont());
    else if (size == u"normal")
        format.setFont(m_look.headerFont);
    return format;
}

QTextCharFormat MessageFormats::time() const
{
    QTextCharFormat format = m_look.style.header.size == u"text" ? headerWords() : secondary();
    format.setForeground(m_look.tokens.secondInk);
    format.setProperty(ChatBlock::Time, true);
    return format;
}

QTextCharFormat MessageFormats::secondary() const
{
    QTextCharFormat format;
    format.setFont(m_look.style.isFixedPitch ? m_look.fixedFont : m_look.smallFont);
    format.setForeground(m_look.tokens.secondInk);
    return format;
}

QColor MessageFormats::groundOf(const ChatMessage &message) const
{
    if (!m_look.style.bubble)
        return m_look.tokens.window;
    const QString &name = message.outgoing ? m_look.style.bubble->own : m_look.style.bubble->other;
    return ChatStyle::colour(name, m_look.tokens).value_or(m_look.tokens.window);
}

} // namespace Ui
