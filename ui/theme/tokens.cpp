#include "ui/theme/tokens.h"

#include "ui/theme/contrast.h"

namespace Ui {
namespace {

/// What can be computed from the colours that the design names.
Tokens completed(Tokens tokens)
{
    tokens.hover = blended(tokens.selection, tokens.window, 0.55);
    tokens.fieldBorder = blended(tokens.ink, tokens.window, tokens.isDark ? 0.26 : 0.22);
    tokens.fieldEdge = readableOn(tokens.fieldBorder, tokens.window, visibleContrast);
    tokens.raised = tokens.isDark ? tokens.otherBubble : tokens.window;
    // A hair further than drawn, so that it passes on its two least favourable grounds as well.
    tokens.secondInk = readableOn(readableOn(tokens.secondInk, tokens.headerTop), tokens.ownBubble);
    // The least readable ground that these texts stand on is the busiest one: tabs.
    tokens.unreadInk = readableOn(readableOn(tokens.unread, tokens.headerTop), tokens.window);
    tokens.onUnread = 0x241400;
    tokens.error = tokens.busy;
    tokens.errorInk = readableOn(readableOn(tokens.busy, tokens.informationBar), tokens.window);
    return tokens;
}

Tokens makeLight()
{
    Tokens tokens;
    tokens.window = 0xFFFFFF;
    tokens.headerTop = 0xD5ECFB;
    tokens.headerBottom = 0xF8FCFF;
    tokens.ink = 0x1B2733;
    tokens.secondInk = 0x5C6B7A;
    tokens.line = 0xE1E8EE;
    tokens.accent = 0x1769AA;
    tokens.onAccent = 0xFFFFFF;
    tokens.selection = 0xE3F1FC;
    tokens.ownBubble = 0xDCEFFC;
    tokens.otherBubble = 0xF2F5F8;
    tokens.informationBar = 0xFFF6D6;
    tokens.unread = 0xE67E17;
    tokens.online = 0x2FA84F;
    tokens.away = 0xD99A10;
    tokens.busy = 0xD64545;
    tokens.offline = 0x9AA7B2;
    return completed(tokens);
}

Tokens makeDark()
{
    Tokens tokens;
    tokens.isDark = true;
    tokens.window = 0x171C22;
    tokens.headerTop = 0x22374A;
    tokens.headerBottom = 0x1A2129;
    tokens.ink = 0xE6EDF3;
    tokens.secondInk = 0x95A4B3;
    tokens.line = 0x29323C;
    tokens.accent = 0x5AB0F2;
    tokens.onAccent = 0x0B1722;
    tokens.selection = 0x20374B;
    tokens.ownBubble = 0x1E3E58;
    tokens.otherBubble = 0x232B33;
    tokens.informationBar = 0x3A3320;
    tokens.unread = 0xF2A04B;
    tokens.online = 0x4CC26B;
    tokens.away = 0xE5B23C;
    tokens.busy = 0xEF6B6B;
    tokens.offline = 0x76848F;
    return completed(tokens);
}

} // namespace

const Tokens &Tokens::light()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &Tokens::dark()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

bool looksDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

const Tokens &Tokens::of(const QPalette &palette)
{
    return looksDark(palette) ? dark() : light();
}

QPalette Tokens::toPalette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Base, isDark ? blended(Qt::black, window, 0.22) : window);
    palette.setColor(QPalette::AlternateBase, headerBottom);
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::PlaceholderText, secondInk);
    palette.setColor(QPalette::Button, raised);
    palette.setColor(QPalette::ButtonText, ink);
    palette.setColor(QPalette::BrightText, errorInk);
    palette.setColor(QPalette::Light, isDark ? line.lighter(130) : window);
    palette.setColor(QPalette::Midlight, otherBubble);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, fieldBorder);
    palette.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : fieldBorder.darker(150));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, ink);
    const QColor faded = blended(ink, window, 0.45);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faded);
    return palette;
}

} // namespace Ui
