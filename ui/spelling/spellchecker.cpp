#include "ui/spelling/spellchecker.h"

#include "ui/spelling/spellworker.h"

namespace Ui {
namespace {

constexpr qsizetype mostRemembered = 20'000;

} // namespace

SpellChecker::SpellChecker(const Dictionary &dictionary, QObject *parent)
    : QObject(parent)
    , m_dictionary(dictionary)
{
}

SpellChecker::~SpellChecker()
{
    m_thread.quit();
    m_thread.wait();
}

void SpellChecker::start()
{
    if (m_worker)
        return;
    m_worker = new SpellWorker(m_dictionary);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SpellWorker::checked, this, &SpellChecker::take);
    connect(m_worker, &SpellWorker::suggested, this, &SpellChecker::suggested);
    m_thread.start(QThread::LowPriority);
}

bool SpellChecker::isWrong(const QString &word)
{
    if (m_ignored.contains(word))
        return false;
    const auto known = m_known.constFind(word);
    if (known != m_known.constEnd())
        return !*known;
    if (!m_asked.contains(word)) {
        m_asked.insert(word);
        if (m_waiting.isEmpty())
            QMetaObject::invokeMethod(this, &SpellChecker::askSoon, Qt::QueuedConnection);
        m_waiting.append(word);
    }
    return false;
}

void SpellChecker::askSoon()
{
    start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, words = std::exchange(m_waiting, {})] { worker->check(words); },
        Qt::QueuedConnection);
}

void SpellChecker::take(const QHash<QString, bool> &answers)
{
    if (m_known.size() > mostRemembered)
        m_known.clear();
    m_known.insert(answers);
    for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        m_asked.remove(answer.key());
    Q_EMIT changed();
}

void SpellChecker::suggest(const QString &word)
{
    start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, word] { worker->suggest(word); }, Qt::QueuedConnection);
}

void SpellChecker::ignore(const QString &word)
{
    m_ignored.insert(word);
    Q_EMIT changed();
}

} // namespace Ui
