#include "core/history/import/messengerxml.h"
#include "tests/core/historyimport/logreadertest.h"
#include "tests/core/historyimport/logtest.h"

#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

namespace {

QList<Test::LogSample> samples()
{
    return {
        {"UTF-8", QStringLiteral("messengerxml/bob2211151048.xml"),
            {QStringLiteral("2005-03-14T00:09:36.447Z bob@example.com < Text: Are you there?"),
                QStringLiteral(
                    "2005-03-14T00:09:41.002Z bob@example.com > Text: Yes, just back.\nWhat is it?"),
                QStringLiteral("2005-03-14T00:11:00.000Z bob@example.com < File: lake.jpg"),
                QStringLiteral("2005-03-20T18:00:00.000Z bob@example.com < Text: codes: ·$4red·$ and 漢字"),
                QStringLiteral("2005-03-20T18:01:00.000Z bob@example.com [3] < Joined: "),
                QStringLiteral("2005-03-20T18:01:30.000Z bob@example.com [3] < Text: hello both"),
                QStringLiteral("2005-03-20T18:05:00.000Z bob@example.com [3] < Left: "),
                QStringLiteral("2005-03-20T18:06:00.000Z bob@example.com < Unsupported: a Computer Call")}},
        {"UTF-16 without a person", QStringLiteral("messengerxml/utf16le.xml"), {}, {QStringLiteral("0 3")},
            false}};
}

QByteArray messageOf(const QByteArray &from, const QByteArray &to, const QByteArray &text)
{
    return "<Message DateTime=\"2005-03-14T00:09:36.447Z\" SessionID=\"1\"><From><User FriendlyName=\"" + from
        + "\"/></From><To><User FriendlyName=\"" + to + "\"/></To><Text>" + text + "</Text></Message>";
}

} // namespace

class tst_MessengerXml : public Test::LogReaderTest
{
    Q_OBJECT

public:
    tst_MessengerXml()
        : LogReaderTest(samples())
    {
    }

private Q_SLOTS:
    void everyEncodingReadsTheSame_data();
    void everyEncodingReadsTheSame();
    void tellsWhoIsWho();
    void learnsFromWhoSpeaksToWhom();
    void keepsTheLook();
    void tellsLineAndReason_data();
    void tellsLineAndReason();
    void boundsWhatItHolds();
};

void tst_MessengerXml::everyEncodingReadsTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("UTF-16 LE") << QStringLiteral("messengerxml/utf16le.xml");
    QTest::newRow("UTF-16 BE without a mark") << QStringLiteral("messengerxml/utf16be-nomark.xml");
}

void tst_MessengerXml::everyEncodingReadsTheSame()
{
    QFETCH(QString, file);
    const auto wordsOf = [](const QString &name) {
        const QByteArray bytes = Test::logBytes(name);
        LogContext context = Test::contextOf(name);
        context.peer = Address(QStringLiteral("bob@example.com"));
        Test::CollectingSink sink;
        Test::readInto(sink, Test::readerOf(bytes), bytes, context, 5);
        return Test::inWords(sink.entries);
    };
    const QStringList expected = wordsOf(QStringLiteral("messengerxml/bob2211151048.xml"));
    QCOMPARE(expected.size(), 8);
    QCOMPARE(wordsOf(file), expected);
}

void tst_MessengerXml::tellsWhoIsWho()
{
    const QString file = QStringLiteral("messengerxml/bob2211151048.xml");
    const QByteArray bytes = Test::logBytes(file);
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, Test::contextOf(file));
    QCOMPARE(sink.entries.size(), 8);
    QCOMPARE(sink.entries.at(0).sender, Address(QStringLiteral("bob@example.com")));
    QCOMPARE(sink.entries.at(0).senderName.text(), QStringLiteral("Bob & co"));
    QCOMPARE(sink.entries.at(1).sender, Address(QStringLiteral("ana@example.com")));
    QCOMPARE(sink.entries.at(1).delivery, HistoryEntry::Delivery::Delivered);
    // Nothing tells Eve's address.
    QCOMPARE(sink.entries.at(5).senderName.text(), QStringLiteral("Eve"));
    QVERIFY(sink.entries.at(5).sender.isEmpty());
}

/// A name of ours that nobody gave is known once we have spoken to a name that is known.
void tst_MessengerXml::learnsFromWhoSpeaksToWhom()
{
    const QByteArray bytes = messageOf("Ana \xE2\x98\x80", "Bob", "one")
        + messageOf("Ana, elsewhere", "Bob", "two") + messageOf("Robert", "Ana, elsewhere", "three")
        + messageOf("Ana, elsewhere", "Robert", "four");
    Test::CollectingSink sink;
    Test::readInto(
        sink, Test::readerOf(bytes), bytes, Test::contextOf(QStringLiteral("bob@example.com.xml")));
    QCOMPARE(sink.entries.size(), 4);
    QVERIFY(sink.entries.at(0).outgoing);
    QVERIFY(sink.entries.at(1).outgoing);
    QVERIFY(!sink.entries.at(2).outgoing);
    QVERIFY(sink.entries.at(3).outgoing);
    QVERIFY(sink.problems.isEmpty());
}

void tst_MessengerXml::keepsTheLook()
{
    const QString file = QStringLiteral("messengerxml/bob2211151048.xml");
    const QByteArray bytes = Test::logBytes(file);
    Test::CollectingSink sink;
    Test::readInto(sink, Test::readerOf(bytes), bytes, Test::contextOf(file));
    QCOMPARE(sink.entries.at(0).format.fontFamily, QStringLiteral("Segoe UI"));
    QCOMPARE(sink.entries.at(0).format.colour, 0x800080U);
    QVERIFY(sink.entries.at(1).format.bold);
}

void tst_MessengerXml::tellsLineAndReason_data()
{
    QTest::addColumn<QByteArray>("spoilt");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *name, const QByteArray &spoilt, int line, Reason reason) {
        QTest::newRow(name) << spoilt
                            << QStringList{QStringLiteral("%1 %2").arg(line).arg(static_cast<int>(reason))};
    };
    row("text between", "\nsomething\n", 2, Reason::Unexpected);
    row("tag not closed", "\n<Message DateTime=\"2005-03-14T00:09:36.447Z\"><From></Message>", 2,
        Reason::BadMarkup);
    row("unknown entity", "<Message DateTime=\"2005-03-14T00:09:36.447Z\"><Text>&bomb;</Text></Message>", 1,
        Reason::BadMarkup);
    row("no time", "\n\n<Message SessionID=\"1\"><Text>x</Text></Message>", 3, Reason::BadTime);
    row("no end", "\n<Message SessionID=\"1\"><Text>x", 2, Reason::BadMarkup);
    row("too deep",
        "<Message DateTime=\"2005-03-14T00:09:36.447Z\">" + QByteArray("<a>").repeated(50)
            + QByteArray("</a>").repeated(50) + "</Message>",
        1, Reason::BadMarkup);
}

void tst_MessengerXml::tellsLineAndReason()
{
    QFETCH(QByteArray, spoilt);
    QFETCH(QStringList, problems);
    const QByteArray bytes = messageOf("Ana \xE2\x98\x80", "Bob", "before") + spoilt
        + messageOf("Bob", "Ana \xE2\x98\x80", "after");
    Test::CollectingSink sink;
    Test::readInto(sink, readMessengerXml, bytes, Test::contextOf(QStringLiteral("bob@example.com.xml")));
    QCOMPARE(Test::inWords(sink.problems), problems);
    QCOMPARE(sink.entries.size(), 2);
    QCOMPARE(sink.entries.at(1).text, QStringLiteral("after"));
    QVERIFY(sink.problems.at(0).excerpt.size() <= ImportProblem::maxExcerpt);
}

void tst_MessengerXml::boundsWhatItHolds()
{
    const QByteArray bytes = messageOf("Ana \xE2\x98\x80", "Bob", QByteArray(100'000, 'a'))
        + messageOf("Bob", "Ana \xE2\x98\x80", QByteArray(3'000'000, 'b'))
        + messageOf("Bob", "Ana \xE2\x98\x80", "after");
    Test::CollectingSink sink;
    Test::readInto(sink, readMessengerXml, bytes, Test::contextOf(QStringLiteral("bob@example.com.xml")));
    QCOMPARE(sink.entries.size(), 2);
    QCOMPARE(sink.entries.at(0).text.size(), maxImportedText);
    QCOMPARE(sink.entries.at(1).text, QStringLiteral("after"));
    QCOMPARE(sink.problems.at(0).reason, Reason::TooLong);
}

QTEST_GUILESS_MAIN(tst_MessengerXml)

#include "tst_messengerxml.moc"
