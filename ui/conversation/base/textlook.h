#pragma once

#include "core/protocol/textformat.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QTextCharFormat>

namespace Msn {
struct PlusRun;
}

namespace Ui {

/// \p format as Qt shows it: a font that exists here, of the size of \p base, and a colour that
/// can be read on \p ground. Black, which everybody has who never chose a colour, is the ink of
/// the theme.
QTextCharFormat shownFormat(
    const Msn::TextFormat &format, const QFont &base, const Tokens &tokens, const QColor &ground);

/// \p format with what \p run adds to it; its colours shifted until they can be read on each other
/// or on \p ground.
QTextCharFormat withRun(const QTextCharFormat &format, const Msn::PlusRun &run, const QColor &ground);

/// The same for a whole widget.
QFont shownFont(const Msn::TextFormat &format, const QFont &base);
QColor shownColour(const Msn::TextFormat &format, const Tokens &tokens, const QColor &ground);

/// A line is written from right to left if its sender said so or its first strong letter does.
bool isRightToLeft(const QString &line, const Msn::TextFormat &format);

} // namespace Ui
