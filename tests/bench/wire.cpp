// Reading a contact list off the wire, beside merely finding its line ends.
#include "tests/bench/measure.h"
#include "tests/bench/suites.h"

#include "core/protocol/contactlist.h"
#include "core/protocol/verb.h"

namespace Bench {

using namespace Msn;

namespace {

constexpr int contacts = 1000;

QByteArray contactLines()
{
    const Dialect &dialect = dialectOf(ProtocolVersion::Msnp10);
    QByteArray bytes;
    for (int i = 0; i < contacts; ++i) {
        ContactEntry entry;
        entry.address = Address(QStringLiteral("person%1@example.com").arg(i));
        entry.friendlyName = FriendlyName(QStringLiteral("Person %1 \u4F60\u597D").arg(i));
        entry.id = ContactId("22222222-2222-4222-8222-" + QByteArray::number(i).rightJustified(12, '0'));
        entry.lists = List::Forward | List::Allow | List::Reverse;
        entry.groups = {GroupId("11111111-1111-4111-8111-111111111111")};
        bytes += encode(encodeContactEntry(entry, dialect));
    }
    return bytes;
}

qsizetype readAll(const QByteArray &bytes)
{
    CommandReader reader(framingFromServer);
    reader.feed(bytes);
    qsizetype count = 0;
    for (auto command = reader.next(); command && *command; command = reader.next())
        count += parseContactEntry(**command, dialectOf(ProtocolVersion::Msnp10)).has_value() ? 1 : 0;
    return count;
}

} // namespace

void measureWire(BenchReport &report)
{
    const QByteArray bytes = contactLines();
    volatile qsizetype sink = 0;
    const double reading = nanosecondsPerCall(20, [&] { sink = readAll(bytes); }) / contacts;
    const double copying = nanosecondsPerCall(20, [&] { sink = bytes.split('\n').size(); }) / contacts;
    report.add({QStringLiteral("one LST line read and parsed"), reading, QStringLiteral("ns"),
        QStringLiteral("QByteArray::split on LF"), copying});
}

} // namespace Bench
