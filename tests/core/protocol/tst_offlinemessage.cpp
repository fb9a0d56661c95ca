#include "core/protocol/offlinemessage.h"
#include "core/wire/mimemessage.h"

#include <QTest>

using namespace Msn;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 5, 30), Qt::UTC);

QByteArray text(const QByteArray &body)
{
    return "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + body;
}

} // namespace

class tst_OfflineMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack_data();
    void thereAndBack();
    void readableWithoutTheHeader();
    void laterPartsHaveTheHeaderAlone();
    void nobodyElseMayTellTheTime();
    void ordinaryMessagesStay_data();
    void ordinaryMessagesStay();
};

void tst_OfflineMessage::thereAndBack_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text") << QByteArray("hi");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("lines") << QByteArray("one\r\n\r\ntwo");
    QTest::newRow("looks like a time") << QByteArray("[2026-11-22 08:30] hi");
}

void tst_OfflineMessage::thereAndBack()
{
    QFETCH(QByteArray, body);
    MimeMessage message = MimeMessage::parse(withArrivalTime(text(body), noon));
    QCOMPARE(takeArrivalTime(message), std::optional(noon));
    QCOMPARE(message.body(), body);
}

void tst_OfflineMessage::readableWithoutTheHeader()
{
    const MimeMessage message = MimeMessage::parse(withArrivalTime(text("hi"), noon));
    const QByteArray local = noon.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")).toLatin1();
    QCOMPARE(message.body(), '[' + local + "] hi");
}

void tst_OfflineMessage::laterPartsHaveTheHeaderAlone()
{
    MimeMessage message = MimeMessage::parse(
        withArrivalTime("MIME-Version: 1.0\r\nMessage-ID: {1}\r\nChunk: 1\r\n\r\nmore", noon));
    QCOMPARE(message.body(), QByteArray("more"));
    QCOMPARE(takeArrivalTime(message), std::optional(noon));
    QCOMPARE(message.body(), QByteArray("more"));
}

/// A sender writes the header, to be shown where they were not.
void tst_OfflineMessage::nobodyElseMayTellTheTime()
{
    const QByteArray forged = "Original-Arrival-Time: 2004-01-01T00:00:00Z\r\n" + text("hi");
    MimeMessage kept = MimeMessage::parse(withArrivalTime(forged, noon));
    QCOMPARE(takeArrivalTime(kept), std::optional(noon));
    QCOMPARE(withoutArrivalTime(forged), text("hi"));
    QCOMPARE(withoutArrivalTime(text("hi")), text("hi"));
}

void tst_OfflineMessage::ordinaryMessagesStay_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("no header") << text("[2026-11-22 08:30] hi");
    QTest::newRow("no time") << QByteArray(
        "Original-Arrival-Time: soon\r\nContent-Type: text/plain\r\n\r\nx");
    QTest::newRow("empty") << QByteArray();
}

void tst_OfflineMessage::ordinaryMessagesStay()
{
    QFETCH(QByteArray, payload);
    MimeMessage message = MimeMessage::parse(payload);
    const MimeMessage before = message;
    QVERIFY(!takeArrivalTime(message));
    QCOMPARE(message, before);
}

QTEST_GUILESS_MAIN(tst_OfflineMessage)

#include "tst_offlinemessage.moc"
