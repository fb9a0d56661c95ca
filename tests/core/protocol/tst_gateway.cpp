#include "core/protocol/gateway.h"

#include <QTest>

using namespace Msn;
using Action = GatewayQuery::Action;
using Server = GatewayQuery::Server;

class tst_Gateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queries_data();
    void queries();
    void tolerantQueries_data();
    void tolerantQueries();
    void refusedQueries_data();
    void refusedQueries();
    void tickets_data();
    void tickets();
    void refusedTickets_data();
    void refusedTickets();
    void ticketsRoundTrip();
};

namespace {

GatewayQuery opening(Server server, const QString &host)
{
    GatewayQuery query;
    query.action = Action::Open;
    query.server = server;
    query.host = host;
    return query;
}

GatewayQuery following(Action action, const QByteArray &id, int lifespan = 0)
{
    GatewayQuery query;
    query.action = action;
    query.sessionId = id;
    query.lifespanSeconds = lifespan;
    return query;
}

} // namespace

void tst_Gateway::queries_data()
{
    QTest::addColumn<GatewayQuery>("query");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("NS") << opening(Server::Notification, QStringLiteral("messenger.example.net"))
                        << QByteArray("Action=open&Server=NS&IP=messenger.example.net");
    QTest::newRow("SB") << opening(Server::Switchboard, QStringLiteral("192.0.2.8"))
                        << QByteArray("Action=open&Server=SB&IP=192.0.2.8");
    QTest::newRow("IPv6") << opening(Server::Switchboard, QStringLiteral("2001:db8::1"))
                          << QByteArray("Action=open&Server=SB&IP=[2001:db8::1]");
    QTest::newRow("send") << following(Action::Send, "700000001.10001")
                          << QByteArray("SessionID=700000001.10001");
    QTest::newRow("poll") << following(Action::Poll, "700000001.10001")
                          << QByteArray("Action=poll&SessionID=700000001.10001");
    QTest::newRow("patient poll") << following(Action::Poll, "7.1", 5)
                                  << QByteArray("Action=poll&Lifespan=5&SessionID=7.1");
}

void tst_Gateway::queries()
{
    QFETCH(GatewayQuery, query);
    QFETCH(QByteArray, wire);
    QCOMPARE(encodeGatewayQuery(query), wire);
    const auto parsed = parseGatewayQuery(wire);
    QVERIFY(parsed);
    QVERIFY(*parsed == query);
}

void tst_Gateway::tolerantQueries_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<GatewayQuery>("query");
    QTest::newRow("other order, other case")
        << QByteArray("sessionid=a-b&X=1&ACTION=Poll&lifespan=3") << following(Action::Poll, "a-b", 3);
    QTest::newRow("lifespan beyond reason")
        << QByteArray("Action=poll&Lifespan=999999&SessionID=1") << following(Action::Poll, "1", 60);
    QTest::newRow("lifespan is not a number")
        << QByteArray("Action=poll&Lifespan=x&SessionID=1") << following(Action::Poll, "1", 0);
    QTest::newRow("with a port") << QByteArray("Action=open&IP=messenger.example.net:1863&Server=ns")
                                 << opening(Server::Notification, QStringLiteral("messenger.example.net"));
}

void tst_Gateway::tolerantQueries()
{
    QFETCH(QByteArray, wire);
    QFETCH(GatewayQuery, query);
    const auto parsed = parseGatewayQuery(wire);
    QVERIFY(parsed);
    QVERIFY(*parsed == query);
}

void tst_Gateway::refusedQueries_data()
{
    QTest::addColumn<QByteArray>("wire");
    for (const char *wire : {"", "&&==", "Action=open", "Action=open&Server=NS", "Action=open&Server=XX&IP=a",
             "Action=open&Server=NS&IP=a/b", "Action=open&Server=NS&IP=", "Action=poll",
             "Action=poll&SessionID=", "Action=close&SessionID=1", "SessionID=a\tb"})
        QTest::newRow(*wire ? wire : "empty") << QByteArray(wire);
    QTest::newRow("endless id") << "SessionID=" + QByteArray(5000, '1');
}

void tst_Gateway::refusedQueries()
{
    QFETCH(QByteArray, wire);
    QVERIFY(!parseGatewayQuery(wire));
}

void tst_Gateway::tickets_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<GatewayTicket>("ticket");
    QTest::newRow("classic") << QByteArray("SessionID=700000001.10001; GW-IP=192.0.2.30")
                             << GatewayTicket{"700000001.10001", "192.0.2.30", false};
    QTest::newRow("UUID without a dot")
        << QByteArray("SessionID=5f2ec35e-0c9d-4d30-9f0b-3a4f21a0c7de; GW-IP=messenger.example.net")
        << GatewayTicket{"5f2ec35e-0c9d-4d30-9f0b-3a4f21a0c7de", "messenger.example.net", false};
    QTest::newRow("closing") << QByteArray("SessionID=7.2; GW-IP=192.0.2.30; Session=close")
                             << GatewayTicket{"7.2", "192.0.2.30", true};
    QTest::newRow("closing alone") << QByteArray("Session=CLOSE") << GatewayTicket{{}, {}, true};
    QTest::newRow("other order, other case, more fields, no blanks") << QByteArray(
        "gw-ip=192.0.2.30;X=y;;=;SESSIONID=a=b;session=open") << GatewayTicket{"a=b", "192.0.2.30", false};
    QTest::newRow("no GW-IP") << QByteArray("SessionID=7.2;") << GatewayTicket{"7.2", {}, false};
}

void tst_Gateway::tickets()
{
    QFETCH(QByteArray, wire);
    QFETCH(GatewayTicket, ticket);
    const auto parsed = parseGatewayTicket(wire);
    QVERIFY(parsed);
    QVERIFY(*parsed == ticket);
}

void tst_Gateway::refusedTickets_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no id") << QByteArray("GW-IP=192.0.2.30");
    QTest::newRow("empty id") << QByteArray("SessionID=; GW-IP=192.0.2.30");
    QTest::newRow("id that would break the request line") << QByteArray("SessionID=a HTTP/1.1");
    QTest::newRow("id with a control character") << QByteArray("SessionID=a\rb");
    QTest::newRow("endless id") << "SessionID=" + QByteArray(5000, '1');
}

void tst_Gateway::refusedTickets()
{
    QFETCH(QByteArray, wire);
    QVERIFY(!parseGatewayTicket(wire));
}

void tst_Gateway::ticketsRoundTrip()
{
    for (const GatewayTicket &ticket :
        {GatewayTicket{"7.1", "192.0.2.30", false}, GatewayTicket{"7.1", {}, true}}) {
        const auto parsed = parseGatewayTicket(encodeGatewayTicket(ticket));
        QVERIFY(parsed);
        QVERIFY(*parsed == ticket);
    }
}

QTEST_GUILESS_MAIN(tst_Gateway)

#include "tst_gateway.moc"
