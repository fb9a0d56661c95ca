#include "app/shots/pictureshots.h"

#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturepopup.h"

namespace App {

namespace {

std::unique_ptr<QWidget> popup(const QString &current, const QString &trouble = {})
{
    auto popup = std::make_unique<Ui::PicturePopup>();
    popup->popUp(*popup, Ui::BuiltInPictures::png(current), trouble);
    return popup;
}

} // namespace

QList<Shot> pictureShots()
{
    return {
        {QStringLiteral("picture-popup"), [] { return popup(QStringLiteral("guitar")); }},
        {QStringLiteral("picture-popup-none"), [] { return popup({}); }},
        {QStringLiteral("picture-popup-trouble"),
            [] {
                return popup(QStringLiteral("cat"),
                    QStringLiteral(
                        "This file cannot be read as a picture. Choose a PNG, JPEG, GIF or BMP file."));
            }},
    };
}

} // namespace App
