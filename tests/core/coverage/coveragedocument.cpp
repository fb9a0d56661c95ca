#include "tests/core/coverage/coveragedocument.h"

#include <QSet>

#include <algorithm>

namespace {

const QString nothing = QStringLiteral("\u2013");
const QString tick = QStringLiteral("\u2713 ");

QString lineOf(const QStringList &columns)
{
    return QStringLiteral("| ") + columns.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString keyOf(const QString &title, const QStringList &labels, qsizetype column)
{
    return title + u'|' + labels.join(u'|') + u'|' + QString::number(column);
}

QString escaped(QString text)
{
    return text.replace(u'|', QStringLiteral("\\|"));
}

QStringList columnsOf(const QString &line)
{
    QString text = line;
    text.replace(QStringLiteral("\\|"), QStringLiteral("\x01"));
    QStringList columns = text.split(u'|').sliced(1);
    columns.removeLast();
    for (QString &column : columns)
        column = column.trimmed().replace(QStringLiteral("\x01"), QStringLiteral("|"));
    return columns;
}

/// `program: function` of `program: function(row)`.
QString functionOf(const QString &test)
{
    return test.section(u'(', 0, 0);
}

/// Labels never begin as cells do.
qsizetype firstCellOf(const QStringList &columns)
{
    qsizetype index = 0;
    while (index < columns.size() && !columns[index].startsWith(nothing) && !columns[index].startsWith(tick))
        ++index;
    return index;
}

} // namespace

CoverageDocument::CoverageDocument(const EvidencePool &pool, const QString &committed)
    : m_pool(pool)
{
    readCommitted(committed);
}

void CoverageDocument::readCommitted(const QString &committed)
{
    QString title;
    const QStringList lines = committed.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("## ")))
            title = line.sliced(3);
        if (!line.startsWith(u'|'))
            continue;
        const QStringList columns = columnsOf(line);
        const qsizetype labels = firstCellOf(columns);
        for (qsizetype i = labels; i < columns.size(); ++i) {
            if (columns[i].startsWith(tick))
                m_earlier.insert(
                    keyOf(title, columns.first(labels), i - labels), columns[i].sliced(tick.size()));
        }
    }
}

void CoverageDocument::add(const CoverageTable &table)
{
    m_text += QStringLiteral("## ") + table.title + QStringLiteral("\n\n");
    if (!table.introduction.isEmpty())
        addParagraph(table.introduction);
    const QStringList heads = table.labelHeads + table.cellHeads;
    m_text += lineOf(heads) + lineOf(QStringList(heads.size(), QStringLiteral("---")));
    for (const CoverageRow &row : table.rows) {
        countFunctions(row);
        QStringList columns = row.labels;
        for (const auto &cell : row.cells) {
            const QString key = keyOf(table.title, row.labels, columns.size() - row.labels.size());
            columns.append(cell ? escaped(cellText(key, *cell)) : nothing);
        }
        m_text += lineOf(columns);
    }
    m_text += u'\n';
}

void CoverageDocument::countFunctions(const CoverageRow &row)
{
    m_cellsOfFunction.clear();
    for (const auto &cell : row.cells) {
        QSet<QString> functions;
        const QStringList tests = cell ? m_pool.testsFor(cell->ours, cell->pattern) : QStringList();
        for (const QString &test : tests)
            functions.insert(functionOf(test));
        for (const QString &function : functions)
            ++m_cellsOfFunction[function];
    }
}

QString CoverageDocument::bestOf(const QStringList &tests) const
{
    return *std::max_element(tests.cbegin(), tests.cend(), [this](const QString &a, const QString &b) {
        return m_cellsOfFunction.value(functionOf(a)) < m_cellsOfFunction.value(functionOf(b));
    });
}

QString CoverageDocument::cellText(const QString &key, const CoverageCell &cell)
{
    const QStringList tests = m_pool.testsFor(cell.ours, cell.pattern);
    const QString whose
        = cell.ours == Test::Ours::Client ? QStringLiteral("client, \"") : QStringLiteral("service, \"");
    const QString name = whose + QString::fromUtf8(cell.pattern) + u'"';
    if (!cell.absence.isEmpty()) {
        if (!tests.isEmpty())
            m_contradictions.append(name + QStringLiteral(" is shown by ") + tests.constFirst());
        return nothing + u' ' + cell.absence;
    }
    if (tests.isEmpty()) {
        m_gaps.append(name);
        return QStringLiteral("no test");
    }
    const QString earlier = m_earlier.value(key);
    return tick + (tests.contains(earlier) ? earlier : bestOf(tests));
}
