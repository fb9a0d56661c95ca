#pragma once

#include <QColor>
#include <QPalette>

namespace Ui {

/// The colours of the design, by what they are for. A widget asks for those that belong to its own
/// palette: `Tokens::of(palette())`, again after QEvent::PaletteChange.
struct Tokens
{
    bool isDark = false;

    QColor window; ///< lists, message view
    QColor headerTop; ///< title, me header, tabs, sign-in page: a gradient down to headerBottom
    QColor headerBottom;
    QColor ink;
    QColor secondInk; ///< times, statuses, system lines
    QColor line; ///< dividers
    QColor raised; ///< menus, tips and buttons: what lies above a window
    QColor fieldBorder; ///< edges of buttons and popups: more contrast than a divider
    QColor fieldEdge; ///< all that tells an empty field or box from what lies in it
    QColor accent; ///< links, groups, the one primary button
    QColor onAccent; ///< text on it
    QColor selection; ///< rows
    QColor hover; ///< rows and flat buttons under the pointer
    QColor ownBubble;
    QColor otherBubble;
    QColor informationBar;
    QColor unread; ///< marks; text takes unreadInk
    QColor unreadInk;
    QColor onUnread; ///< numbers on an unread mark
    QColor error; ///< marks; text takes errorInk
    QColor errorInk;
    QColor online;
    QColor away;
    QColor busy;
    QColor offline;

    static const Tokens &light();
    static const Tokens &dark();
    /// Those for a palette: dark if its text is lighter than its window.
    static const Tokens &of(const QPalette &palette);

    /// The palette that the style gives the application.
    QPalette toPalette() const;

    friend bool operator==(const Tokens &, const Tokens &) = default;
};

/// Text in \p palette is lighter than what it stands on.
bool looksDark(const QPalette &palette);

} // namespace Ui
