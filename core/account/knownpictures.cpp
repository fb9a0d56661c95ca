#include "core/account/knownpictures.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <utility>

namespace Msn {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;
constexpr qsizetype maxPeople = 5'000;

} // namespace

KnownPictures::KnownPictures(const QString &file)
    : m_file(file)
{
    QFile read(m_file);
    if (m_file.isEmpty() || !read.open(QIODevice::ReadOnly))
        return;
    const QJsonObject people = QJsonDocument::fromJson(read.read(maxFileBytes)).object();
    for (auto person = people.constBegin(); person != people.constEnd(); ++person)
        m_keys.insert(Address(person.key()), person.value().toString().toLatin1());
}

bool KnownPictures::set(const Address &address, const QByteArray &key)
{
    if (m_keys.value(address) == key || (m_keys.size() >= maxPeople && !m_keys.contains(address)))
        return false;
    if (key.isEmpty())
        m_keys.remove(address);
    else
        m_keys.insert(address, key);
    m_hasChanged = true;
    return true;
}

void KnownPictures::save()
{
    if (!std::exchange(m_hasChanged, false) || m_file.isEmpty())
        return;
    QJsonObject people;
    for (auto person = m_keys.cbegin(); person != m_keys.cend(); ++person)
        people.insert(person.key().toString(), QString::fromLatin1(person.value()));
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(people).toJson(QJsonDocument::Compact));
        file.commit();
    }
}

} // namespace Msn
