#include "ui/spelling/spellcheckers.h"

#include "ui/spelling/spellchecker.h"

#include <QLocale>

namespace Ui {

namespace {

/// A system without a language of its own, "C", speaks English.
QString systemLanguage()
{
    const QLocale locale = QLocale::system();
    return locale.language() == QLocale::C ? QStringLiteral("en") : locale.name();
}

} // namespace

SpellCheckers::SpellCheckers(const QStringList &folders)
    : m_folders(folders)
{
}

SpellCheckers::~SpellCheckers() = default;

const Dictionaries &SpellCheckers::dictionaries()
{
    if (!m_dictionaries)
        m_dictionaries.emplace(m_folders.isEmpty() ? Dictionaries::usualFolders() : m_folders);
    return *m_dictionaries;
}

QStringList SpellCheckers::languages()
{
    return dictionaries().all().keys();
}

SpellChecker *SpellCheckers::checker(const QString &language)
{
    const QString name = dictionaries().closest(language.isEmpty() ? systemLanguage() : language);
    if (name.isEmpty())
        return nullptr;
    std::unique_ptr<SpellChecker> &checker = m_checkers[name];
    if (!checker)
        checker = std::make_unique<SpellChecker>(dictionaries().all().value(name));
    return checker.get();
}

QString SpellCheckers::shownName(const QString &language)
{
    const QLocale locale(language);
    if (locale.language() == QLocale::C)
        return language;
    const QString name = locale.nativeLanguageName().isEmpty() ? QLocale::languageToString(locale.language())
                                                               : locale.nativeLanguageName();
    return language.contains(u'_') ? QStringLiteral("%1 (%2)").arg(name, locale.nativeTerritoryName()) : name;
}

} // namespace Ui
