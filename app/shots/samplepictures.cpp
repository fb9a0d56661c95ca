#include "app/shots/samplepictures.h"

#include "core/account/knownpictures.h"
#include "core/account/picturecache.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturecodec.h"

#include <QCryptographicHash>
#include <QHash>
#include <QTemporaryDir>

namespace App {

namespace {

const QHash<QString, QString> &pictureNames()
{
    static const QHash<QString, QString> names{
        {QStringLiteral("marta.ruiz"), QStringLiteral("cat")},
        {QStringLiteral("xiaoyu"), QStringLiteral("butterfly")},
        {QStringLiteral("rosa"), QStringLiteral("sunflower")},
        {QStringLiteral("karim"), QStringLiteral("guitar")},
        {QStringLiteral("carmen"), QStringLiteral("boat")},
        {QStringLiteral("dana"), QStringLiteral("planet")},
        {QStringLiteral("oliver"), QStringLiteral("lake")},
    };
    return names;
}

} // namespace

QByteArray samplePicture(const Msn::Address &address)
{
    const QString name = pictureNames().value(address.localPart());
    return name.isEmpty() ? QByteArray() : Ui::BuiltInPictures::png(name);
}

QImage samplePictureImage(const Msn::Address &address)
{
    return Ui::decodedPicture(samplePicture(address));
}

QString samplePictureCache()
{
    static const QTemporaryDir folder;
    static const bool isFilled = [] {
        const Msn::PictureCache cache(folder.filePath(QStringLiteral("pictures")));
        Msn::KnownPictures known(folder.filePath(QStringLiteral("pictures.json")));
        for (const char *domain : {"@example.com", "@example.net"}) {
            for (auto name = pictureNames().cbegin(); name != pictureNames().cend(); ++name) {
                const Msn::Address address(name.key() + QLatin1String(domain));
                const QByteArray png = samplePicture(address);
                const QByteArray key
                    = Msn::PictureCache::keyOf(QCryptographicHash::hash(png, QCryptographicHash::Sha1));
                cache.write(key, png);
                known.set(address, key);
            }
        }
        known.save();
        return true;
    }();
    return isFilled ? folder.path() : QString();
}

} // namespace App
