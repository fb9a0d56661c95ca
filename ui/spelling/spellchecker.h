#pragma once

#include "ui/spelling/dictionaries.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThread>

namespace Ui {

class SpellWorker;

/// One language. Never blocks: a word that was not looked up yet counts as right until the answer is
/// there. The dictionary is read with the first word that is asked for, on another thread.
class SpellChecker : public QObject
{
    Q_OBJECT

public:
    explicit SpellChecker(const Dictionary &dictionary, QObject *parent = nullptr);
    ~SpellChecker() override;

    const QString &language() const { return m_dictionary.language; }
    bool isWrong(const QString &word);
    /// suggested() follows.
    void suggest(const QString &word);
    /// For this run of the program.
    void ignore(const QString &word);

Q_SIGNALS:
    /// Words that isWrong() was asked about have answers now.
    void changed();
    void suggested(const QString &word, const QStringList &suggestions);

private:
    void start();
    void askSoon();
    void take(const QHash<QString, bool> &answers);

    const Dictionary m_dictionary;
    QThread m_thread;
    SpellWorker *m_worker = nullptr;
    QHash<QString, bool> m_known;
    QSet<QString> m_asked;
    QSet<QString> m_ignored;
    QStringList m_waiting;
};

} // namespace Ui
