#pragma once

#include "ui/conversation/chatstyle.h"
#include "ui/theme/tokens.h"

#include <QFont>

namespace Ui {

/// How a conversation is drawn.
struct ChatLook
{
    ChatStyle style;
    Tokens tokens;
    QFont textFont;
    QFont headerFont;
    QFont smallFont;
    QFont fixedFont;
    /// One step of the 4 px grid in logical pixels.
    int step = 4;
    /// Others' fonts and colours are shown; otherwise everybody writes in ours.
    bool showsFormats = true;
    /// Colours written as codes are shown; the codes themselves never are.
    bool showsCodes = true;
    bool showsTimes = true;
    bool showsEmoticons = true;

    /// What messages are written in before their own format.
    const QFont &messageFont() const { return style.isFixedPitch ? fixedFont : textFont; }

    friend bool operator==(const ChatLook &, const ChatLook &) = default;
};

} // namespace Ui
