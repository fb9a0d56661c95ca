#include "tests/core/historyimport/logtest.h"

#include "core/history/import/logformats.h"
#include "tests/support/testdata.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

namespace Test {

namespace {

/// A device that gives little at a time and cannot go back, as a pipe.
class Trickle : public QIODevice
{
public:
    Trickle(const QByteArray &bytes, qsizetype chunk)
        : m_bytes(bytes)
        , m_chunk(chunk)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min({maxSize, qint64(m_chunk), m_bytes.size() - m_position});
        std::copy_n(m_bytes.constData() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_chunk;
    qint64 m_position = 0;
};

QString kindInWords(Msn::HistoryEntry::Kind kind)
{
    static const QStringList words{QStringLiteral("Text"), QStringLiteral("Nudge"), QStringLiteral("Joined"),
        QStringLiteral("Left"), QStringLiteral("Action"), QStringLiteral("File"),
        QStringLiteral("Unsupported")};
    return words.at(static_cast<int>(kind));
}

/// True if all but the last of \p part are the beginning of \p whole.
bool isBeginning(const QStringList &part, const QStringList &whole)
{
    const qsizetype sure = std::max<qsizetype>(part.size() - 1, 0);
    return sure <= whole.size() && part.first(sure) == whole.first(sure);
}

} // namespace

QByteArray logBytes(const QString &file)
{
    return readData(QStringLiteral("history/") + file);
}

ReadLog readerOf(const QByteArray &bytes)
{
    const QList<Msn::LogFormat> formats = Msn::textLogFormats();
    const auto size = std::min<qsizetype>(bytes.size(), Msn::logBeginningBytes);
    const Msn::LogFormat *format = Msn::formatOfLog(formats, bytes.first(size), {});
    const auto *read = format ? format->read.target<ReadLog>() : nullptr;
    return read ? *read : nullptr;
}

Msn::LogContext logContext(const QString &path)
{
    Msn::LogContext context;
    context.path = path;
    context.account = Msn::Address(QStringLiteral("ana@example.com"));
    context.ownNames = {QStringLiteral("Ana ☀")};
    context.zone = QTimeZone::utc();
    return context;
}

Msn::LogContext contextOf(const QString &file)
{
    return logContext(QStringLiteral("logs/") + file);
}

QStringList inWords(const QList<Msn::HistoryEntry> &entries)
{
    QStringList words;
    for (const Msn::HistoryEntry &entry : entries) {
        const QString group = entry.group.isEmpty() ? QString() : QStringLiteral(" [") + entry.group + u']';
        words.append(QStringLiteral("%1 %2%3 %4 %5: %6")
                         .arg(entry.time.toString(Qt::ISODateWithMs), entry.with.toString(), group,
                             entry.outgoing ? u">" : u"<", kindInWords(entry.kind), entry.text));
    }
    return words;
}

QStringList inWords(const QList<Msn::ImportProblem> &problems)
{
    QStringList words;
    for (const Msn::ImportProblem &problem : problems)
        words.append(QStringLiteral("%1 %2").arg(problem.line).arg(static_cast<int>(problem.reason)));
    return words;
}

void readInto(Msn::LogSink &sink, ReadLog read, const QByteArray &bytes, const Msn::LogContext &context,
    qsizetype chunk)
{
    if (chunk > 0) {
        Trickle device(bytes, chunk);
        read(device, context, sink);
        return;
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    read(buffer, context, sink);
}

void checkCuts(ReadLog read, const QByteArray &bytes, const Msn::LogContext &context)
{
    CollectingSink whole;
    readInto(whole, read, bytes, context);
    const QStringList expected = inWords(whole.entries);
    qsizetype before = 0;
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        CollectingSink sink;
        readInto(sink, read, bytes.first(cut), context);
        const QStringList found = inWords(sink.entries);
        if (!isBeginning(found, expected))
            QFAIL(qPrintable(QStringLiteral("cut at %1: %2").arg(cut).arg(found.join(u'|'))));
        QVERIFY2(found.size() + 1 >= before, qPrintable(QStringLiteral("cut at %1 loses").arg(cut)));
        before = std::max(before, found.size());
    }
    QCOMPARE(before, expected.size());
}

void checkGarbage(ReadLog read, const QByteArray &bytes, const Msn::LogContext &context)
{
    const QByteArrayList garbage{QByteArray("\0\xFF\xFE\x80", 4), "<", "<Message <<<", "</", "&#x110000;",
        "\n|\"LGRA|\"LITA:|\"L", "\n(99:99:99) x: y\n", "[25:61] :", "<!DOCTYPE a [<!ENTITY b \"b\">]>&b;",
        QByteArray(3000, '('), "<!--"};
    for (qsizetype place = 0; place <= bytes.size(); place += 7) {
        const QByteArray spoilt
            = bytes.first(place) + garbage.at((place / 7) % garbage.size()) + bytes.sliced(place);
        CollectingSink before;
        readInto(before, read, bytes.first(place), context);
        CollectingSink sink;
        readInto(sink, read, spoilt, context);
        const QStringList sure = inWords(before.entries);
        const QStringList found = inWords(sink.entries);
        const qsizetype count = std::max<qsizetype>(sure.size() - 1, 0);
        QVERIFY2(found.size() >= count && found.first(count) == sure.first(count),
            qPrintable(QStringLiteral("garbage at %1: %2").arg(place).arg(found.join(u'|'))));
    }
}

} // namespace Test
