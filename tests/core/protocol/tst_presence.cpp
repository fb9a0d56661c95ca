#include "core/protocol/presence.h"

#include "tests/support/commands.h"

#include <QTest>

using namespace Msn;
using Test::fromClient;
using Test::fromServer;
using Test::Sender;

class tst_Presence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusChanges_data();
    void statusChanges();
    void encodesStatusChanges();
    void contacts_data();
    void contacts();
    void encodesContacts();
    void offline();
    void refuses();
    void everyRecordedLineParses();
};

namespace {

const QByteArray picture("<msnobj Creator=\"bob@example.com\"/>");
const QByteArray encodedPicture("%3Cmsnobj%20Creator%3D%22bob%40example.com%22%2F%3E");

} // namespace

void tst_Presence::statusChanges_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<quint32>("clientId");
    QTest::addColumn<QByteArray>("object");
    const auto row = [](const QByteArray &line, Status status, quint32 id, const QByteArray &object = {}) {
        QTest::newRow(line.constData()) << line << int(status) << id << object;
    };
    row("CHG 12 NLN 500", Status::Online, 500);
    row("CHG 12 NLN", Status::Online, 0);
    row("CHG 6 NLN 268435488 0", Status::Online, 268435488);
    row("CHG 6 BSY 268435488 " + encodedPicture, Status::Busy, 268435488, picture);
    row("CHG 6 BSY 24 %3Cmsnobj%2F%3E", Status::Busy, 24);
    row("CHG 0 FLN", Status::Offline, 0);
    row("CHG 10 HDN 4294967295", Status::Hidden, 4294967295U);
    row("CHG 10 HDN 4294967296", Status::Hidden, 0);
    row("CHG 10 HDN -5", Status::Hidden, 0);
}

void tst_Presence::statusChanges()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    QFETCH(quint32, clientId);
    const auto change = parseStatusChange(fromServer(line));
    QVERIFY(change);
    QCOMPARE(int(change->status), status);
    QCOMPARE(change->clientId.value, clientId);
    QTEST(change->pictureObject, "object");
}

void tst_Presence::encodesStatusChanges()
{
    const StatusChange change{Status::Online, ClientId{268435488}, picture};
    QCOMPARE(encodeLine(encodeStatusChange(6, change, dialectOf(ProtocolVersion::Msnp8))),
        QByteArray("CHG 6 NLN 268435488"));
    QCOMPARE(encodeLine(encodeStatusChange(6, change, dialectOf(ProtocolVersion::Msnp9))),
        "CHG 6 NLN 268435488 " + encodedPicture);
    const StatusChange plain{Status::Hidden, {}, {}};
    QCOMPARE(encodeLine(encodeStatusChange(6, plain, dialectOf(ProtocolVersion::Msnp10))),
        QByteArray("CHG 6 HDN 0"));
}

void tst_Presence::contacts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ContactPresence>("expected");
    const Address bob(QStringLiteral("bob@example.com"));
    const auto row = [](const QByteArray &line, const ContactPresence &presence) {
        QTest::newRow(line.constData()) << line << presence;
    };
    row("ILN 12 AWY bob@example.com Mike 268435492",
        {Status::Away, bob, FriendlyName(QStringLiteral("Mike")), {268435492}, {}});
    row("ILN 6 NLN bob@example.com Bob%20%E2%98%BA 268435492 " + encodedPicture,
        {Status::Online, bob, FriendlyName(QStringLiteral("Bob \u263A")), {268435492}, picture});
    row("NLN BSY bob@example.com Bob%20(work) 268435492",
        {Status::Busy, bob, FriendlyName(QStringLiteral("Bob (work)")), {268435492}, {}});
    row("NLN NLN bob@example.com Bob 0 %3Cmsnobj%2F%3E",
        {Status::Online, bob, FriendlyName(QStringLiteral("Bob")), {}, {}});
    row("NLN NLN bob@example.com Bob 0 0",
        {Status::Online, bob, FriendlyName(QStringLiteral("Bob")), {}, {}});
    row("NLN NLN bob@example.com Bob", {Status::Online, bob, FriendlyName(QStringLiteral("Bob")), {}, {}});
    row("NLN NLN bob@example.com", {Status::Online, bob, {}, {}, {}});
    row("NLN XYZ bob@example.com Bob 5", {Status::Online, bob, FriendlyName(QStringLiteral("Bob")), {5}, {}});
}

void tst_Presence::contacts()
{
    QFETCH(QByteArray, line);
    QFETCH(ContactPresence, expected);
    const auto presence = parseContactPresence(fromServer(line));
    QVERIFY(presence);
    QVERIFY(*presence == expected);
}

void tst_Presence::encodesContacts()
{
    const ContactPresence bob{Status::Online, Address(QStringLiteral("bob@example.com")),
        FriendlyName(QStringLiteral("Bob \u263A")), ClientId{268435492}, picture};
    QCOMPARE(encodeLine(encodeContactPresence(bob, dialectOf(ProtocolVersion::Msnp8))),
        QByteArray("NLN NLN bob@example.com Bob%20%E2%98%BA 268435492"));
    QCOMPARE(encodeLine(encodeInitialPresence(6, bob, dialectOf(ProtocolVersion::Msnp9))),
        "ILN 6 NLN bob@example.com Bob%20%E2%98%BA 268435492 " + encodedPicture);
    QVERIFY(*parseContactPresence(encodeContactPresence(bob, dialectOf(ProtocolVersion::Msnp10))) == bob);
    ContactPresence nameless = bob;
    nameless.friendlyName = {};
    QCOMPARE(encodeContactPresence(nameless, dialectOf(ProtocolVersion::Msnp8)).argument(2),
        QByteArray("bob@example.com"));
}

void tst_Presence::offline()
{
    const auto address = parseContactOffline(fromServer("FLN bob@example.com 1:0"));
    QVERIFY(address);
    QCOMPARE(*address, Address(QStringLiteral("bob@example.com")));
    QCOMPARE(encodeLine(encodeContactOffline(*address)), QByteArray("FLN bob@example.com"));
}

void tst_Presence::refuses()
{
    QVERIFY(!parseStatusChange(fromServer("CHG 5")));
    QVERIFY(!parseStatusChange(fromServer("CHG 5 XYZ 0")));
    QVERIFY(!parseContactPresence(fromServer("NLN")));
    QVERIFY(!parseContactPresence(fromServer("NLN NLN")));
    QVERIFY(!parseContactPresence(fromServer("ILN 5 NLN")));
    QVERIFY(!parseContactOffline(fromServer("FLN")));
}

void tst_Presence::everyRecordedLineParses()
{
    int parsed = 0;
    const auto recorded = Test::recordedCommands(Sender::Server);
    for (const auto &entry : recorded) {
        const Command &command = entry.command;
        const QByteArray line = encodeLine(command);
        const Dialect &dialect = dialectOf(ProtocolVersion(entry.protocolVersion));
        if (command.verb == "NLN" || command.verb == "ILN") {
            const auto presence = parseContactPresence(command);
            QVERIFY2(presence, line.constData());
            QVERIFY2(*parseContactPresence(encodeContactPresence(*presence, dialect)) == *presence,
                line.constData());
        } else if (command.verb == "CHG") {
            QVERIFY2(parseStatusChange(command), line.constData());
        } else if (command.verb == "FLN") {
            QVERIFY2(parseContactOffline(command), line.constData());
        } else {
            continue;
        }
        ++parsed;
    }
    QVERIFY(parsed > 100);
}

QTEST_GUILESS_MAIN(tst_Presence)

#include "tst_presence.moc"
