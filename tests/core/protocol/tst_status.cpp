#include "core/protocol/status.h"

#include <QTest>

using namespace Msn;

class tst_Status : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes_data();
    void codes();
    void unknownCodes();
    void hiddenContactIsOffline();
};

void tst_Status::codes_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    const auto row
        = [](const char *code, Status status) { QTest::newRow(code) << QByteArray(code) << int(status); };
    row("NLN", Status::Online);
    row("BSY", Status::Busy);
    row("BRB", Status::BeRightBack);
    row("AWY", Status::Away);
    row("PHN", Status::OnThePhone);
    row("LUN", Status::OutToLunch);
    row("IDL", Status::Idle);
    row("HDN", Status::Hidden);
    row("FLN", Status::Offline);
}

void tst_Status::codes()
{
    QFETCH(QByteArray, code);
    QFETCH(int, status);
    const auto parsed = parseStatus(code);
    QVERIFY(parsed);
    QCOMPARE(int(*parsed), status);
    QCOMPARE(encodeStatus(*parsed), code);
}

void tst_Status::unknownCodes()
{
    QVERIFY(!parseStatus("XYZ"));
    QVERIFY(!parseStatus("nln"));
    QVERIFY(!parseStatus(""));
    QCOMPARE(int(parseContactStatus("XYZ")), int(Status::Online));
    QCOMPARE(int(parseContactStatus("BSY")), int(Status::Busy));
}

void tst_Status::hiddenContactIsOffline()
{
    QCOMPARE(int(parseContactStatus("HDN")), int(Status::Offline));
}

QTEST_GUILESS_MAIN(tst_Status)

#include "tst_status.moc"
