#include "ui/pictures/builtinpictures.h"

#include "ui/icons/svgimage.h"
#include "ui/pictures/picturecodec.h"

namespace Ui {

QList<BuiltInPicture> BuiltInPictures::all()
{
    return {
        {QStringLiteral("cat"), tr("Cat")},
        {QStringLiteral("boat"), tr("Sailing boat")},
        {QStringLiteral("butterfly"), tr("Butterfly")},
        {QStringLiteral("guitar"), tr("Guitar")},
        {QStringLiteral("planet"), tr("Planet")},
        {QStringLiteral("sunflower"), tr("Sunflower")},
        {QStringLiteral("knight"), tr("Chess knight")},
        {QStringLiteral("lake"), tr("Mountain lake")},
    };
}

QByteArray BuiltInPictures::png(const QString &id)
{
    const QSize size(pictureSide, pictureSide);
    return encodedPicture(renderedSvg(QStringLiteral(":/pictures/%1.svg").arg(id), size, 1));
}

} // namespace Ui
