// history_writer FILE FIRST: adds lines to the history in FILE without end, their texts the numbers from
// FIRST on, and prints "shown N" for each that the store has confirmed. tst_historykilled kills it.
#include "core/history/historystore.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <cstdio>

namespace {

using namespace Msn;

/// Keeps a few lines on their way, now one and now several, so that transactions differ in size.
class Writer : public QObject
{
public:
    Writer(const QString &file, int first)
        : m_store({file, 1000, 0})
        , m_next(first)
    {
        connect(&m_store, &HistoryStore::stored, this, &Writer::show);
        connect(&m_store, &HistoryStore::failed, this, [](const Error &error) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
            QCoreApplication::exit(1);
        });
        add();
    }

private:
    void add()
    {
        for (int count = m_next % 5 == 0 ? 20 : 1; count > 0; --count) {
            HistoryEntry entry;
            entry.with = Address(QStringLiteral("ana@example.com"));
            entry.time = QDateTime::currentDateTimeUtc();
            entry.sender = entry.with;
            entry.text = QString::number(m_next);
            m_numbers.insert(m_store.add(entry), m_next++);
        }
    }

    void show(HistoryStore::Token token)
    {
        std::printf("shown %d\n", m_numbers.take(token));
        std::fflush(stdout);
        if (m_numbers.isEmpty())
            add();
    }

    HistoryStore m_store;
    QHash<HistoryStore::Token, int> m_numbers;
    int m_next;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const Writer writer(arguments.at(1), arguments.at(2).toInt());
    return QCoreApplication::exec();
}
