#pragma once

#include "ui/emoticons/emoticonset.h"

#include <QIcon>
#include <QPixmap>

namespace Ui {

/// \p emoticon drawn \p size logical pixels high; cached.
QPixmap emoticonPixmap(const Emoticon &emoticon, int size, qreal devicePixelRatio);

/// Drawn when shown, at whatever size.
QIcon emoticonIcon(const Emoticon &emoticon);

} // namespace Ui
