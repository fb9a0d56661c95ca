#include "core/service/store/sqliteaccountstore.h"

#include "core/service/store/sqliterows.h"

namespace Msn {

using namespace SqliteRows;

QList<CircleRecord> SqliteAccountStore::circles() const
{
    auto circles = all<CircleRecord>(m_statements, "SELECT name, takes_everybody FROM circles ORDER BY name",
        {}, [](const QSqlQuery &row) {
            return CircleRecord{text(row, 0), row.value(1).toBool(), {}};
        });
    for (CircleRecord &circle : circles)
        circle.members = all<Address>(m_statements,
            "SELECT address FROM circle_members JOIN accounts ON key = member_key"
            " WHERE circle = ? ORDER BY key",
            {circle.name}, addressOf);
    return circles;
}

void SqliteAccountStore::saveCircle(const CircleRecord &circle)
{
    removeCircle(circle.name);
    write("INSERT INTO circles (name, takes_everybody) VALUES (?, ?)", {circle.name, circle.takesEverybody});
    for (const Address &member : circle.members)
        write("INSERT INTO circle_members (circle, member_key) SELECT ?, key FROM accounts WHERE key = ?",
            {circle.name, member.key()});
}

void SqliteAccountStore::removeCircle(const QString &name)
{
    write("DELETE FROM circles WHERE name = ?", {name});
}

} // namespace Msn
