#pragma once

#include "ui/spelling/dictionaries.h"

#include <memory>
#include <optional>
#include <unordered_map>

class QString;

namespace Ui {

class SpellChecker;

/// The languages of all conversations, each made when it is first wanted. Looks for dictionaries
/// when it is first asked, not before.
class SpellCheckers
{
public:
    /// Empty: the usual folders.
    explicit SpellCheckers(const QStringList &folders = {});
    ~SpellCheckers();
    SpellCheckers(const SpellCheckers &) = delete;
    SpellCheckers &operator=(const SpellCheckers &) = delete;

    QStringList languages();
    /// For \p language or the closest to it; empty: that of the system. Nullptr if there is none.
    SpellChecker *checker(const QString &language);

    /// "English (United Kingdom)"
    static QString shownName(const QString &language);

private:
    const Dictionaries &dictionaries();

    const QStringList m_folders;
    std::optional<Dictionaries> m_dictionaries;
    std::unordered_map<QString, std::unique_ptr<SpellChecker>> m_checkers;
};

} // namespace Ui
