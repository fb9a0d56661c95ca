#include "core/service/passport/ticketoffice.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));

} // namespace

class tst_TicketOffice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodOnce();
    void boundToAddressAndPolicy();
    void wrongTicketEndsThePolicy();
    void onlyForThePolicysAddress();
    void expires();
    void allDifferent();
};

void tst_TicketOffice::goodOnce()
{
    TicketOffice office({});
    const QByteArray policy = office.openPolicy(alice);
    const auto ticket = office.issueTicket(policy, alice);
    QVERIFY(ticket);
    QVERIFY(office.redeem(policy, alice, *ticket));
    QVERIFY(!office.redeem(policy, alice, *ticket));
}

void tst_TicketOffice::boundToAddressAndPolicy()
{
    TicketOffice office({});
    const QByteArray first = office.openPolicy(alice);
    const QByteArray second = office.openPolicy(alice);
    const QByteArray third = office.openPolicy(bob);
    const QByteArray ticket = *office.issueTicket(first, alice);
    QVERIFY(office.issueTicket(second, alice));
    QVERIFY(office.issueTicket(third, bob));
    QVERIFY(!office.redeem(second, alice, ticket));
    QVERIFY(!office.redeem(third, bob, ticket));
    QVERIFY(!office.redeem(first, bob, ticket));
}

/// Nobody may try tickets until one is right.
void tst_TicketOffice::wrongTicketEndsThePolicy()
{
    TicketOffice office({});
    const QByteArray policy = office.openPolicy(alice);
    const QByteArray ticket = *office.issueTicket(policy, alice);
    QVERIFY(!office.redeem(policy, alice, QByteArray(ticket.size(), 'x')));
    QVERIFY(!office.redeem(policy, alice, ticket));
    const QByteArray unused = office.openPolicy(alice);
    QVERIFY(!office.redeem(unused, alice, {}));
}

void tst_TicketOffice::onlyForThePolicysAddress()
{
    TicketOffice office({});
    const QByteArray policy = office.openPolicy(alice);
    QCOMPARE(office.issueTicket(policy, bob).error(), TicketOffice::Refusal::OtherAddress);
    QCOMPARE(office.issueTicket("lc=1,tpf=00ff", alice).error(), TicketOffice::Refusal::UnknownPolicy);
    office.closePolicy(policy);
    QCOMPARE(office.issueTicket(policy, alice).error(), TicketOffice::Refusal::UnknownPolicy);
}

void tst_TicketOffice::expires()
{
    ServiceTimings timings;
    timings.ticket = 0ms;
    TicketOffice office(timings);
    const QByteArray policy = office.openPolicy(alice);
    const auto ticket = office.issueTicket(policy, alice);
    QVERIFY(ticket);
    QVERIFY(!office.redeem(policy, alice, *ticket));
    timings.policy = 0ms;
    TicketOffice closed(timings);
    QVERIFY(!closed.issueTicket(closed.openPolicy(alice), alice));
}

void tst_TicketOffice::allDifferent()
{
    TicketOffice office({});
    QSet<QByteArray> tickets;
    for (int i = 0; i < 200; ++i)
        tickets.insert(*office.issueTicket(office.openPolicy(alice), alice));
    QCOMPARE(tickets.size(), 200);
}

QTEST_GUILESS_MAIN(tst_TicketOffice)

#include "tst_ticketoffice.moc"
