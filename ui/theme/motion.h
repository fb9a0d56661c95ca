#pragma once

class QWidget;

namespace Ui {

/// How long a movement that explains something may take: a tab arriving, an alert sliding in.
inline constexpr int longestMotionMs = 150;

/// Whether things on \p widget may move. False where the person, or the desktop, wants no
/// movement: ask before every animation, each time anew. The answer comes through the style
/// (SH_Widget_Animate), so Qt's own widgets obey it too; Theme::setMotionReduced() decides it.
bool mayMove(const QWidget &widget);

} // namespace Ui
