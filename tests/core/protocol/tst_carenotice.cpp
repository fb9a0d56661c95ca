#include "core/protocol/carenotice.h"

#include <QTest>

using namespace Msn;

class tst_CareNotice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack_data();
    void thereAndBack();
    void nonsense();
};

void tst_CareNotice::thereAndBack_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<bool>("isNone");
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("ask") << QByteArray("ask") << false;
    QTest::newRow("quiet") << QByteArray("quiet=21:00-07:00") << false;
    QTest::newRow("files") << QByteArray("nofiles") << false;
    QTest::newRow("all") << QByteArray("ask quiet=12:30-14:00 nofiles") << false;
}

void tst_CareNotice::thereAndBack()
{
    QFETCH(QByteArray, wire);
    const CareNotice notice = parseCareNotice(wire);
    QCOMPARE(encodeCareNotice(notice), wire);
    QTEST(notice.isNone(), "isNone");
}

void tst_CareNotice::nonsense()
{
    for (const QByteArray &value : {QByteArray("quiet="), QByteArray("quiet=25:00-07:00"),
             QByteArray("quiet=1-2-3"), QByteArray("asking later"), QByteArray(100'000, 'x')})
        QVERIFY(parseCareNotice(value).isNone());
    // Words of later versions are passed over.
    QVERIFY(parseCareNotice("newer ask").asks);
}

QTEST_GUILESS_MAIN(tst_CareNotice)
#include "tst_carenotice.moc"
