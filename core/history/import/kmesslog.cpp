#include "core/history/import/kmesslog.h"

#include "core/history/import/logclock.h"
#include "core/history/import/logname.h"
#include "core/history/import/logrecords.h"
#include "core/history/import/markup.h"
#include "core/history/import/speakers.h"

#include <QXmlStreamReader>

#include <array>
#include <optional>

namespace Msn {

namespace {

constexpr std::array timeAttributes{
    QLatin1String("timestamp"), QLatin1String("datetime"), QLatin1String("time"), QLatin1String("date")};

/// Seconds since 1970 or an ISO date.
QDateTime momentOf(const QString &value, const QTimeZone &zone)
{
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber && seconds > 0 && seconds < 10'000'000'000)
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    QDateTime moment = QDateTime::fromString(value, Qt::ISODate);
    if (moment.isValid() && moment.timeSpec() == Qt::LocalTime)
        moment = QDateTime(moment.date(), moment.time(), zone);
    return moment.toUTC();
}

struct KmessMessage
{
    QString type;
    QDateTime time;
    std::optional<QTime> clock;
    Address from;
    QString name;
    QString text;
    QString style;
};

class KmessParser
{
public:
    KmessParser(const LogRecord &record, const QTimeZone &zone)
        : m_xml(legalXml(record.markup))
        , m_zone(zone)
    {
    }

    std::optional<KmessMessage> parse()
    {
        constexpr int maxDepth = 16;
        int depth = 0;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement)
                startElement(++depth);
            else if (token == QXmlStreamReader::EndElement)
                endElement(--depth);
            else if (token == QXmlStreamReader::Characters && m_text)
                *m_text += m_xml.text();
            if (depth > maxDepth)
                m_xml.raiseError({});
        }
        return m_xml.hasError() ? std::nullopt : std::optional(m_message);
    }

    qint64 line() const { return m_xml.lineNumber() - 1; }

private:
    void startElement(int depth)
    {
        const QString name = m_xml.name().toString().toLower();
        const auto attributes = m_xml.attributes();
        if (depth == 1)
            readHead(attributes);
        else if (name == u"date" || name == u"time")
            readTime(attributes);
        else if (name == u"from")
            readFrom(attributes);
        else if (name == u"friendlyname" || name == u"displayname")
            m_text = &m_message.name;
        else if (name == u"body")
            readBody(attributes);
        else if (name == u"br" && m_text)
            *m_text += u'\n';
    }

    void endElement(int depth)
    {
        // Bold words and links are elements of the body.
        if (depth <= m_textDepth)
            m_text = nullptr;
    }

    void readHead(const QXmlStreamAttributes &attributes)
    {
        m_message.type = attributes.value(QLatin1String("type")).toString().toLower();
        readTime(attributes);
    }

    /// In the message itself or in an element of its own.
    void readTime(const QXmlStreamAttributes &attributes)
    {
        for (const QLatin1String name : timeAttributes) {
            const QString value = attributes.value(name).toString();
            if (!m_message.time.isValid())
                m_message.time = momentOf(value, m_zone);
            if (!m_message.clock)
                m_message.clock = parseClock(value);
        }
    }

    void readFrom(const QXmlStreamAttributes &attributes)
    {
        m_message.from = Address(attributes.value(QLatin1String("contactId")).toString().left(256));
        m_message.name = attributes.value(QLatin1String("friendlyName")).toString().left(1024);
        m_textDepth = 2;
    }

    void readBody(const QXmlStreamAttributes &attributes)
    {
        m_textDepth = 1;
        m_text = &m_message.text;
        m_message.style = QStringLiteral("font-family:%1;color:%2;font-weight:%3;font-style:%4")
                              .arg(attributes.value(QLatin1String("fontFamily")),
                                  attributes.value(QLatin1String("color")),
                                  isSet(attributes, QLatin1String("fontBold")) ? u"bold" : u"normal",
                                  isSet(attributes, QLatin1String("fontItalic")) ? u"italic" : u"normal");
    }

    static bool isSet(const QXmlStreamAttributes &attributes, QLatin1String name)
    {
        return attributes.value(name) == u"1";
    }

    QXmlStreamReader m_xml;
    QTimeZone m_zone;
    KmessMessage m_message;
    QString *m_text = nullptr;
    int m_textDepth = 1;
};

class KmessReader
{
public:
    KmessReader(QIODevice &device, const LogContext &context, LogSink &sink)
        : m_records(device, sink, {"message"}, {"conversation"})
        , m_context(context)
        , m_speakers(context)
        , m_sink(sink)
    {
        m_speakers.setPeer(peerOfLogPath(context.path, context.account, context.known));
    }

    void read()
    {
        while (const auto record = m_records.next())
            record->state == LogRecord::State::Mark ? beginConversation(*record) : handleMessage(*record);
        m_records.finish();
        m_speakers.reportGuesses(m_sink);
    }

private:
    void beginConversation(const LogRecord &record)
    {
        m_start = {};
        for (const QLatin1String name : timeAttributes) {
            if (!m_start.isValid())
                m_start = momentOf(attributeOf(record.markup, QString(name)), m_context.zone);
        }
        m_clock.reset();
        const QDateTime local = m_start.toTimeZone(m_context.zone);
        if (m_start.isValid())
            m_clock.emplace(local.date(), local.time(), m_context.zone);
    }

    void handleMessage(const LogRecord &record)
    {
        KmessParser parser(record, m_context.zone);
        auto message = parser.parse();
        if (!message) {
            return m_sink.report(
                makeProblem(ImportProblem::Reason::BadMarkup, record.line + parser.line(), record.markup));
        }
        // Offline messages and those of the chat have text and a sender; notices have no sender.
        if (message->from.isEmpty() && message->name.isEmpty())
            return;
        const QDateTime time = timeOf(*message);
        if (!time.isValid())
            return m_records.report(ImportProblem::Reason::BadTime, record);
        addMessage(*message, time);
    }

    QDateTime timeOf(const KmessMessage &message)
    {
        if (message.time.isValid())
            return message.time;
        return message.clock && m_clock ? m_clock->at(*message.clock) : m_start;
    }

    void addMessage(const KmessMessage &message, const QDateTime &time)
    {
        const bool isOurs = message.type.startsWith(u"outgoing") || message.from == m_speakers.account();
        if (!isOurs && message.from.isValid())
            m_speakers.setPeer(message.from);
        if (m_speakers.peer().isEmpty())
            return m_records.giveUp(ImportProblem::Reason::UnknownPerson);
        if (message.from.isValid())
            m_speakers.learn(message.name, message.from);
        HistoryEntry entry;
        entry.time = time;
        entry.text = importedText(message.text.trimmed());
        entry.format = formatOfStyle(message.style);
        const QString name = message.name.isEmpty() ? message.from.toString() : message.name;
        if (isOurs || message.from.isValid())
            m_speakers.attribute(entry, name, isOurs);
        else
            m_speakers.attribute(entry, name);
        m_sink.add(entry);
    }

    LogRecords m_records;
    const LogContext &m_context;
    Speakers m_speakers;
    LogSink &m_sink;
    QDateTime m_start;
    std::optional<LogClock> m_clock;
};

} // namespace

void readKmessLog(QIODevice &device, const LogContext &context, LogSink &sink)
{
    KmessReader(device, context, sink).read();
}

bool isKmessLog(const QString &beginning)
{
    return beginning.contains(u"<messageRoot")
        || (beginning.contains(u"contactId=") && beginning.contains(u"<conversation"));
}

} // namespace Msn
