#pragma once

#include "ui/widgets/qrencoder.h"

#include <QObject>

namespace Ui {

/// QR codes through libqrencode. Medium error correction: a screen has no stains, but reflections.
class LibQrEncoder : public QObject, public QrEncoder
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.swallowtail.QrEncoder/1")
    Q_INTERFACES(Ui::QrEncoder)

public:
    Msn::Expected<QrSquares, QrFailure> encode(const QByteArray &text) const override;
};

} // namespace Ui
