#pragma once

#include "ui/conversation/view/chatlook.h"

#include <QTextFormat>

namespace Msn {
struct ChatMessage;
}

namespace Ui {

/// The formats of paragraphs and of the words in them that a ChatLook asks for.
class MessageFormats
{
public:
    /// Which part of a message a paragraph is and what stands above it.
    struct Line
    {
        bool isFirst = false;
        bool isLast = false;
        bool isRightToLeft = false;
        /// Its header stands in the same line.
        bool isHeaded = false;
        bool isBelowHeader = false;
        /// There is nothing above it at all.
        bool isTop = false;
    };

    /// \p look must outlive it.
    explicit MessageFormats(const ChatLook &look)
        : m_look(look)
    {
    }

    QTextBlockFormat header(const Msn::ChatMessage &message, bool isTop) const;
    QTextBlockFormat line(const Msn::ChatMessage &message, const Line &line) const;
    QTextBlockFormat notice(bool isTop) const;

    QTextCharFormat words(const Msn::ChatMessage &message) const;
    QTextCharFormat name(const Msn::ChatMessage &message) const;
    QTextCharFormat headerWords() const;
    QTextCharFormat time() const;
    /// Of what nobody said.
    QTextCharFormat secondary() const;
    /// What the words of a message stand on.
    QColor groundOf(const Msn::ChatMessage &message) const;

private:
    double gap(bool isTop) const { return isTop ? 0 : m_look.step * m_look.style.line.gap; }
    double padding() const;

    const ChatLook &m_look;
};

} // namespace Ui
