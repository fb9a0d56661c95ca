#include "ui/emoticons/emoticonset.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Ui {
namespace {

Emoticon parseEmoticon(const QJsonObject &object, const QString &folder)
{
    Emoticon emoticon;
    emoticon.name = object.value(u"name").toString();
    emoticon.path = folder + u'/' + object.value(u"file").toString();
    emoticon.title = object.value(u"title").toString();
    emoticon.category = object.value(u"category").toString();
    const QJsonArray codes = object.value(u"codes").toArray();
    for (const auto &code : codes) {
        if (const QString text = code.toString(); !text.isEmpty())
            emoticon.codes.append(text);
    }
    return emoticon;
}

bool isComplete(const Emoticon &emoticon)
{
    return !emoticon.name.isEmpty() && !emoticon.codes.isEmpty() && QFile::exists(emoticon.path);
}

} // namespace

EmoticonSet EmoticonSet::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString folder = QFileInfo(path).path();
    QList<Emoticon> emoticons;
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &entry : entries) {
        if (const Emoticon emoticon = parseEmoticon(entry.toObject(), folder); isComplete(emoticon))
            emoticons.append(emoticon);
    }
    return EmoticonSet(emoticons);
}

EmoticonSet::EmoticonSet(QList<Emoticon> emoticons)
    : m_emoticons(std::move(emoticons))
{
    for (qsizetype i = 0; i < m_emoticons.size(); ++i) {
        m_byName.insert(m_emoticons.at(i).name, i);
        for (const QString &code : m_emoticons.at(i).codes)
            m_codes[code.front().toLower()].append({code, i});
    }
    for (QList<Code> &codes : m_codes)
        std::stable_sort(codes.begin(), codes.end(),
            [](const Code &a, const Code &b) { return a.text.size() > b.text.size(); });
}

const Emoticon *EmoticonSet::find(const QString &name) const
{
    const qsizetype index = m_byName.value(name, -1);
    return index < 0 ? nullptr : &m_emoticons.at(index);
}

EmoticonSet::Match EmoticonSet::matchAt(QStringView text, qsizetype position) const
{
    const auto codes = m_codes.constFind(text.at(position).toLower());
    if (codes == m_codes.constEnd())
        return {};
    const QStringView rest = text.mid(position);
    for (const Code &code : *codes) {
        if (rest.startsWith(code.text, Qt::CaseInsensitive))
            return {&m_emoticons.at(code.emoticon), code.text.size()};
    }
    return {};
}

} // namespace Ui
