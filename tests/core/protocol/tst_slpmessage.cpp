#include "core/protocol/slpmessage.h"

#include "tests/support/goldenpeer.h"

#include <QTest>

using namespace Msn;
namespace GoldenPeer = Test::GoldenPeer;

/// Texts of examples.md §2, §4, §5.
class tst_SlpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenTexts_data();
    void goldenTexts();
    void readsTheInvite();
    void writesTheInvite();
    void answersTheInvite();
    void writesTheBye();
    void refusals_data();
    void refusals();
    void tolerated_data();
    void tolerated();
    void numbers_data();
    void numbers();
    void refused_data();
    void refused();
    void aValueAddsNoLines();
};

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));

QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    QByteArray text = GoldenPeer::invite();
    if (!text.contains(before))
        qFatal("the example has no %s", before.constData());
    return text.replace(before, after);
}

} // namespace

void tst_SlpMessage::goldenTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("INVITE") << GoldenPeer::invite() << 646 << QByteArray("1c47b9c9bbc9");
    QTest::newRow("long INVITE") << GoldenPeer::longInvite() << 1355 << QByteArray("e3f4f82806b8");
    QTest::newRow("200 OK") << GoldenPeer::okResponse() << 326 << QByteArray("b6ad72dfa657");
    QTest::newRow("BYE") << GoldenPeer::bye() << 328 << QByteArray("6b5b8c1caca2");
}

void tst_SlpMessage::goldenTexts()
{
    QFETCH(QByteArray, text);
    QTEST(static_cast<int>(text.size()), "size");
    QTEST(GoldenPeer::hash(text), "hash");
    const auto message = parseSlpMessage(text);
    QVERIFY(message);
    QCOMPARE(encodeSlpMessage(*message), text);
}

void tst_SlpMessage::readsTheInvite()
{
    const auto invite = parseSlpMessage(GoldenPeer::invite());
    QVERIFY(invite);
    QCOMPARE(invite->method, SlpMessage::Method::Invite);
    QCOMPARE(invite->status, 0);
    QCOMPARE(invite->to, bob);
    QCOMPARE(invite->from, alice);
    QCOMPARE(invite->via, QByteArray("MSNSLP/1.0/TLP ;branch={11223344-5566-4778-899A-ABBCCDDEEFF0}"));
    QCOMPARE(invite->cSeq, 0U);
    QCOMPARE(invite->callId, GoldenPeer::callId());
    QCOMPARE(invite->contentType, QByteArray(SlpType::sessionRequest));
    QCOMPARE(invite->field("euf-guid"), QByteArray(EufGuid::objectDownload));
    QCOMPARE(invite->number("SessionID"), std::optional<quint32>(1234567));
    QCOMPARE(invite->number("AppID"), std::optional<quint32>(1));
    QCOMPARE(QByteArray::fromBase64(invite->field("Context")), GoldenPeer::object() + '\0');
}

void tst_SlpMessage::writesTheInvite()
{
    SlpMessage invite;
    invite.method = SlpMessage::Method::Invite;
    invite.to = bob;
    invite.from = alice;
    invite.via = makeSlpVia("{11223344-5566-4778-899A-ABBCCDDEEFF0}");
    invite.callId = GoldenPeer::callId();
    invite.contentType = SlpType::sessionRequest;
    invite.fields = {
        {"EUF-GUID", EufGuid::objectDownload},
        {"SessionID", "1234567"},
        {"AppID", "1"},
        {"Context", (GoldenPeer::object() + '\0').toBase64()},
    };
    QCOMPARE(encodeSlpMessage(invite), GoldenPeer::invite());
}

void tst_SlpMessage::answersTheInvite()
{
    const auto invite = parseSlpMessage(GoldenPeer::invite());
    QVERIFY(invite);
    QCOMPARE(
        encodeSlpMessage(makeSlpResponse(*invite, bob, alice, SlpMessage::Ok)), GoldenPeer::okResponse());
}

void tst_SlpMessage::writesTheBye()
{
    SlpMessage bye;
    bye.method = SlpMessage::Method::Bye;
    bye.to = bob;
    bye.from = alice;
    bye.via = makeSlpVia("{A0D624A6-6C0C-4283-A9E0-BC97B4B46D32}");
    bye.callId = GoldenPeer::callId();
    bye.contentType = SlpType::sessionClose;
    QCOMPARE(encodeSlpMessage(bye), GoldenPeer::bye());
}

void tst_SlpMessage::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("end");
    const QByteArray sessionBody = QByteArray("Content-Length: 23\r\n\r\nSessionID: 1234567\r\n\r\n") + '\0';
    QTest::newRow("declined") << 603 << QByteArray("MSNSLP/1.0 603 Decline\r\n") << sessionBody;
    QTest::newRow("not us") << 404 << QByteArray("MSNSLP/1.0 404 Not Found\r\n") << sessionBody;
    QTest::newRow("cannot") << 500 << QByteArray("MSNSLP/1.0 500 Internal Error\r\n")
                            << QByteArray("Content-Type: null\r\nContent-Length: 0\r\n\r\n");
}

void tst_SlpMessage::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, end);
    const auto invite = parseSlpMessage(GoldenPeer::invite());
    QVERIFY(invite);
    const QByteArray text
        = encodeSlpMessage(makeSlpResponse(*invite, bob, alice, static_cast<SlpMessage::Status>(status)));
    QVERIFY2(text.startsWith(line), text.constData());
    QVERIFY2(text.endsWith(end), text.constData());
    const auto read = parseSlpMessage(text);
    QVERIFY(read);
    QCOMPARE(read->status, status);
}

void tst_SlpMessage::tolerated_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no zero byte") << GoldenPeer::invite().chopped(1);
    QTest::newRow("wrong length") << changed("Content-Length: 318", "Content-Length: 7");
    QTest::newRow("enormous length") << changed(
        "Content-Length: 318", "Content-Length: 99999999999999999999");
    QTest::newRow("no blank behind CSeq") << changed("CSeq: 0 ", "CSeq: 0");
    QTest::newRow("header names in another case") << changed("Call-ID:", "CALL-Id:");
    QTest::newRow("field names in another case") << changed("SessionID:", "sessionid:");
    QTest::newRow("the inviter behind the method")
        << changed("MSNMSGR:bob@example.com", "MSNMSGR:alice@example.com");
    QTest::newRow("late lines") << changed(
        "AppID: 1\r\n", "SChannelState: 0\r\nAppID: 1\r\nRequestFlags: 16\r\n");
    QTest::newRow("place behind the address") << changed(
        "<msnmsgr:bob@example.com>", "<msnmsgr:bob@example.com;{B3A32B1C-5C6F-4A0E-8D1E-0A2B3C4D5E6F}>");
    QTest::newRow("something behind the zero byte") << GoldenPeer::invite() + "AppID: 9\r\n";
    QTest::newRow("no empty line at the end") << GoldenPeer::invite().chopped(5);
}

void tst_SlpMessage::tolerated()
{
    QFETCH(QByteArray, text);
    const auto message = parseSlpMessage(text);
    QVERIFY(message);
    QCOMPARE(message->method, SlpMessage::Method::Invite);
    QCOMPARE(message->to, bob);
    QCOMPARE(message->callId, GoldenPeer::callId());
    QCOMPARE(message->number("SessionID"), std::optional<quint32>(1234567));
    QCOMPARE(message->number("AppID"), std::optional<quint32>(1));
}

void tst_SlpMessage::numbers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("too large") << QByteArray("4294967296");
    QTest::newRow("negative") << QByteArray("-1");
    QTest::newRow("escapes") << QByteArray("%20%20");
    QTest::newRow("empty") << QByteArray();
}

void tst_SlpMessage::numbers()
{
    QFETCH(QByteArray, value);
    const auto message = parseSlpMessage(changed("SessionID: 1234567", "SessionID: " + value));
    QVERIFY(message);
    QVERIFY(!message->number("SessionID"));
    // What is no number is not sent back either.
    QVERIFY(makeSlpResponse(*message, bob, alice, SlpMessage::Decline).fields.isEmpty());
}

void tst_SlpMessage::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one zero byte") << QByteArray(1, '\0');
    QTest::newRow("no line") << QByteArray("INVITE MSNMSGR:bob@example.com MSNSLP/1.0");
    QTest::newRow("another method") << changed("INVITE MSNMSGR", "OPTIONS MSNMSGR");
    QTest::newRow("a method in another case") << changed("INVITE MSNMSGR", "Invite MSNMSGR");
    QTest::newRow("another version") << changed(".com MSNSLP/1.0", ".com MSNSLP/2.0");
    QTest::newRow("no Call-ID") << changed("Call-ID", "Call");
    QTest::newRow("long Call-ID") << changed("{5B8D1C2E", QByteArray(65, '5'));
    QTest::newRow("Call-ID with a line break in it") << changed("{5B8D1C2E", "{5B8D\r1C2E");
    QTest::newRow("CSeq is no number") << changed("CSeq: 0", "CSeq: one");
    QTest::newRow("status is no number") << QByteArray("MSNSLP/1.0 OK\r\nCSeq: 1\r\nCall-ID: {1}\r\n\r\n");
    QTest::newRow("status of 5 digits")
        << QByteArray("MSNSLP/1.0 20000 OK\r\nCSeq: 1\r\nCall-ID: {1}\r\n\r\n");
    QTest::newRow("over 64 KiB") << GoldenPeer::invite() + QByteArray(64 * 1024, ' ');
}

void tst_SlpMessage::refused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseSlpMessage(text));
}

void tst_SlpMessage::aValueAddsNoLines()
{
    SlpMessage bye;
    bye.method = SlpMessage::Method::Bye;
    bye.to = bob;
    bye.from = alice;
    bye.callId = "{1}";
    bye.via = "MSNSLP/1.0/TLP\r\nContent-Type: text/plain";
    bye.contentType = SlpType::sessionClose;
    const auto read = parseSlpMessage(encodeSlpMessage(bye));
    QVERIFY(read);
    QCOMPARE(read->contentType, QByteArray(SlpType::sessionClose));
}

QTEST_GUILESS_MAIN(tst_SlpMessage)

#include "tst_slpmessage.moc"
