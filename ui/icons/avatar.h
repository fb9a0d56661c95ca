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

/// The same with a status mark of \p markSize over its lower right corner (lower left when
/// mirrored), set off by a rim in the colour \p ground.
QPixmap avatarWithStatus(const Avatar &avatar, Msn::Status status, bool blocked, int size, int markSize,
    const Tokens &tokens, const QColor &ground, qreal devicePixelRatio);

} // namespace Ui
