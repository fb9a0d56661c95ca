#include "app/shots/nearbyshots.h"

#include "ui/widgets/qrcodeview.h"

#include <QVBoxLayout>

namespace App {

namespace {

Shot qrCodeShot(const QString &name, const QString &text, QSize size)
{
    return {name, [text, size]() -> std::unique_ptr<QWidget> {
                auto ground = std::make_unique<QWidget>();
                auto *column = new QVBoxLayout(ground.get());
                auto *code = new Ui::QrCodeView(ground.get());
                code->setText(text);
                column->addWidget(code);
                ground->resize(size);
                return ground;
            }};
}

} // namespace

QList<Shot> nearbyShots()
{
    const QString link
        = QStringLiteral("msnp:192.168.1.10:1864?name=%E5%B0%8F%E9%9B%A8%E7%9A%84%E5%AE%B6&tls=1"
                         "&nexus=https://192.168.1.10:8443/rdr/pprdr.asp&sha256=");
    return {
        qrCodeShot(QStringLiteral("qrcode-link"), link + QString(64, u'a'), {300, 300}),
        qrCodeShot(QStringLiteral("qrcode-too-long"), QString(5000, u'x'), {300, 160}),
    };
}

} // namespace App
