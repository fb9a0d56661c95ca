#include "ui/widgets/qrencoder.h"

#include "ui/widgets/pluginfile.h"

#include <QLoggingCategory>
#include <QPluginLoader>

namespace Ui {

namespace {

Q_LOGGING_CATEGORY(logQrCode, "swallowtail.qrcode", QtInfoMsg)

const QrEncoder *loadQrEncoder()
{
    QPluginLoader loader(pluginFile(QStringLiteral("swallowtail-qrcode")));
    const auto *encoder = qobject_cast<QrEncoder *>(loader.instance());
    if (!encoder)
        qCInfo(logQrCode) << "No QR codes:" << loader.errorString();
    return encoder;
}

} // namespace

Msn::Expected<QrSquares, QrFailure> encodeQrCode(const QByteArray &text)
{
    static const QrEncoder *const encoder = loadQrEncoder();
    if (!encoder)
        return Msn::Unexpected(QrFailure::Unavailable);
    return encoder->encode(text);
}

} // namespace Ui
