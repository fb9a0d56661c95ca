#include "core/history/historyquery.h"

#include "core/history/historyrow.h"

#include <QRegularExpression>
#include <QSqlError>
#include <QVariant>

#include <limits>

namespace Msn {

namespace {

/// What the index of words has as a term.
constexpr qsizetype charactersOfATerm = 3;
constexpr qsizetype longestQuery = 500;
constexpr qsizetype mostWords = 20;
/// Lines that one page looks through for short words.
constexpr int linesLookedThrough = 40'000;
constexpr HistoryEntry::Id beyondAll = std::numeric_limits<HistoryEntry::Id>::max();

/// The words of a query, as the two ways of finding them want them.
struct Words
{
    QString match; ///< for the index; empty: there is none of three characters
    QStringList shortOnes;
};

/// Without what ends a string for SQLite, and without halves of characters.
QString searchable(const QString &text)
{
    return HistoryRow::bound(text.left(longestQuery)).remove(QChar(u'\0'));
}

Words wordsOf(const QString &text)
{
    Words words;
    QStringList terms;
    QStringList all = searchable(text).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    all.removeDuplicates();
    all = all.mid(0, mostWords);
    for (const QString &word : std::as_const(all)) {
        if (word.toUcs4().size() >= charactersOfATerm)
            terms.append(u'"' + QString(word).replace(u'"', QStringLiteral("\"\"")) + u'"');
        else
            words.shortOnes.append(word);
    }
    words.match = terms.join(QStringLiteral(" AND "));
    return words;
}

QString containing(const QString &word)
{
    QString escaped = word;
    escaped.replace(u'\\', QStringLiteral("\\\\"));
    escaped.replace(u'%', QStringLiteral("\\%"));
    escaped.replace(u'_', QStringLiteral("\\_"));
    return u'%' + escaped + u'%';
}

/// LIKE knows the case of ASCII alone, so other letters are given in both.
QStringList patternsFor(const QString &word)
{
    QStringList patterns{containing(word), containing(word.toLower()), containing(word.toUpper())};
    patterns.append(containing(word.left(1).toUpper() + word.mid(1).toLower()));
    patterns.removeDuplicates();
    return patterns;
}

/// A SELECT that grows, and what is bound into it.
class Selection
{
public:
    Selection(const HistoryQuery &query, const Words &words)
        : m_words(words)
        , m_direction(query.oldestFirst ? QStringLiteral("ASC") : QStringLiteral("DESC"))
    {
        addFilters(query);
        addPeople(query.with);
        for (const QString &word : words.shortOnes)
            addShort(word);
    }

    QString statement(int count) const
    {
        const QString from = m_words.match.isEmpty()
            ? QStringLiteral("message m")
            : QStringLiteral("message_text CROSS JOIN message m ON m.id = message_text.rowid");
        return QStringLiteral("SELECT %1 FROM %2 JOIN thread t ON t.id = m.thread WHERE %3 "
                              "ORDER BY %4 %5 LIMIT %6")
            .arg(
                HistoryRow::columns(), from, m_conditions.join(QStringLiteral(" AND ")), order(), m_direction)
            .arg(count);
    }
    const QVariantList &values() const { return m_values; }

    /// Of the two that are the same: the one that the index can go through from behind.
    QString order() const
    {
        return m_words.match.isEmpty() ? QStringLiteral("m.id") : QStringLiteral("message_text.rowid");
    }
    void limit(HistoryEntry::Id from, HistoryEntry::Id before)
    {
        add(QStringLiteral("%1 >= ? AND %1 < ?").arg(order()), {from, before});
    }
    void match()
    {
        if (!m_words.match.isEmpty())
            add(QStringLiteral("message_text MATCH ?"), {m_words.match});
    }

private:
    void add(const QString &condition, const QVariantList &values)
    {
        m_conditions.append(condition);
        m_values += values;
    }

    void addFilters(const HistoryQuery &query)
    {
        if (query.from.isValid())
            add(QStringLiteral("m.time >= ?"), {query.from.toMSecsSinceEpoch()});
        if (query.until.isValid())
            add(QStringLiteral("m.time < ?"), {query.until.toMSecsSinceEpoch()});
        QStringList kinds;
        for (const HistoryEntry::Kind kind : query.kinds)
            kinds.append(QString::number(int(kind)));
        if (!kinds.isEmpty())
            add(QStringLiteral("m.kind IN (%1)").arg(kinds.join(u',')), {});
    }

    void addPeople(const QList<Address> &people)
    {
        if (people.isEmpty())
            return;
        QVariantList keys;
        for (const Address &person : people)
            keys.append(HistoryRow::bound(person.key()));
        const QString places = QStringList(people.size(), QStringLiteral("?")).join(u',');
        // The plus keeps the lines in the order of their ids: nothing has to be sorted.
        add(QStringLiteral("+m.thread IN (SELECT id FROM thread WHERE peer IN (%1))").arg(places), keys);
    }

    void addShort(const QString &word)
    {
        QStringList either;
        QVariantList patterns;
        const QStringList all = patternsFor(word);
        for (const QString &pattern : all) {
            either.append(QStringLiteral("m.text LIKE ? ESCAPE '\\'"));
            patterns.append(pattern);
        }
        add(u'(' + either.join(QStringLiteral(" OR ")) + u')', patterns);
    }

    const Words m_words;
    const QString m_direction;
    QStringList m_conditions;
    QVariantList m_values;
};

/// The first id of the newest lines before \p before that a page may look through; nothing: all older ones.
Expected<std::optional<HistoryEntry::Id>, Error> firstOfSlice(
    SqliteConnection &connection, HistoryEntry::Id before)
{
    const auto id = connection.value(
        QStringLiteral("SELECT id FROM message WHERE id < %1 ORDER BY id DESC LIMIT 1 OFFSET %2")
            .arg(before)
            .arg(linesLookedThrough - 1));
    if (!id)
        return Unexpected(id.error());
    return id->isNull() ? std::optional<HistoryEntry::Id>() : id->toLongLong();
}

Expected<HistoryHits, Error> readHits(
    SqliteConnection &connection, QSqlQuery &query, int count, const std::function<bool()> &isCancelled)
{
    HistoryHits hits;
    while (query.next()) {
        if (isCancelled && isCancelled())
            return Unexpected(makeError(ErrorCode::Cancelled));
        if (hits.entries.size() == count) {
            hits.next = hits.entries.constLast().id;
            return hits;
        }
        hits.entries.append(HistoryRow::read(query));
    }
    if (query.lastError().isValid())
        return Unexpected(connection.errorOf(query));
    return hits;
}

/// Ids below which there can be nothing, and from which on.
std::pair<HistoryEntry::Id, HistoryEntry::Id> boundsOf(const HistoryQuery &query)
{
    HistoryEntry::Id before = query.before.value_or(beyondAll);
    if (query.until.isValid())
        before = qMin(before, HistoryRow::lastIdBefore(query.until));
    const HistoryEntry::Id from = query.from.isValid() ? query.from.toMSecsSinceEpoch() : 0;
    return {query.after ? qMax(from, *query.after + 1) : from, before};
}

} // namespace

Expected<HistoryHits, Error> searchHistory(
    SqliteConnection &connection, const HistoryQuery &query, const std::function<bool()> &isCancelled)
{
    const Words words = wordsOf(query.text);
    auto [from, before] = boundsOf(query);
    std::optional<HistoryEntry::Id> slice;
    // The index finds the rare line by itself; whatever else is asked for has to be looked for.
    const bool isRare = !words.shortOnes.isEmpty() || !query.with.isEmpty() || !query.kinds.isEmpty();
    if (words.match.isEmpty() && isRare && !query.oldestFirst) {
        const auto first = firstOfSlice(connection, before);
        if (!first)
            return Unexpected(first.error());
        if (*first && **first > from)
            slice = from = **first;
    }
    Selection selection(query, words);
    selection.limit(from, before);
    selection.match();
    auto prepared = connection.prepare(selection.statement(query.count + 1));
    if (!prepared)
        return Unexpected(prepared.error());
    for (const QVariant &value : selection.values())
        prepared.value().addBindValue(value);
    if (const Outcome done = connection.execute(prepared.value()); !done)
        return Unexpected(done.error());
    auto hits = readHits(connection, prepared.value(), query.count, isCancelled);
    if (hits && !hits->next)
        hits.value().next = slice;
    return hits;
}

} // namespace Msn
