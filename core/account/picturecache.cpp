#include "core/account/picturecache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype keyLength = 40;

bool isKey(const QByteArray &key)
{
    return key.size() == keyLength && std::all_of(key.cbegin(), key.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace

PictureCache::PictureCache(const QString &directory)
    : m_directory(directory)
{
}

QString PictureCache::pathOf(const QByteArray &key) const
{
    return m_directory.isEmpty() || !isKey(key) ? QString()
                                                : QDir(m_directory).filePath(QString::fromLatin1(key));
}

bool PictureCache::contains(const QByteArray &key) const
{
    const QString path = pathOf(key);
    return !path.isEmpty() && QFile::exists(path);
}

QByteArray PictureCache::read(const QByteArray &key) const
{
    QFile file(pathOf(key));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray data = file.readAll();
    if (keyOf(QCryptographicHash::hash(data, QCryptographicHash::Sha1)) == key)
        return data;
    file.remove(); // it is fetched anew
    return {};
}

bool PictureCache::write(const QByteArray &key, const QByteArray &data) const
{
    const QString path = pathOf(key);
    if (path.isEmpty() || !QDir().mkpath(m_directory))
        return false;
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit();
}

void PictureCache::keepOnly(const QSet<QByteArray> &keys) const
{
    if (m_directory.isEmpty())
        return;
    QDir directory(m_directory);
    const QStringList files = directory.entryList(QDir::Files);
    for (const QString &file : files) {
        if (!keys.contains(file.toLatin1()))
            directory.remove(file);
    }
}

} // namespace Msn
