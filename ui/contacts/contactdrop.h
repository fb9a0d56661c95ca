#pragma once

#include "core/base/address.h"

#include <QCoreApplication>

#include <optional>

class QModelIndex;

namespace Ui {

struct DraggedContact;

/// What letting go of a dragged person over a group would do.
class ContactDrop
{
    Q_DECLARE_TR_FUNCTIONS(Ui::ContactDrop)

public:
    enum class Deed { Move, Copy, TakeOut, MakeFavourite };

    Deed deed = Deed::Move;
    Msn::Address address;
    QByteArray from; ///< server's id of a group; Move and TakeOut
    QByteArray to; ///< Move and Copy

    /// Nothing if \p group takes nobody, or not this person. \p copy: Ctrl is held.
    static std::optional<ContactDrop> over(
        const QModelIndex &group, const DraggedContact &dragged, bool copy);
    /// What is to happen, and how to make it a copy, for the hint below the list.
    QString words(const QString &person, const QString &group) const;

    friend bool operator==(const ContactDrop &, const ContactDrop &) = default;
};

} // namespace Ui

Q_DECLARE_METATYPE(Ui::ContactDrop)
