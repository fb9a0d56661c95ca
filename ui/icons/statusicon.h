#pragma once

#include "core/protocol/status.h"
#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>

namespace Ui {

/// A status as a shape as well as a colour: disc, disc with clock hands, disc with bar, ring. A blocked
/// person has the ring struck through.
QPixmap statusPixmap(
    Msn::Status status, bool blocked, const Tokens &tokens, int size, qreal devicePixelRatio);

/// For menus and tabs; follows the theme.
QIcon statusIcon(Msn::Status status, bool blocked = false);

} // namespace Ui
