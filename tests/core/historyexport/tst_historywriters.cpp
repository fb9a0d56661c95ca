#include "core/history/export/jsonhistorywriter.h"
#include "core/history/export/texthistorywriter.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Msn;

namespace {

HistoryOwner ana()
{
    return {Address(QStringLiteral("ana@example.com")), QStringLiteral("Home")};
}

HistoryEntry entryAt(int second, const QString &text, bool outgoing = false)
{
    HistoryEntry entry;
    entry.with = Address(QStringLiteral("bob@example.com"));
    entry.time = QDateTime(QDate(2005, 3, 14), QTime(23, 59, 0), Qt::UTC).addSecs(second);
    entry.outgoing = outgoing;
    entry.sender = Address(outgoing ? QStringLiteral("ana@example.com") : QStringLiteral("bob@example.com"));
    entry.senderName = FriendlyName(outgoing ? QStringLiteral("Ana ☀") : QStringLiteral("Bob"));
    entry.text = text;
    return entry;
}

QList<HistoryEntry> sampleEntries()
{
    HistoryEntry nudge = entryAt(40, {});
    nudge.kind = HistoryEntry::Kind::Nudge;
    HistoryEntry failed = entryAt(50, QStringLiteral("\"quoted\" </script>"), true);
    failed.delivery = HistoryEntry::Delivery::Failed;
    failed.format.bold = true;
    return {entryAt(1, QStringLiteral("hello\nBob here")), nudge, failed,
        entryAt(61, QStringLiteral("next day"))};
}

QByteArray written(const std::function<std::unique_ptr<HistoryWriter>(QIODevice &)> &make,
    const QList<HistoryEntry> &entries)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = make(buffer);
    writer->begin();
    writer->beginPart(0);
    for (const HistoryEntry &entry : entries)
        writer->add(entry);
    writer->end();
    return buffer.data();
}

QJsonObject asJson(const QList<HistoryEntry> &entries)
{
    const QByteArray bytes = written(
        [](QIODevice &device) {
            return std::make_unique<JsonHistoryWriter>(device, QList<HistoryOwner>{ana()});
        },
        entries);
    return QJsonDocument::fromJson(bytes).object();
}

/// Takes so many bytes and no more.
class SmallDisk : public QIODevice
{
public:
    explicit SmallDisk(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        return taken;
    }

private:
    qint64 m_room;
};

} // namespace

class TestHistoryWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHoldsEverything();
    void jsonOfNothingIsWhole();
    void textIsForPeople();
    void textUsesTheZone();
    void tellsThatTheDiskIsFull();
};

void TestHistoryWriters::jsonHoldsEverything()
{
    const QJsonObject root = asJson(sampleEntries());
    QCOMPARE(root.value(u"format").toString(), QStringLiteral("swallowtail-history"));
    QCOMPARE(root.value(u"version").toInt(), 2);
    QCOMPARE(root.value(u"histories").toArray().size(), 1);
    const QJsonObject history = root.value(u"histories")[0].toObject();
    QCOMPARE(history.value(u"account").toString(), QStringLiteral("ana@example.com"));
    QCOMPARE(history.value(u"network").toString(), QStringLiteral("Home"));
    const QJsonArray messages = history.value(u"messages").toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages.at(0)[u"time"].toString(), QStringLiteral("2005-03-14T23:59:01.000Z"));
    QCOMPARE(messages.at(0)[u"text"].toString(), QStringLiteral("hello\nBob here"));
    QCOMPARE(messages.at(0)[u"direction"].toString(), QStringLiteral("in"));
    QCOMPARE(messages.at(1)[u"kind"].toString(), QStringLiteral("nudge"));
    QVERIFY(messages.at(1)[u"text"].isUndefined());
    QCOMPARE(messages.at(2)[u"name"].toString(), QStringLiteral("Ana ☀"));
    QVERIFY(messages.at(2)[u"failed"].toBool());
    QVERIFY(parseTextFormat(messages.at(2)[u"look"].toString().toLatin1()).bold);
}

void TestHistoryWriters::jsonOfNothingIsWhole()
{
    const QJsonObject root = asJson({});
    QVERIFY(root.value(u"histories")[0][u"messages"].isArray());
    QVERIFY(root.value(u"histories")[0][u"messages"].toArray().isEmpty());
}

void TestHistoryWriters::textIsForPeople()
{
    const QByteArray text = written(
        [](QIODevice &device) {
            return std::make_unique<TextHistoryWriter>(
                device, QTimeZone::utc(), [](const HistoryEntry &) { return QStringLiteral("a nudge"); });
        },
        sampleEntries());
    QCOMPARE(QString::fromUtf8(text),
        QStringLiteral("--- bob@example.com, 2005-03-14 ---\n"
                       "[23:59:01] Bob: hello\n"
                       "           Bob here\n"
                       "[23:59:40] * a nudge\n"
                       "[23:59:50] Ana ☀: \"quoted\" </script>\n"
                       "\n"
                       "--- bob@example.com, 2005-03-15 ---\n"
                       "[00:00:01] Bob: next day\n"));
}

void TestHistoryWriters::textUsesTheZone()
{
    const QByteArray text = written(
        [](QIODevice &device) {
            return std::make_unique<TextHistoryWriter>(
                device, QTimeZone("Europe/Madrid"), [](const HistoryEntry &) { return QString(); });
        },
        {entryAt(0, QStringLiteral("late"))});
    QVERIFY(text.startsWith("--- bob@example.com, 2005-03-15 ---\n[00:59:00] "));
}

void TestHistoryWriters::tellsThatTheDiskIsFull()
{
    SmallDisk disk(200);
    JsonHistoryWriter writer(disk, {ana()});
    writer.begin();
    writer.beginPart(0);
    QVERIFY(!writer.hasFailed());
    for (const HistoryEntry &entry : sampleEntries())
        writer.add(entry);
    QVERIFY(writer.hasFailed());
}

QTEST_GUILESS_MAIN(TestHistoryWriters)

#include "tst_historywriters.moc"
