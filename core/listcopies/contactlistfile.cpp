#include "core/listcopies/contactlistfile.h"

#include "core/history/import/markup.h"
#include "core/history/import/recordreader.h"

#include <QIODevice>
#include <QSet>
#include <QXmlStreamWriter>

namespace Msn {

namespace {

class ContactCollector
{
public:
    void addRecord(const LogRecord &record)
    {
        using State = LogRecord::State;
        if (record.state == State::Stray)
            return report(ImportProblem::Reason::Unexpected, record);
        if (record.state != State::Whole)
            return report(ImportProblem::Reason::Incomplete, record);
        ListedPerson person;
        person.address = Address(textOfMarkup(record.markup).left(256));
        if (!person.address.isValid())
            return report(ImportProblem::Reason::Unexpected, record);
        if (m_seen.contains(person.address))
            return;
        if (m_seen.size() >= ListedContacts::maxPeople)
            return report(ImportProblem::Reason::TooLong, record);
        m_seen.insert(person.address);
        reading.contacts.people.append(person);
    }

    bool isFull() const { return reading.problems.size() > maxProblems; }

    ContactListReading reading;

private:
    static constexpr qsizetype maxProblems = 100;

    void report(ImportProblem::Reason reason, const LogRecord &record)
    {
        reading.problems.append(makeProblem(reason, record.line, record.markup, record.column));
    }

    QSet<Address> m_seen;
};

} // namespace

ContactListReading readContactListFile(QIODevice &device)
{
    RecordReader records(device, {"contact"}, {"messenger"});
    ContactCollector collector;
    bool isContactList = false;
    while (!collector.isFull()) {
        const auto record = records.next();
        if (!record)
            break;
        if (record->state == LogRecord::State::Mark)
            isContactList = true;
        else
            collector.addRecord(*record);
    }
    if (!isContactList && collector.reading.contacts.people.isEmpty())
        collector.reading.problems = {makeProblem(ImportProblem::Reason::UnknownFormat, 0)};
    if (!records.error().isEmpty()) {
        collector.reading.problems.append(makeProblem(ImportProblem::Reason::CannotRead, 0, records.error()));
    }
    return collector.reading;
}

bool writeContactListFile(QIODevice &device, const ListedContacts &contacts)
{
    QXmlStreamWriter xml(&device);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("messenger"));
    xml.writeStartElement(QStringLiteral("service"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral(".NET Messenger Service"));
    xml.writeStartElement(QStringLiteral("contactlist"));
    for (const ListedPerson &person : contacts.people)
        xml.writeTextElement(QStringLiteral("contact"), person.address.toString());
    xml.writeEndDocument();
    return !xml.hasError();
}

ContactListReading readAnyContactList(QIODevice &device)
{
    const QString beginning = decodeBeginning(device.peek(256)).trimmed();
    return beginning.startsWith(u'{') ? readContactListJson(device) : readContactListFile(device);
}

} // namespace Msn
