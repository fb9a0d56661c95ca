#include "core/protocol/messagecontent.h"

#include "core/protocol/conversation.h"
#include "tests/support/commands.h"
#include "tests/support/transcript.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Msn;
using Test::Sender;

class tst_MessageContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void encodesText();
    void textRoundTrip_data();
    void textRoundTrip();
    void typing_data();
    void typing();
    void datacast_data();
    void datacast();
    void clientCapabilities();
    void invitations_data();
    void invitations();
    void encodesInvitationCancel();
    void chunks();
    void chunkNumbers_data();
    void chunkNumbers();
    void oddities();
    void otherTypes_data();
    void otherTypes();
    void splitsLongTexts_data();
    void splitsLongTexts();
    void splitsAtBlanks();
    void splittingALongTextIsQuick();
    void aMessageTooSmallForItsHeadersIsNotSplitForEver();
    void anEnormousChunkCountIsNoWholeMessage();
};

namespace {

template <typename T>
std::optional<T> parsed(const QByteArray &payload)
{
    const MessageContent content = parseMessageContent(payload);
    const T *value = std::get_if<T>(&content);
    return value ? std::optional(*value) : std::nullopt;
}

QByteArray withType(const QByteArray &type, const QByteArray &rest)
{
    return "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n" + rest;
}

/// Payloads of the MSG commands that \p sender sends in a transcript.
QList<QByteArray> payloads(const QString &transcript, Sender sender)
{
    QList<QByteArray> result;
    const auto connections = Test::Transcript::load(transcript).connections();
    for (const auto &connection : connections) {
        const auto commands = Test::readCommands(connection.sentBy(sender), sender).commands;
        for (const Command &command : commands) {
            if (command.verb == "MSG")
                result.append(*command.payload);
        }
    }
    return result;
}

} // namespace

void tst_MessageContent::text_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << withType(
        "text/plain; charset=UTF-8", "\r\nbhw98\xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x81")
                           << QStringLiteral("bhw98\u4F60\u597D\uFF01");
    QTest::newRow("line breaks") << withType("text/plain", "\r\na\r\nb\nc\rd")
                                 << QStringLiteral("a\nb\nc\nd");
    QTest::newRow("empty body") << withType("text/plain; charset=UTF-8", "\r\n") << QString();
    QTest::newRow("no blank line") << withType("text/plain; charset=UTF-8", "") << QString();
    QTest::newRow("no format") << withType("text/plain", "\r\nx") << QStringLiteral("x");
    QTest::newRow("Latin-1") << withType("text/plain", "\r\ncaf\xE9") << QStringLiteral("caf\u00E9");
    QTest::newRow("looks like markup")
        << withType("text/plain; charset=UTF-8", "\r\n<b>&amp;") << QStringLiteral("<b>&amp;");
}

void tst_MessageContent::text()
{
    QFETCH(QByteArray, payload);
    const auto message = parsed<TextMessage>(payload);
    QVERIFY(message);
    QTEST(message->text, "text");
}

/// Byte for byte what transcript C1 shows.
void tst_MessageContent::encodesText()
{
    TextMessage message;
    message.text = QStringLiteral("H\u00E9llo\nsecond line");
    message.format.fontFamily = QStringLiteral("Segoe UI");
    message.format.bold = message.format.italic = true;
    message.format.colour = 0xFF0000;
    const QByteArray fromTranscript = payloads(QStringLiteral("c1"), Sender::Client).value(1);
    QCOMPARE(encodeText(message), fromTranscript);
    const auto received = parsed<TextMessage>(fromTranscript);
    QVERIFY(received);
    QVERIFY(*received == message);
}

void tst_MessageContent::textRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("hello");
    QTest::newRow("empty") << QString();
    QTest::newRow("many languages") << QStringLiteral(
        "\u4F60\u597D \u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD \U0001F98B");
    QTest::newRow("blank lines") << QStringLiteral("\n\na\n\n");
    QTest::newRow("looks like headers") << QStringLiteral("Content-Type: text/html\n\n<b>");
}

void tst_MessageContent::textRoundTrip()
{
    QFETCH(QString, text);
    TextMessage message;
    message.text = text;
    const auto again = parsed<TextMessage>(encodeText(message));
    QVERIFY(again);
    QVERIFY(*again == message);
}

void tst_MessageContent::typing_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("typing");
    QTest::newRow("classic") << withType("text/x-msmsgscontrol", "TypingUser: alice@example.com\r\n\r\n\r\n")
                             << true;
    QTest::newRow("recording") << withType(
        "text/x-msmsgscontrol", "RecordingUser: alice@example.com\r\n\r\n\r\n")
                               << true;
    QTest::newRow("shouted") << withType("Text/X-MSMSGSControl", "typinguser: alice@example.com\r\n") << true;
    QTest::newRow("something else") << withType("text/x-msmsgscontrol", "\r\n\r\n") << false;
}

void tst_MessageContent::typing()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, typing);
    QCOMPARE(parsed<TypingNotice>(payload).has_value(), typing);
    QCOMPARE(parsed<OtherContent>(payload).has_value(), !typing);
    const TypingNotice notice{Address(QStringLiteral("alice@example.com"))};
    QCOMPARE(encodeTypingNotice(notice), payloads(QStringLiteral("c1"), Sender::Client).constFirst());
}

void tst_MessageContent::datacast_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("data");
    QTest::newRow("nudge") << QByteArray("ID: 1\r\n\r\n") << 1 << QString();
    QTest::newRow("nudge, short") << QByteArray("ID: 1\r\n") << 1 << QString();
    QTest::newRow("nudge with more") << QByteArray("ID: 1\r\nPlugIn-Context: 1\r\n") << 1 << QString();
    QTest::newRow("wink") << QByteArray("ID: 2\r\nData: <msnobj/>\r\n") << 2 << QStringLiteral("<msnobj/>");
    QTest::newRow("action") << QByteArray("ID: 4\r\nData: waves\r\n") << 4 << QStringLiteral("waves");
    QTest::newRow("no id") << QByteArray() << 0 << QString();
    QTest::newRow("nonsense") << QByteArray("ID: one\r\n") << 0 << QString();
}

void tst_MessageContent::datacast()
{
    QFETCH(QByteArray, body);
    QFETCH(int, id);
    const QByteArray payload = withType("text/x-msnmsgr-datacast", "\r\n" + body);
    QCOMPARE(parsed<Nudge>(payload).has_value(), id == 1);
    if (id != 1) {
        const auto cast = parsed<Datacast>(payload);
        QVERIFY(cast);
        QCOMPARE(cast->id, id);
        QTEST(cast->data, "data");
    }
    QVERIFY(parsed<Nudge>(encodeNudge()));
    QVERIFY(payloads(QStringLiteral("c2"), Sender::Server).contains(encodeNudge()));
}

void tst_MessageContent::clientCapabilities()
{
    const auto capabilities
        = parsed<ClientCapabilities>(payloads(QStringLiteral("c2"), Sender::Server).constFirst());
    QVERIFY(capabilities);
    QCOMPARE(capabilities->clientName, QStringLiteral("Example/1.0"));
    QVERIFY(capabilities->keepsLog);
    QVERIFY(parsed<ClientCapabilities>(withType("text/x-clientcaps", "\r\n")));
}

void tst_MessageContent::invitations_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("command");
    QTest::addColumn<quint32>("cookie");
    using C = Invitation::Command;
    const auto row = [](const char *name, const char *body, C command, quint32 cookie) {
        QTest::newRow(name) << QByteArray(body) << int(command) << cookie;
    };
    row("invite", "Application-Name: Chess\r\nInvitation-Command: INVITE\r\nInvitation-Cookie: 58273\r\n\r\n",
        C::Invite, 58273);
    row("accept", "Invitation-Command: ACCEPT\r\nInvitation-Cookie: 0\r\nLaunch-Application: FALSE\r\n",
        C::Accept, 0);
    row("cancel in lower case", "invitation-cookie: 4294967295\r\ninvitation-command: cancel\r\n", C::Cancel,
        4294967295U);
    row("unknown command", "Invitation-Command: MAYBE\r\nInvitation-Cookie: 5\r\n", C::Unknown, 5);
    // A cookie of escapes crashed a classic client: anything but a number is no invitation.
    row("no cookie", "Invitation-Command: INVITE\r\n", C::Invite, quint32(-2));
    row("cookie of escapes", "Invitation-Command: INVITE\r\nInvitation-Cookie: %20%20%20\r\n", C::Invite,
        quint32(-2));
    row("cookie too large", "Invitation-Command: INVITE\r\nInvitation-Cookie: 4294967296\r\n", C::Invite,
        quint32(-2));
    row("signed cookie", "Invitation-Command: INVITE\r\nInvitation-Cookie: +5\r\n", C::Invite, quint32(-2));
}

void tst_MessageContent::invitations()
{
    QFETCH(QByteArray, body);
    QFETCH(int, command);
    QFETCH(quint32, cookie);
    const QByteArray payload = withType("text/x-msmsgsinvite; charset=UTF-8", "\r\n" + body);
    if (cookie == quint32(-2)) {
        QVERIFY(parsed<OtherContent>(payload));
        return;
    }
    const auto invitation = parsed<Invitation>(payload);
    QVERIFY(invitation);
    QCOMPARE(int(invitation->command), command);
    QCOMPARE(invitation->cookie, cookie);
    QVERIFY(invitation->fields.hasHeader("Invitation-Cookie"));
}

void tst_MessageContent::encodesInvitationCancel()
{
    QCOMPARE(encodeInvitationCancel(58273, "REJECT_NOT_INSTALLED"),
        payloads(QStringLiteral("c6"), Sender::Client).constFirst());
}

/// Transcript C7: cut inside a character.
void tst_MessageContent::chunks()
{
    const QList<QByteArray> parts = payloads(QStringLiteral("c7"), Sender::Server);
    QCOMPARE(parts.size(), 2);
    const auto first = parsed<MessageChunk>(parts[0]);
    QVERIFY(first);
    QCOMPARE(first->index, 0);
    QCOMPARE(first->count, 2);
    const auto second = parsed<MessageChunk>(parts[1]);
    QVERIFY(second);
    QCOMPARE(second->index, 1);
    QCOMPARE(second->messageId, first->messageId);

    MimeMessage whole = first->part;
    whole.setBody(first->part.body() + second->part.body());
    QCOMPARE(whole.bodyText(), QStringLiteral("Gr\u00FC\u00DFe"));
}

void tst_MessageContent::chunkNumbers_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("index"); // -1: a message like any other
    QTest::addColumn<int>("count");
    QTest::newRow("first of 64") << QByteArray("Message-ID: {x}\r\nChunks: 64\r\n") << 0 << 64;
    QTest::newRow("last") << QByteArray("Message-ID: {x}\r\nChunk: 63\r\n") << 63 << 0;
    QTest::newRow("only one") << QByteArray("Message-ID: {x}\r\nChunks: 1\r\n") << -1 << 0;
    QTest::newRow("none") << QByteArray("Message-ID: {x}\r\nChunks: 0\r\n") << -1 << 0;
    QTest::newRow("no id") << QByteArray("Chunks: 2\r\n") << -1 << 0;
    QTest::newRow("id alone") << QByteArray("Message-ID: {x}\r\n") << -1 << 0;
    QTest::newRow("negative") << QByteArray("Message-ID: {x}\r\nChunks: -3\r\n") << -1 << 0;
    QTest::newRow("nonsense") << QByteArray("Message-ID: {x}\r\nChunks: many\r\n") << -1 << 0;
}

void tst_MessageContent::chunkNumbers()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, index);
    const auto chunk = parsed<MessageChunk>(withType("text/plain; charset=UTF-8", headers + "\r\nx"));
    QCOMPARE(chunk.has_value(), index >= 0);
    if (chunk) {
        QCOMPARE(chunk->index, index);
        QTEST(chunk->count, "count");
    }
}

/// Transcript C8.
void tst_MessageContent::oddities()
{
    const QList<QByteArray> odd = payloads(QStringLiteral("c8"), Sender::Server);
    QCOMPARE(odd.size(), 4);
    QVERIFY(parsed<OtherContent>(odd[0]));
    QVERIFY(parsed<OtherContent>(odd[1]));
    const auto unknown = parsed<OtherContent>(odd[2]);
    QVERIFY(unknown);
    QCOMPARE(unknown->contentType, QByteArray("application/x-unknown"));
    QCOMPARE(unknown->message.body(), QByteArray("\x00\xFF", 2));
    const auto text = parsed<TextMessage>(odd[3]);
    QVERIFY(text);
    QCOMPARE(text->text, QStringLiteral("still shown"));
    QCOMPARE(text->contextName.text(), QStringLiteral("Admin"));
    QVERIFY(text->format == TextFormat());
}

void tst_MessageContent::otherTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    const QByteArrayList types{"text/x-mms-emoticon", "text/x-mms-animemoticon", "application/x-msnmsgrp2p",
        "image/gif", "application/x-ms-ink", "text/x-keepalive", "text/html", "text"};
    for (const QByteArray &type : types)
        QTest::newRow(type.constData()) << type;
}

void tst_MessageContent::otherTypes()
{
    QFETCH(QByteArray, type);
    const auto other = parsed<OtherContent>(withType(type, "\r\nbody"));
    QVERIFY(other);
    QCOMPARE(other->contentType, type);
    QCOMPARE(other->message.body(), QByteArray("body"));
}

void tst_MessageContent::splitsLongTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << QStringLiteral("lorem ipsum dolor ").repeated(500);
    QTest::newRow("one long word") << QString(5000, u'x');
    QTest::newRow("lines") << QStringLiteral("one\ntwo\n\n").repeated(600);
    QTest::newRow("butterflies") << QStringLiteral("\U0001F98B").repeated(1500);
    QTest::newRow("families")
        << QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466").repeated(200);
    QTest::newRow("combining accents") << QStringLiteral("e\u0301\u0302").repeated(1200);
    QTest::newRow("Arabic")
        << QStringLiteral("\u0645\u0631\u062D\u0628\u0627\u064B \u0628\u0643 ").repeated(300);
    QTest::newRow("Devanagari") << QStringLiteral("\u0915\u094D\u0937\u093F").repeated(500);
    QTest::newRow("one enormous character") << u'e' + QString(4000, u'\u0301');
}

/// Nothing is lost, nothing is too long, no piece begins or ends inside a character.
void tst_MessageContent::splitsLongTexts()
{
    QFETCH(QString, text);
    TextMessage message;
    message.text = text;
    message.format.fontFamily = QStringLiteral("Segoe UI");
    const QList<QByteArray> pieces = encodeTextInPieces(message, maxMessageBytes);
    QVERIFY(pieces.size() > 1);
    QString joined;
    for (const QByteArray &piece : pieces) {
        QVERIFY(piece.size() <= maxMessageBytes);
        const auto part = parsed<TextMessage>(piece);
        QVERIFY(part);
        QVERIFY(!part->text.isEmpty());
        QVERIFY(!part->text.front().isLowSurrogate());
        QVERIFY(!part->text.contains(QChar::ReplacementCharacter));
        QCOMPARE(part->format.fontFamily, message.format.fontFamily);
        joined += part->text;
    }
    QCOMPARE(joined, text);
}

void tst_MessageContent::splitsAtBlanks()
{
    TextMessage message;
    message.text = QStringLiteral("lorem ipsum dolor sit amet ").repeated(200);
    const QList<QByteArray> pieces = encodeTextInPieces(message, maxMessageBytes);
    for (qsizetype i = 0; i + 1 < pieces.size(); ++i)
        QVERIFY(pieces[i].endsWith(' '));
    message.text = QStringLiteral("short");
    QCOMPARE(encodeTextInPieces(message, maxMessageBytes), QList<QByteArray>{encodeText(message)});
}

/// Looking for character boundaries in all of the rest again for every piece took minutes.
void tst_MessageContent::splittingALongTextIsQuick()
{
    TextMessage message;
    message.text = QString(2'000'000, u'\u00E9');
    QElapsedTimer timer;
    timer.start();
    QVERIFY(encodeTextInPieces(message, maxMessageBytes).size() > 2000);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_MessageContent::aMessageTooSmallForItsHeadersIsNotSplitForEver()
{
    TextMessage message;
    message.text = QStringLiteral("hello");
    QVERIFY(encodeTextInPieces(message, 10).isEmpty());
}

/// The count overflowed to 0, and the first part was shown as a message of its own.
void tst_MessageContent::anEnormousChunkCountIsNoWholeMessage()
{
    const auto chunk = parsed<MessageChunk>(
        withType("text/plain; charset=UTF-8", "Message-ID: {x}\r\nChunks: 4294967295\r\n\r\nx"));
    QVERIFY(chunk);
    QVERIFY(chunk->count > 64);
}

QTEST_GUILESS_MAIN(tst_MessageContent)

#include "tst_messagecontent.moc"
