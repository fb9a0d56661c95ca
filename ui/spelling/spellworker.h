#pragma once

#include "ui/spelling/dictionaries.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>

class Hunspell;

namespace Ui {

/// Looks words up on a thread of its own: reading a dictionary takes long, suggestions longer.
class SpellWorker : public QObject
{
    Q_OBJECT

public:
    /// Reads nothing before the first question.
    explicit SpellWorker(const Dictionary &dictionary);
    ~SpellWorker() override;

    void check(const QStringList &words);
    void suggest(const QString &word);

Q_SIGNALS:
    /// Whether each of them is right.
    void checked(const QHash<QString, bool> &words);
    void suggested(const QString &word, const QStringList &suggestions);

private:
    bool isRight(const QString &word) const;
    void load();
    std::string encoded(const QString &word) const;

    const Dictionary m_dictionary;
    std::unique_ptr<Hunspell> m_hunspell;
    bool m_isUtf8 = true;
    bool m_isLatin1 = false;
};

} // namespace Ui
