#include "ui/widgets/contactmime.h"

#include <QMimeData>

namespace Ui {

namespace {

const QString addressFormat = QStringLiteral("application/x-swallowtail-contact");
const QString nameFormat = QStringLiteral("application/x-swallowtail-name");
const QString groupFormat = QStringLiteral("application/x-swallowtail-group");

} // namespace

QMimeData *ContactMime::make(const DraggedContact &contact)
{
    auto *mime = new QMimeData;
    mime->setData(addressFormat, contact.address.toUtf8());
    mime->setData(nameFormat, contact.name.toUtf8());
    mime->setData(groupFormat, contact.group);
    mime->setText(contact.address.toString());
    return mime;
}

std::optional<DraggedContact> ContactMime::read(const QMimeData *mime)
{
    if (!mime || !mime->hasFormat(addressFormat))
        return std::nullopt;
    return DraggedContact{Msn::Address::fromUtf8(mime->data(addressFormat)),
        QString::fromUtf8(mime->data(nameFormat)), mime->data(groupFormat)};
}

} // namespace Ui
