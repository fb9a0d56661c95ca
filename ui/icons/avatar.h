#pragma once

#include "core/base/address.h"
#include "core/protocol/status.h"
#include "ui/theme/tokens.h"

#include <QImage>
#include <QPixmap>

#include <optional>

namespace Ui {

/// Who is shown in a small square picture.
struct Avatar
{
    Msn::Address address;
    /// Its first letter stands in for a picture.
    QString name;
    /// The person's own display picture; null: a coloured square with the letter.
    QImage picture;
    /// Several people in one conversation.
    bool isGroup = false;

    friend bool operator==(const Avatar &, const Avatar &) = default;
};

/// Square, rounded corners of \p radius logical pixels. The colour of a square without a picture
/// depends on the address alone: a person keeps it.
QPixmap avatarPixmap(const Avatar &avatar, int size, int radius, qreal devicePixelRatio);

/// In a frame as around a printed photograph, with a hair of shadow below it: \p size and twice \p rim
/// wide, a little higher.
QPixmap framedAvatar(
    const Avatar &avatar, int size, int radius, int rim, const Tokens &tokens, qreal devicePixelRatio);

/// The square with a status mark of \p markSize over its lower right corner (lower left when
/// mirrored), set off by a rim in the colour \p ground. Somebody who is
/// offline or blocked is pale.
QPixmap avatarWithStatus(const Avatar &avatar, Msn::Status status, bool blocked, int size, int markSize,
    const Tokens &tokens, const QColor &ground, qreal devicePixelRatio);

} // namespace Ui
