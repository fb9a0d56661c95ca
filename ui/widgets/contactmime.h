#pragma once

#include "core/base/address.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QMimeData;

namespace Ui {

/// Somebody who is dragged from the contact list: to another group, or into a conversation.
struct DraggedContact
{
    Msn::Address address;
    QString name;
    /// The server's id of the group they are dragged out of; may be empty.
    QByteArray group;
};

namespace ContactMime {

/// The caller owns it. Other programs see the address as text.
QMimeData *make(const DraggedContact &contact);
/// Nothing if \p mime holds no contact of ours. May be null.
std::optional<DraggedContact> read(const QMimeData *mime);

} // namespace ContactMime
} // namespace Ui
