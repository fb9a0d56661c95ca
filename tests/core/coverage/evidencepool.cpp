#include "tests/core/coverage/evidencepool.h"

#include <QFile>

#include <algorithm>

namespace {

constexpr qsizetype verbToken = 3;

QByteArray keyOf(Test::Ours ours, const QByteArray &verb)
{
    return (ours == Test::Ours::Client ? "client " : "service ") + verb;
}

bool matches(const QByteArrayList &tokens, const QByteArrayList &pattern)
{
    const bool openEnd = pattern.constLast() == "..";
    const qsizetype fixed = pattern.size() - (openEnd ? 1 : 0);
    if (openEnd ? tokens.size() < fixed : tokens.size() != fixed)
        return false;
    return std::equal(pattern.cbegin(), pattern.cbegin() + fixed, tokens.cbegin(),
        [](const QByteArray &wanted, const QByteArray &token) { return wanted == "?" || wanted == token; });
}

} // namespace

EvidencePool::EvidencePool(const QString &folder, const QStringList &programs)
{
    for (const QString &program : programs) {
        QFile file(folder + u'/' + program + QStringLiteral(".txt"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines)
            read(program, line);
    }
}

void EvidencePool::read(const QString &program, const QByteArray &line)
{
    const QByteArrayList columns = line.split('\t');
    if (columns.size() != 3)
        return;
    const QString test = program + QStringLiteral(": ") + QString::fromUtf8(columns[2]);
    const Test::Ours ours = columns[0] == "client" ? Test::Ours::Client : Test::Ours::Service;
    const QByteArrayList tokens = columns[1].split(' ');
    Fact &fact = m_facts[keyOf(ours, tokens.value(verbToken))][columns[1]];
    fact.tokens = tokens;
    fact.tests.insert(test);
    ++m_factsOfTest[test];
}

QStringList EvidencePool::testsFor(Test::Ours ours, const QByteArray &pattern) const
{
    const QByteArrayList tokens = pattern.split(' ');
    const auto facts = m_facts.value(keyOf(ours, tokens.value(verbToken)));
    QSet<QString> found;
    for (const Fact &fact : facts) {
        if (matches(fact.tokens, tokens))
            found.unite(fact.tests);
    }
    QStringList tests = found.values();
    std::sort(tests.begin(), tests.end(), [this](const QString &a, const QString &b) {
        return std::pair(m_factsOfTest.value(a), a) < std::pair(m_factsOfTest.value(b), b);
    });
    return tests;
}
