#include "core/history/export/jsonhistorywriter.h"
#include "core/history/import/logformats.h"
#include "tests/core/historyimport/logreadertest.h"
#include "tests/core/historyimport/logtest.h"

#include <QBuffer>
#include <QTest>

using namespace Msn;

namespace {

QList<Test::LogSample> samples()
{
    const QString first = QStringLiteral("2024-05-01T10:00:00.123Z bob@example.com < Text: hello");
    return {
        {"two accounts", QStringLiteral("own/two-accounts.json"),
            {first + QStringLiteral(" \"Ana\"\nsecond line"),
                QStringLiteral("2024-05-01T10:00:00.123Z bob@example.com > Text: hello Bob {[<"),
                QStringLiteral("2024-05-01T10:00:05.000Z bob@example.com < Nudge: "),
                QStringLiteral("2024-05-01T10:01:00.000Z bob@example.com [g1] < Joined: "),
                QStringLiteral("2024-05-02T10:00:00.000Z eve@example.net < File: photo.jpg")}},
        {"version 1", QStringLiteral("own/version1.json"), {first}},
    };
}

/// Takes the histories of some accounts only.
class OwnersSink : public Test::CollectingSink
{
public:
    bool beginHistory(const HistoryOwner &owner) override
    {
        owners.append(owner);
        return unknown.isEmpty() || !(unknown == owner.account);
    }

    QList<HistoryOwner> owners;
    /// Empty: all are known.
    Address unknown;
};

struct Reading
{
    QList<HistoryEntry> entries;
    QList<ImportProblem> problems;
    QList<HistoryOwner> owners;
};

Reading read(const QByteArray &bytes, const QString &unknown = {})
{
    OwnersSink sink;
    sink.unknown = Address(unknown);
    Test::readInto(sink, Test::readerOf(bytes), bytes, Test::logContext(QStringLiteral("x.json")));
    return {sink.entries, sink.problems, sink.owners};
}

QStringList textsOf(const Reading &found)
{
    QStringList texts;
    for (const HistoryEntry &entry : found.entries)
        texts.append(entry.text);
    return texts;
}

} // namespace

class tst_JsonLog : public Test::LogReaderTest
{
    Q_OBJECT

public:
    tst_JsonLog()
        : LogReaderTest(samples())
    {
    }

private Q_SLOTS:
    void readsWhatTheWriterWrites();
    void layoutDoesNotMatter();
    void tellsWhoseHistoryItIs();
    void unknownAccountIsLeftOutAndTold();
    void aLostEndOfAHistoryDoesNotMixTheNextOneIn();
    void aLostBraceCostsOneMessage();
    void strayTextIsToldWithItsLine();
    void tooLongMessageIsLeftOut();
};

void tst_JsonLog::readsWhatTheWriterWrites()
{
    QList<HistoryEntry> entries;
    for (int kind = 0; kind <= int(HistoryEntry::Kind::Unsupported); ++kind) {
        HistoryEntry entry;
        entry.kind = HistoryEntry::Kind(kind);
        entry.with = Address(QStringLiteral("Bob@example.com"));
        entry.time = QDateTime(QDate(2024, 5, 1), QTime(23, 59, 59, kind), Qt::UTC);
        entry.outgoing = kind % 2 == 0;
        entry.sender = entry.outgoing ? Address(QStringLiteral("ana@example.com")) : entry.with;
        entry.senderName = FriendlyName(QStringLiteral("A \"name\" \\ with [c=4]codes[/c]"));
        entry.text = QStringLiteral("line one\r\nline two 你好 \U0001F600 \\u0041");
        entry.group = kind > 4 ? QStringLiteral("group") : QString();
        entry.format.bold = kind == 0;
        entry.delivery = !entry.outgoing ? HistoryEntry::Delivery::Received
            : kind == 2                  ? HistoryEntry::Delivery::Failed
                                         : HistoryEntry::Delivery::Delivered;
        entries.append(entry);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QList<HistoryOwner> owners{
        {Address(QStringLiteral("ana@example.com")), QStringLiteral("A \"net\"")},
        {Address(QStringLiteral("eve@example.com")), {}}};
    JsonHistoryWriter writer(buffer, owners);
    writer.begin();
    writer.beginPart(0);
    for (const HistoryEntry &entry : entries)
        writer.add(entry);
    writer.beginPart(1);
    writer.end();
    const Reading found = read(buffer.data());
    QCOMPARE(found.owners, owners);
    QCOMPARE(found.problems, QList<ImportProblem>());
    QCOMPARE(found.entries.size(), entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        QVERIFY2(found.entries.at(i) == entries.at(i), qPrintable(found.entries.at(i).text));
}

void tst_JsonLog::layoutDoesNotMatter()
{
    const QByteArray pretty
        = "{\r\n  \"version\": 2,\r\n  \"format\": \"swallowtail-history\",\r\n  \"histories\":\r\n"
          "  [\r\n    {\r\n      \"network\": \"H\\u00f6me\",\r\n      \"account\": \"ana@example.com\",\r\n"
          "      \"messages\": [\r\n        {\r\n          \"with\": \"bob@example.com\",\r\n"
          "          \"time\": \"2024-05-01T12:00:00+02:00\",\r\n          \"text\": \"one\"\r\n"
          "        }, {\"with\":\"bob@example.com\",\"time\":\"2024-05-01T10:00:01Z\",\"text\":\"two\"}\r\n"
          "      ]\r\n    }\r\n  ]\r\n}";
    const Reading found = read(pretty);
    QCOMPARE(textsOf(found), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(found.entries.at(0).time, QDateTime(QDate(2024, 5, 1), QTime(10, 0), Qt::UTC));
    QCOMPARE(found.owners.value(0).network, QStringLiteral("Höme"));
    QCOMPARE(found.problems, QList<ImportProblem>());
}

void tst_JsonLog::tellsWhoseHistoryItIs()
{
    const HistoryOwner home{Address(QStringLiteral("ana@example.com")), QStringLiteral("Home")};
    const HistoryOwner escargot{Address(QStringLiteral("ana@example.net")), QStringLiteral("Escargot")};
    QCOMPARE(read(Test::logBytes(QStringLiteral("own/two-accounts.json"))).owners,
        (QList<HistoryOwner>{home, escargot}));
    const QList<HistoryOwner> owners{escargot, home};
    QCOMPARE(findOwner(owners, {home.account, QStringLiteral("HOME")}), 1);
    QCOMPARE(findOwner(owners, {home.account, {}}), 1);
    QCOMPARE(findOwner(owners, {home.account, QStringLiteral("Elsewhere")}), -1);
    QCOMPARE(findOwner(owners, {}), -1);
}

void tst_JsonLog::unknownAccountIsLeftOutAndTold()
{
    const Reading found
        = read(Test::logBytes(QStringLiteral("own/two-accounts.json")), QStringLiteral("ana@example.com"));
    QCOMPARE(textsOf(found), QStringList{QStringLiteral("photo.jpg")});
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.problems.at(0).reason, ImportProblem::Reason::UnknownAccount);
    QCOMPARE(found.problems.at(0).line, 2);
    QCOMPARE(found.problems.at(0).excerpt, QStringLiteral("ana@example.com"));
}

void tst_JsonLog::aLostEndOfAHistoryDoesNotMixTheNextOneIn()
{
    QByteArray bytes = Test::logBytes(QStringLiteral("own/two-accounts.json"));
    bytes.replace("\n]},\n{", "\n{");
    const Reading found = read(bytes, QStringLiteral("ana@example.com"));
    QCOMPARE(found.owners.size(), 2);
    QCOMPARE(found.owners.at(1).account, Address(QStringLiteral("ana@example.net")));
    QCOMPARE(textsOf(found), QStringList{QStringLiteral("photo.jpg")});
}

void tst_JsonLog::aLostBraceCostsOneMessage()
{
    QByteArray bytes = Test::logBytes(QStringLiteral("own/two-accounts.json"));
    const qsizetype brace = bytes.indexOf("},\n{\"direction\":\"out\"");
    bytes.remove(brace, 1);
    const Reading found = read(bytes);
    QCOMPARE(found.entries.size(), 4);
    QCOMPARE(found.entries.at(0).text, QStringLiteral("hello Bob {[<"));
    QCOMPARE(Test::inWords(found.problems),
        QStringList{QStringLiteral("3 %1").arg(int(ImportProblem::Reason::BadMarkup))});
}

void tst_JsonLog::strayTextIsToldWithItsLine()
{
    QByteArray bytes = Test::logBytes(QStringLiteral("own/two-accounts.json"));
    bytes.replace("\n{\"direction\":\"out\"", "\nwhat is this\n{\"direction\":\"out\"");
    const Reading found = read(bytes);
    QCOMPARE(found.entries.size(), 5);
    QCOMPARE(Test::inWords(found.problems),
        QStringList{QStringLiteral("4 %1").arg(int(ImportProblem::Reason::Unexpected))});
    QCOMPARE(found.problems.at(0).excerpt, QStringLiteral("what is this"));
}

void tst_JsonLog::tooLongMessageIsLeftOut()
{
    QByteArray bytes = Test::logBytes(QStringLiteral("own/two-accounts.json"));
    bytes.replace("hello Bob", QByteArray(3 * 1024 * 1024, 'x'));
    const Reading found = read(bytes);
    QCOMPARE(found.entries.size(), 4);
    QCOMPARE(Test::inWords(found.problems),
        QStringList{QStringLiteral("4 %1").arg(int(ImportProblem::Reason::TooLong))});
}

QTEST_GUILESS_MAIN(tst_JsonLog)

#include "tst_jsonlog.moc"
