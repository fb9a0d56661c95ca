#include "app/service/servicelog.h"

#include <QTest>

using namespace App;
using Kind = Msn::ServiceEvent::Kind;

class tst_ServiceLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
};

void tst_ServiceLog::lines_data()
{
    QTest::addColumn<Msn::ServiceEvent>("event");
    QTest::addColumn<int>("leftOut");
    QTest::addColumn<QByteArray>("line");
    const QHostAddress peer(QStringLiteral("192.0.2.7"));
    const Msn::Address rosa(QStringLiteral("rosa@example.com"));
    QTest::newRow("signed in") << Msn::ServiceEvent{Kind::SignedIn, rosa, peer} << 0
                               << QByteArray("event=signed-in account=rosa@example.com peer=192.0.2.7");
    QTest::newRow("nobody in particular") << Msn::ServiceEvent{Kind::ConnectionRefused, {}, peer} << 3
                                          << QByteArray("event=connection-refused peer=192.0.2.7 left-out=3");
    QTest::newRow("nothing known") << Msn::ServiceEvent{Kind::NotKept, {}, {}} << 0
                                   << QByteArray("event=not-kept");
    QTest::newRow("address that pretends") << Msn::ServiceEvent{Kind::WrongPassword,
        Msn::Address(QStringLiteral("a\" event=signed-in\n@example.com")),
        {}} << 0 << QByteArray("event=wrong-password account=\"a\\\" event=signed-in?@example.com\"");
}

void tst_ServiceLog::lines()
{
    QFETCH(Msn::ServiceEvent, event);
    QFETCH(int, leftOut);
    QFETCH(QByteArray, line);
    const QDateTime time(QDate(2026, 11, 22), QTime(8, 30), Qt::UTC);
    QCOMPARE(logLine(event, time, leftOut), "time=2026-11-22T08:30:00Z " + line);
}

QTEST_GUILESS_MAIN(tst_ServiceLog)

#include "tst_servicelog.moc"
