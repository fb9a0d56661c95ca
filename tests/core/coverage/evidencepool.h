#pragma once

#include "tests/support/evidence.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

/// What the test programs of one ctest run have written down; see tests/support/evidence.h.
class EvidencePool
{
public:
    /// Reads `<folder>/<program>.txt` for each of \p programs; what another program left there does
    /// not count.
    EvidencePool(const QString &folder, const QStringList &programs);

    bool isEmpty() const { return m_facts.isEmpty(); }
    /// Tests, `program: function(row)`, that have shown a fact of \p ours (not Both) that matches
    /// \p pattern, most telling first: the one that has shown the fewest other things. Token by
    /// token; `?` matches any token, a final `..` any rest.
    QStringList testsFor(Test::Ours ours, const QByteArray &pattern) const;

private:
    void read(const QString &program, const QByteArray &line);

    struct Fact
    {
        QByteArrayList tokens;
        QSet<QString> tests;
    };
    /// By whose it is and its verb, then by its text.
    QHash<QByteArray, QHash<QByteArray, Fact>> m_facts;
    QHash<QString, int> m_factsOfTest;
};
