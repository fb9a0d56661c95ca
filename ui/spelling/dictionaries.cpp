#include "ui/spelling/dictionaries.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace Ui {
namespace {

/// Hyphenation patterns and thesauri lie in the same folders under longer names.
bool isLanguage(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,2}$"));
    return pattern.match(name).hasMatch();
}

} // namespace

QStringList Dictionaries::usualFolders()
{
    QStringList folders;
    const QStringList roots = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString &root : roots) {
        for (const QString &name :
            {QStringLiteral("hunspell"), QStringLiteral("myspell"), QStringLiteral("myspell/dicts")})
            folders.append(root + u'/' + name);
    }
    for (const QString &root : {QStringLiteral("/usr/share"), QStringLiteral("/usr/local/share")}) {
        folders.append(root + QStringLiteral("/hunspell"));
        folders.append(root + QStringLiteral("/myspell"));
    }
    folders.removeDuplicates();
    return folders;
}

Dictionaries::Dictionaries(const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QFileInfoList files
            = QDir(folder).entryInfoList({QStringLiteral("*.dic")}, QDir::Files | QDir::Readable);
        for (const QFileInfo &file : files) {
            const QString language = file.completeBaseName();
            const QString path = file.path() + u'/' + language;
            if (isLanguage(language) && !m_all.contains(language)
                && QFile::exists(path + QStringLiteral(".aff")))
                m_all.insert(language, {language, path});
        }
    }
}

QString Dictionaries::closest(const QString &language) const
{
    QString wanted = language;
    wanted.replace(u'-', u'_');
    if (m_all.contains(wanted))
        return wanted;
    const QString base = wanted.section(u'_', 0, 0);
    if (m_all.contains(base))
        return base;
    for (const Dictionary &dictionary : m_all) {
        if (dictionary.language.section(u'_', 0, 0).section(u'-', 0, 0) == base && !base.isEmpty())
            return dictionary.language;
    }
    return {};
}

} // namespace Ui
