#include "tests/core/account/clientstage.h"

#include "core/roster/contactlist.h"

#include <QTest>

namespace Test {

ClientStage stageFor(const char *transcript, Msn::ProtocolVersion version)
{
    ClientStage stage;
    stage.transcript = transcript;
    stage.version = version;
    return stage;
}

void signedIn(Session &session)
{
    QVERIFY(session.signIn());
}

Act signedInWith(const QByteArray &list)
{
    return [list](Session &session) { QVERIFY(session.signIn(list)); };
}

void calledByBob(Session &session)
{
    QVERIFY(session.signIn());
    session.ns().say("RNG 20481 192.0.2.20:1863 CKI 1.2 bob@example.com Bob\r\n");
    FakeConnection *switchboard = session.network.await(1);
    QVERIFY(switchboard);
    QVERIFY(ServerScript(*switchboard).play(R"(
        C ANS 1 alice@example.com 1.2 20481\r\n
        S IRO 1 1 1 bob@example.com Bob\r\n
        S ANS 1 OK\r\n)"));
}

Act signIn(Msn::Status status)
{
    return [status](Session &session) { session.account().signIn(QStringLiteral("pa,ss%"), status); };
}

Msn::Contact contact(Session &session, const QByteArray &who)
{
    const Msn::Contact *found = session.account().contacts().find(address(who));
    return found ? *found : Msn::Contact{};
}

} // namespace Test
