#include "core/account/mailbox.h"
#include "core/chat/conversations.h"
#include "core/protocol/alert.h"
#include "core/roster/contactlist.h"
#include "tests/core/account/clientstage.h"

#include <QSignalSpy>
#include <QTest>

namespace Test {

using namespace std::chrono_literals;
using Delivery = Msn::ChatMessage::Delivery;
using Kind = Msn::ChatMessage::Kind;

namespace {

Msn::Conversation &withBob(Session &session)
{
    return *session.account().conversations().with(address(bob));
}

Act write(const char *text, const Msn::TextFormat &format = {})
{
    return [text, format](Session &session) { withBob(session).sendText(QString::fromUtf8(text), format); };
}

// --- Presence and services -------------------------------------------------------------------

ClientStage statusChanges()
{
    ClientStage stage = stageFor("p1");
    stage.opening = &signedIn;
    stage.acts = {{1,
                      [](Session &session) {
                          QCOMPARE(contact(session, bob).status, Msn::Status::Busy);
                          QCOMPARE(contact(session, bob).displayName(), QStringLiteral("Bob (work)"));
                      }},
        {2, [](Session &session) { QCOMPARE(contact(session, bob).status, Msn::Status::Online); }},
        {3,
            [](Session &session) {
                QVERIFY(!contact(session, bob).isOnline());
                session.account().setStatus(Msn::Status::Hidden);
            }},
        {5, write("hi")}};
    stage.check = [](Session &session) {
        QCOMPARE(withBob(session).messages().last().delivery, Delivery::Failed);
        QCOMPARE(withBob(session).messages().last().error.serverNumber, 913);
        QCOMPARE(session.account().status(), Msn::Status::Offline);
        QCOMPARE(session.account().state(), Msn::Account::State::SignedIn);
    };
    return stage;
}

ClientStage challenges()
{
    ClientStage stage = stageFor("p2");
    stage.opening = &signedIn;
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), Msn::Account::State::SignedOut);
        QCOMPARE(session.account().lastError().serverNumber, 540);
    };
    return stage;
}

ClientStage keepAlive()
{
    ClientStage stage = stageFor("p3");
    stage.opening = [](Session &session) {
        session.options.timing.ping = 300ms;
        signedIn(session);
    };
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), Msn::Account::State::SignedIn);
        QVERIFY2(session.ns().sent().isEmpty(), "the next ping is wanted in 50 seconds");
    };
    return stage;
}

struct ServiceAnswers
{
    QList<Msn::Expected<Msn::ServiceUrl, Msn::Error>> urls;
    bool invited = false;
};

Act askForUrl(const std::shared_ptr<ServiceAnswers> &answers, const Msn::ServiceUrlRequest &request)
{
    return [answers, request](Session &session) {
        session.account().requestServiceUrl(
            request, {&session.account(), [answers](const auto &url) { answers->urls.append(url); }});
    };
}

ClientStage services()
{
    const auto answers = std::make_shared<ServiceAnswers>();
    ClientStage stage = stageFor("p4");
    stage.opening = [answers](Session &session) {
        *answers = {};
        signedIn(session);
    };
    stage.acts = {{0, askForUrl(answers, {"INBOX", {}})}, {2, askForUrl(answers, {"COMPOSE", bob})},
        {4, askForUrl(answers, {"INBOX", {}})},
        {6, [answers](Session &session) {
             session.account().sendEmailInvitation(address("newbie@example.com"), QStringLiteral("Hi Mike!"),
                 {&session.account(),
                     [answers](const auto &result) { answers->invited = result.has_value(); }});
         }}};
    stage.until = 8;
    stage.check = [answers](Session &) {
        QCOMPARE(answers->urls.size(), 3);
        QCOMPARE(answers->urls[0]->returnUrl, QByteArray("/cgi-bin/HoTMaiL"));
        QCOMPARE(answers->urls[1]->id, QByteArray("1"));
        QCOMPARE(answers->urls[2].error().serverNumber, 710);
        QVERIFY(answers->invited);
    };
    return stage;
}

struct MailSpies
{
    explicit MailSpies(Msn::Account &account)
        : mails(&account, &Msn::Account::newMail)
        , alerts(&account, &Msn::Account::alertReceived)
    {
    }
    QSignalSpy mails;
    QSignalSpy alerts;
};

ClientStage mailAndAlerts()
{
    const auto spies = std::make_shared<std::unique_ptr<MailSpies>>();
    ClientStage stage = stageFor("p5");
    stage.opening = [spies](Session &session) {
        signedIn(session);
        session.ns().say("NLN NLN bob@example.com Bob 0\r\n");
        *spies = std::make_unique<MailSpies>(session.account());
    };
    stage.acts = {{1, [](Session &session) { QCOMPARE(session.account().inboxUnread(), 1); }}};
    stage.check = [spies](Session &session) {
        const std::unique_ptr<MailSpies> heard = std::move(*spies);
        QCOMPARE(heard->mails.size(), 1);
        const auto mail = heard->mails[0][0].value<Msn::NewMailNotice>();
        QCOMPARE(mail.from, QStringLiteral("B\u00F8b"));
        QCOMPARE(mail.subject, QStringLiteral("Gr\u00FC\u00DFe"));
        QCOMPARE(session.account().inboxUnread(), 0);
        QCOMPARE(heard->alerts.size(), 1);
        QCOMPARE(Msn::parseAlert(heard->alerts[0][0].toByteArray())->text, QStringLiteral("Tea at 5 & cake"));
        QVERIFY(!contact(session, bob).isOnline());
    };
    return stage;
}

// --- Conversations ---------------------------------------------------------------------------

ClientStage caller()
{
    Msn::TextFormat format;
    format.fontFamily = QStringLiteral("Segoe UI");
    format.bold = format.italic = true;
    format.colour = 0xFF0000;
    ClientStage stage = stageFor("c1");
    stage.opening = &signedIn;
    stage.acts = {{1, [](Session &session) { withBob(session).invite(address(bob), whatever()); }},
        {9, [](Session &session) { withBob(session).noteTyping(); }},
        {10, write("H\u00E9llo\nsecond line", format)},
        {13, [](Session &session) {
             const QList<Msn::ChatMessage> &lines = withBob(session).messages();
             QCOMPARE(lines.size(), 2);
             QCOMPARE(lines[0].delivery, Delivery::Delivered);
             QCOMPARE(lines[1].text, QStringLiteral("bhw98\u4F60\u597D\uFF01"));
             QCOMPARE(lines[1].format.fontFamily, QStringLiteral("\u5B8B\u4F53"));
             withBob(session).leave();
         }}};
    stage.check = [](Session &session) { QVERIFY(session.network.at(1).isLeft()); };
    return stage;
}

ClientStage called()
{
    ClientStage stage = stageFor("c2");
    stage.opening = &signedIn;
    stage.acts = {{9, [](Session &session) {
                       QCOMPARE(withBob(session).messages().size(), 1);
                       QCOMPARE(withBob(session).messages()[0].kind, Kind::Nudge);
                       write("still there?")(session);
                   }}};
    stage.check = [](Session &session) {
        QVERIFY(session.network.at(1).sent().endsWith("still there?"));
        QCOMPARE(session.account().conversations().all().size(), 1);
    };
    return stage;
}

ClientStage group()
{
    ClientStage stage = stageFor("c3");
    stage.connection = 1;
    stage.opening = [](Session &session) {
        signedIn(session);
        session.ns().say("RNG 20482 192.0.2.20:1863 CKI 1100000123.204419 bob@example.com Bob\r\n");
        QVERIFY(session.network.await(1));
    };
    stage.acts = {{6, [](Session &session) {
                       QCOMPARE(session.account().conversations().all().size(), 1);
                       Msn::Conversation *conversation = session.account().conversations().all().first();
                       QVERIFY(conversation->isGroup());
                       QCOMPARE(conversation->participants().size(), 1);
                       conversation->invite(address("dave@example.com"), whatever());
                   }}};
    stage.check = [](Session &session) {
        const Msn::Conversation *conversation = session.account().conversations().all().first();
        QList<Kind> kinds;
        for (const Msn::ChatMessage &line : conversation->messages())
            kinds.append(line.kind);
        QCOMPARE(kinds, (QList<Kind>{Kind::Text, Kind::Left, Kind::Joined}));
        QCOMPARE(conversation->messages()[0].text, QStringLiteral("hi both"));
        QCOMPARE(conversation->messages()[0].senderName.text(), QStringLiteral("Carol C."));
    };
    return stage;
}

/// What Bob sends into a conversation that he has opened.
ClientStage fromBob(const char *transcript, const Act &check)
{
    ClientStage stage = stageFor(transcript);
    stage.connection = 1;
    stage.opening = &calledByBob;
    stage.check = check;
    return stage;
}

Act showsOneText(const char *text)
{
    return [text](Session &session) {
        QCOMPARE(withBob(session).messages().size(), 1);
        QCOMPARE(withBob(session).messages()[0].kind, Kind::Text);
        QCOMPARE(withBob(session).messages()[0].text, QString::fromUtf8(text));
        QVERIFY(session.network.at(1).isOpen());
    };
}

void showsTheRefusedApplication(Session &session)
{
    QCOMPARE(withBob(session).messages().size(), 1);
    QCOMPARE(withBob(session).messages()[0].kind, Kind::Unsupported);
    QCOMPARE(withBob(session).messages()[0].text, QStringLiteral("Chess"));
}

ClientStage refusedCookie()
{
    ClientStage stage = stageFor("c9");
    stage.connection = 1;
    stage.opening = [](Session &session) {
        signedIn(session);
        write("hi")(session);
        QVERIFY(session.play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 1.2.3\\r\\n"));
        QVERIFY(session.network.await(1));
    };
    stage.check = [](Session &session) {
        QCOMPARE(withBob(session).messages()[0].delivery, Delivery::Pending);
        QVERIFY2(session.play("C XFR 11 SB\\r\\n"), "one more is worth asking for");
    };
    return stage;
}

} // namespace

QList<ClientStage> presenceStages()
{
    return {statusChanges(), challenges(), keepAlive(), services(), mailAndAlerts()};
}

QList<ClientStage> conversationStages()
{
    return {caller(), called(), group(), fromBob("c6", &showsTheRefusedApplication),
        fromBob("c7", showsOneText("Gr\u00FC\u00DFe")), fromBob("c8", showsOneText("still shown")),
        refusedCookie()};
}

} // namespace Test
