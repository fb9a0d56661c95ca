#pragma once

#include "tests/core/coverage/coveragetable.h"
#include "tests/core/coverage/evidencepool.h"

#include <QHash>

/// docs/protocol-coverage.md: the tables with, for each cell, the test that shows it. A cell keeps
/// the test it names as long as that test shows it, so that the document changes only when it must.
class CoverageDocument
{
public:
    CoverageDocument(const EvidencePool &pool, const QString &committed);

    void add(const CoverageTable &table);
    void addParagraph(const QString &text) { m_text += text + QStringLiteral("\n\n"); }

    const QString &text() const { return m_text; }
    /// Cells that no test shows.
    const QStringList &gaps() const { return m_gaps; }
    /// Cells said to be absent that a test shows.
    const QStringList &contradictions() const { return m_contradictions; }

private:
    void countFunctions(const CoverageRow &row);
    /// Of \p tests, most telling first: one whose function shows as many cells of the row as possible.
    QString bestOf(const QStringList &tests) const;
    QString cellText(const QString &key, const CoverageCell &cell);
    void readCommitted(const QString &committed);

    const EvidencePool &m_pool;
    QHash<QString, QString> m_earlier; ///< key of the cell -> test
    QHash<QString, int> m_cellsOfFunction; ///< of the row at hand
    QString m_text;
    QStringList m_gaps;
    QStringList m_contradictions;
};
