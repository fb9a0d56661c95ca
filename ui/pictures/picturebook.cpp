#include "ui/pictures/picturebook.h"

#include "core/account/accountpictures.h"
#include "ui/pictures/picturecodec.h"

#include <algorithm>

namespace Ui {

namespace {

constexpr int mostBytesDecoded = 6 * 1024 * 1024;
/// Decoded in less than a frame.
constexpr int widestAtOnce = 256;
/// A picture of 96 on a screen of 200 %.
constexpr int widestDrawn = 192;

QImage drawable(const QByteArray &data)
{
    const QImage image = decodedPicture(data);
    if (std::max(image.width(), image.height()) <= widestDrawn)
        return image;
    return image.scaled(widestDrawn, widestDrawn, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

QImage pictureAtOnce(Msn::AccountPictures &pictures, const Msn::Address &address)
{
    const Msn::ContactPictures &people = pictures.ofContacts();
    return decodedPicture(people.cache().read(people.keyOf(address)), widestAtOnce);
}

PictureBook::PictureBook(Msn::AccountPictures &pictures, QObject *parent)
    : QObject(parent)
    , m_pictures(pictures)
    , m_images(mostBytesDecoded)
{
    m_thread.setMaxThreadCount(1);
    connect(&pictures.ofContacts(), &Msn::ContactPictures::changed, this, &PictureBook::changed);
    connect(&pictures.own(), &Msn::OwnPicture::changed, this, &PictureBook::ownChanged);
    connect(this, &PictureBook::decoded, this, &PictureBook::keep);
}

PictureBook::~PictureBook()
{
    m_thread.clear();
    m_thread.waitForDone();
}

QImage PictureBook::of(const Msn::Address &address)
{
    const QByteArray key = m_pictures.ofContacts().keyOf(address);
    if (key.isEmpty() || m_unreadable.contains(key))
        return {};
    if (const QImage *image = m_images.object(key))
        return *image;
    if (!m_underWay.contains(key))
        decode(key);
    if (!m_underWay.contains(key, address))
        m_underWay.insert(key, address);
    return {};
}

void PictureBook::decode(const QByteArray &key)
{
    m_thread.start([this, key, cache = m_pictures.ofContacts().cache()] {
        Q_EMIT decoded(key, drawable(cache.read(key)), QPrivateSignal());
    });
}

void PictureBook::keep(const QByteArray &key, const QImage &image)
{
    const QList<Msn::Address> waiting = m_underWay.values(key);
    m_underWay.remove(key);
    if (image.isNull()) {
        m_unreadable.insert(key); // the letter stays
        return;
    }
    m_images.insert(key, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes()));
    for (const Msn::Address &address : waiting)
        Q_EMIT changed(address);
}

QImage PictureBook::own()
{
    const QByteArray data = m_pictures.own().data();
    if (data != m_ownData) {
        m_ownData = data;
        m_own = drawable(data);
    }
    return m_own;
}

} // namespace Ui
