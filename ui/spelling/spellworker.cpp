#include "ui/spelling/spellworker.h"

#include <QFile>

#include <hunspell.hxx>

namespace Ui {
namespace {

constexpr size_t mostSuggestions = 6;

} // namespace

SpellWorker::SpellWorker(const Dictionary &dictionary)
    : m_dictionary(dictionary)
{
}

SpellWorker::~SpellWorker() = default;

void SpellWorker::load()
{
    if (m_hunspell)
        return;
    const QByteArray affixes = QFile::encodeName(m_dictionary.path + QStringLiteral(".aff"));
    const QByteArray words = QFile::encodeName(m_dictionary.path + QStringLiteral(".dic"));
    m_hunspell = std::make_unique<Hunspell>(affixes.constData(), words.constData());
    const std::string &encoding = m_hunspell->get_dict_encoding();
    m_isUtf8 = encoding == "UTF-8" || encoding == "utf-8";
    m_isLatin1 = encoding == "ISO8859-1" || encoding == "ISO-8859-1";
}

std::string SpellWorker::encoded(const QString &word) const
{
    return m_isLatin1 ? word.toLatin1().toStdString() : word.toStdString();
}

bool SpellWorker::isRight(const QString &word) const
{
    // Letters that the dictionary cannot write are none of its business, and so are the few
    // dictionaries in encodings that Qt has no codec for.
    if (!m_isUtf8 && (!m_isLatin1 || QString::fromLatin1(word.toLatin1()) != word))
        return true;
    return m_hunspell->spell(encoded(word));
}

void SpellWorker::check(const QStringList &words)
{
    load();
    QHash<QString, bool> answers;
    for (const QString &word : words)
        answers.insert(word, isRight(word));
    Q_EMIT checked(answers);
}

void SpellWorker::suggest(const QString &word)
{
    load();
    QStringList suggestions;
    if (m_isUtf8 || m_isLatin1) {
        std::vector<std::string> found = m_hunspell->suggest(encoded(word));
        found.resize(qMin(found.size(), mostSuggestions));
        for (const std::string &one : found)
            suggestions.append(m_isLatin1 ? QString::fromLatin1(one.data(), qsizetype(one.size()))
                                          : QString::fromStdString(one));
    }
    Q_EMIT suggested(word, suggestions);
}

} // namespace Ui
