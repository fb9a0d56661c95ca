#pragma once

#include "ui/conversation/base/chatstyle.h"
#include "ui/theme/tokens.h"

#include <QFont>

class QWidget;

namespace Ui {

class ChatPreferences;

/// What a person has chosen of how a conversation is drawn.
struct ChosenLook
{
    ChatStyle style;
    /// Others' fonts and colours are shown; otherwise everybody writes in ours.
    bool showsFormats = true;
    /// Colours written as codes are shown; the codes themselves never are.
    bool showsCodes = true;
    bool showsTimes = true;
    bool showsEmoticons = true;
    /// Of the text, in percent: 50 … 300.
    int textSize = 100;
    /// Of those who chose no font; empty: the program's.
    QString textFamily;

    /// Takes over what \p preferences say.
    void follow(const ChatPreferences &preferences);

    friend bool operator==(const ChosenLook &, const ChosenLook &) = default;
};

/// How a conversation is drawn.
struct ChatLook : ChosenLook
{
    Tokens tokens;
    QFont textFont;
    QFont headerFont;
    QFont smallFont;
    QFont fixedFont;
    /// One step of the 4 px grid in logical pixels.
    int step = 4;

    /// What messages are written in before their own format.
    const QFont &messageFont() const { return style.isFixedPitch ? fixedFont : textFont; }

    friend bool operator==(const ChatLook &, const ChatLook &) = default;
};

/// \p chosen with the fonts, colours and lengths of \p widget.
ChatLook lookOn(const QWidget &widget, const ChosenLook &chosen);

} // namespace Ui
