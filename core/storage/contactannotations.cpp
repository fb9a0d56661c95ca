#include "core/storage/contactannotations.h"

#include "core/base/friendlyname.h"

namespace Msn {

namespace {

const QString peopleKey = QStringLiteral("people");

QJsonObject toJson(const ContactAnnotation &annotation)
{
    QJsonObject json;
    if (!annotation.nickname.isEmpty())
        json.insert(QStringLiteral("nickname"), annotation.nickname);
    if (!annotation.note.isEmpty())
        json.insert(QStringLiteral("note"), annotation.note);
    if (annotation.isFavourite)
        json.insert(QStringLiteral("favourite"), true);
    return json;
}

ContactAnnotation limited(const ContactAnnotation &annotation)
{
    return {annotation.nickname.trimmed().left(ContactAnnotations::maxNicknameLength),
        annotation.note.trimmed().left(ContactAnnotations::maxNoteLength), annotation.isFavourite};
}

ContactAnnotation annotationFromJson(const QJsonObject &json)
{
    return limited({json.value(QLatin1String("nickname")).toString(),
        json.value(QLatin1String("note")).toString(), json.value(QLatin1String("favourite")).toBool()});
}

} // namespace

ContactAnnotations::ContactAnnotations(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    connect(&m_file, &Settings::writeFailed, this, &ContactAnnotations::writeFailed);
    load();
}

QString ContactAnnotations::nicknameOf(const Address &address) const
{
    return cleanedSingleLine(of(address).nickname);
}

void ContactAnnotations::set(const Address &address, const ContactAnnotation &annotation)
{
    const ContactAnnotation kept = limited(annotation);
    if (of(address) == kept)
        return;
    QJsonObject people = m_file.json(peopleKey).toObject();
    if (kept.isEmpty()) {
        m_annotations.remove(address);
        people.remove(address.key());
    } else {
        m_annotations.insert(address, kept);
        people.insert(address.key(), toJson(kept));
    }
    m_file.setJson(peopleKey, people);
    Q_EMIT changed(address);
}

void ContactAnnotations::setNickname(const Address &address, const QString &nickname)
{
    ContactAnnotation annotation = of(address);
    annotation.nickname = nickname;
    set(address, annotation);
}

void ContactAnnotations::setNote(const Address &address, const QString &note)
{
    ContactAnnotation annotation = of(address);
    annotation.note = note;
    set(address, annotation);
}

void ContactAnnotations::setFavourite(const Address &address, bool favourite)
{
    ContactAnnotation annotation = of(address);
    annotation.isFavourite = favourite;
    set(address, annotation);
}

void ContactAnnotations::load()
{
    const QJsonObject people = m_file.json(peopleKey).toObject();
    for (auto entry = people.begin(); entry != people.end(); ++entry) {
        const ContactAnnotation annotation = annotationFromJson(entry.value().toObject());
        if (!annotation.isEmpty())
            m_annotations.insert(Address(entry.key()), annotation);
    }
}

} // namespace Msn
