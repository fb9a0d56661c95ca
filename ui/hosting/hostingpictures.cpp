#include "ui/hosting/hostingpictures.h"

#include "ui/pictures/builtinpictures.h"

#include <algorithm>

namespace Ui {

namespace {

const QList<QByteArray> &picturesToPropose()
{
    static const QList<QByteArray> pictures = [] {
        QList<QByteArray> pngs;
        const QList<BuiltInPicture> all = BuiltInPictures::all();
        for (const BuiltInPicture &picture : all)
            pngs.append(BuiltInPictures::png(picture.id));
        return pngs;
    }();
    return pictures;
}

} // namespace

QByteArray proposedPicture(const QList<HostingPerson> &people)
{
    const auto owners = [&people](const QByteArray &png) {
        return std::count_if(people.cbegin(), people.cend(),
            [&png](const HostingPerson &person) { return person.picture == png; });
    };
    const QList<QByteArray> &pictures = picturesToPropose();
    const auto rarest = std::min_element(pictures.cbegin(), pictures.cend(),
        [&owners](const QByteArray &one, const QByteArray &other) { return owners(one) < owners(other); });
    return rarest == pictures.cend() ? QByteArray() : *rarest;
}

} // namespace Ui
