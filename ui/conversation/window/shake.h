#pragma once

class QWidget;

namespace Ui {

/// Moves \p content to and fro inside its window, briefly, as a nudge does; not at all where nothing
/// may move. The content and not the window: a window may not move itself everywhere.
/// Returns whether it moves.
bool shake(QWidget &content);

} // namespace Ui
