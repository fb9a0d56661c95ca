#include "core/account/ownpicture.h"

#include "core/account/ownstatus.h"
#include "core/p2p/peerobjects.h"
#include "core/protocol/msnobject.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace Msn {

namespace {

/// Classic clients name a temporary file; some take an empty one for no object at all.
const QString pictureName = QStringLiteral("picture.png");

std::optional<QByteArray> readChoice(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(OwnPicture::maxBytes);
}

} // namespace

OwnPicture::OwnPicture(
    const Address &own, PeerObjects &objects, OwnStatus &status, const QString &file, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_objects(objects)
    , m_status(status)
    , m_file(file)
    , m_chosen(readChoice(file))
{
    publish();
}

Outcome OwnPicture::choose(const QByteArray &png)
{
    if (png.size() > maxBytes)
        return Unexpected(makeError(ErrorCode::InvalidArgument));
    const QByteArray before = data();
    m_chosen = png;
    const Outcome kept = keep();
    if (data() != before) {
        publish();
        Q_EMIT changed();
    }
    return kept;
}

void OwnPicture::takeGiven(const QByteArray &png)
{
    const QByteArray before = data();
    m_given = png.left(maxBytes);
    if (data() == before)
        return;
    publish();
    Q_EMIT changed();
}

Outcome OwnPicture::keep() const
{
    if (m_file.isEmpty())
        return {};
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly) && file.write(*m_chosen) == m_chosen->size() && file.commit())
        return {};
    return Unexpected(makeError(ErrorCode::StorageFailed, m_file, file.errorString()));
}

void OwnPicture::publish()
{
    if (!m_published.isEmpty())
        m_objects.withdraw(std::exchange(m_published, {}));
    const QByteArray picture = data();
    if (picture.isEmpty()) {
        m_status.setPicture({});
        return;
    }
    const MsnObject object = makeMsnObject(m_own, MsnObject::Type::DisplayPicture, picture, pictureName, {});
    m_published = object.sha1d;
    m_objects.publish(object, picture);
    m_status.setPicture(object.xml);
}

} // namespace Msn
