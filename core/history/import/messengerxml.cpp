#include "core/history/import/messengerxml.h"

#include "core/history/import/logname.h"
#include "core/history/import/logrecords.h"
#include "core/history/import/markup.h"
#include "core/history/import/speakers.h"

#include <QXmlStreamReader>

namespace Msn {

namespace {

struct User
{
    QString name;
    Address address;
};

/// One element of the log as it is written.
struct Event
{
    QByteArray element;
    QDateTime time;
    QString session;
    QList<User> from;
    QList<User> to;
    QString file;
    QString application;
    QString style;
    QString text;

    QStringList toNames() const
    {
        QStringList names;
        for (const User &user : to)
            names.append(user.name);
        return names;
    }
};

class EventParser
{
public:
    explicit EventParser(const LogRecord &record)
        : m_record(record)
        , m_xml(legalXml(record.markup))
    {
        m_event.element = record.name;
    }

    /// Nothing if the record is not well-formed; problem() tells why.
    std::optional<Event> parse()
    {
        constexpr int maxDepth = 8;
        int depth = 0;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement)
                startElement(++depth);
            else if (token == QXmlStreamReader::EndElement)
                --depth;
            else if (token == QXmlStreamReader::Characters)
                addText();
            if (depth > maxDepth)
                m_xml.raiseError({});
        }
        return m_xml.hasError() ? std::nullopt : std::optional(m_event);
    }

    ImportProblem problem() const
    {
        const qint64 lines = m_xml.lineNumber() - 1;
        const qint64 column = m_xml.columnNumber() + (lines == 0 ? m_record.column : 1);
        return makeProblem(ImportProblem::Reason::BadMarkup, m_record.line + lines, m_record.markup, column);
    }

private:
    void startElement(int depth)
    {
        const auto name = m_xml.name();
        const auto attributes = m_xml.attributes();
        m_text = nullptr;
        if (depth == 1) {
            m_event.time = QDateTime::fromString(
                attributes.value(QLatin1String("DateTime")).toString(), Qt::ISODateWithMs)
                               .toUTC();
            m_event.session = attributes.value(QLatin1String("SessionID")).toString().left(32);
        } else if (name == u"From" || name == u"To") {
            m_users = name == u"From" ? &m_event.from : &m_event.to;
        } else if (name == u"User") {
            addUser(attributes);
        } else if (name == u"Text") {
            m_event.style = attributes.value(QLatin1String("Style")).toString();
            m_text = &m_event.text;
        } else if (name == u"File") {
            m_text = &m_event.file;
        } else if (name == u"Application") {
            m_text = &m_event.application;
        }
    }

    void addUser(const QXmlStreamAttributes &attributes)
    {
        constexpr qsizetype maxUsers = 50;
        if (m_users->size() < maxUsers) {
            m_users->append({attributes.value(QLatin1String("FriendlyName")).toString().left(1024),
                Address(attributes.value(QLatin1String("LogonName")).toString().left(256))});
        }
    }

    void addText()
    {
        if (m_text)
            *m_text += m_xml.text();
    }

    const LogRecord &m_record;
    QXmlStreamReader m_xml;
    Event m_event;
    /// A User outside of From and To is who came or went.
    QList<User> *m_users = &m_event.from;
    QString *m_text = nullptr;
};

class MessengerXmlReader
{
public:
    MessengerXmlReader(QIODevice &device, const LogContext &context, LogSink &sink)
        : m_records(device, sink, {"message", "invitation", "invitationresponse", "join", "leave"})
        , m_speakers(context)
        , m_sink(sink)
    {
        m_speakers.setPeer(peerOfLogPath(context.path, context.account, context.known));
    }

    void read()
    {
        while (const auto record = m_records.next())
            handleRecord(*record);
        m_records.finish();
        m_speakers.reportGuesses(m_sink);
    }

private:
    void handleRecord(const LogRecord &record)
    {
        EventParser parser(record);
        const auto event = parser.parse();
        if (!event)
            return m_sink.report(parser.problem());
        if (!event->time.isValid())
            return m_records.report(ImportProblem::Reason::BadTime, record);
        handleEvent(*event);
    }

    void handleEvent(const Event &event)
    {
        learn(event);
        if (m_speakers.peer().isEmpty())
            return m_records.giveUp(ImportProblem::Reason::UnknownPerson);
        if (event.element == "invitationresponse")
            return;
        HistoryEntry entry;
        entry.time = event.time;
        entry.group = isAmongSeveral(event) ? event.session : QString();
        describe(entry, event);
        m_speakers.attribute(entry, event.from.isEmpty() ? QString() : event.from.constFirst().name);
        m_sink.add(entry);
    }

    void learn(const Event &event)
    {
        for (const QList<User> &users : {event.from, event.to}) {
            for (const User &user : users) {
                if (!user.address.isValid())
                    continue;
                m_speakers.learn(user.name, user.address);
                if (!(user.address == m_speakers.account()))
                    m_speakers.setPeer(user.address);
            }
        }
        if (!event.from.isEmpty() && !event.to.isEmpty())
            m_speakers.learnPair(event.from.constFirst().name, event.toNames());
    }

    /// From the moment somebody comes in, to the end of the session.
    bool isAmongSeveral(const Event &event)
    {
        if (event.to.size() > 1 || event.element == "join")
            m_groupSession = event.session;
        return !event.session.isEmpty() && event.session == m_groupSession;
    }

    static void describe(HistoryEntry &entry, const Event &event)
    {
        entry.text = importedText(event.text);
        if (event.element == "join" || event.element == "leave") {
            entry.kind = event.element == "join" ? HistoryEntry::Kind::Joined : HistoryEntry::Kind::Left;
            entry.text.clear();
        } else if (event.element == "message") {
            entry.format = formatOfStyle(event.style);
        } else if (!event.file.isEmpty()) {
            entry.kind = HistoryEntry::Kind::File;
            // A path of another computer means nothing here.
            entry.text = importedText(event.file.section(u'\\', -1).section(u'/', -1));
        } else {
            entry.kind = HistoryEntry::Kind::Unsupported;
            if (!event.application.isEmpty())
                entry.text = importedText(event.application);
        }
    }

    LogRecords m_records;
    Speakers m_speakers;
    LogSink &m_sink;
    QString m_groupSession;
};

} // namespace

void readMessengerXml(QIODevice &device, const LogContext &context, LogSink &sink)
{
    MessengerXmlReader(device, context, sink).read();
}

bool isMessengerXml(const QString &beginning)
{
    return beginning.contains(u"MessageLog.xsl") || beginning.contains(u"<Log FirstSessionID=")
        || (beginning.contains(u"<Message ") && beginning.contains(u" SessionID="));
}

} // namespace Msn
