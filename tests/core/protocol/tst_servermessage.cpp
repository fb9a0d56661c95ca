#include "core/protocol/servermessage.h"

#include "tests/support/commands.h"

#include <QTest>

using namespace Msn;
using Test::Sender;

class tst_ServerMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profileOfTheMsnp8Document();
    void profileVariants();
    void profileRoundTrip();
    void swappedPort_data();
    void swappedPort();
    void initialMail();
    void initialMailWithNonsense();
    void newMail();
    void movedMail_data();
    void movedMail();
    void systemMessages();
    void givenPicture_data();
    void givenPicture();
    void pictureThatIsNone_data();
    void pictureThatIsNone();
    void everythingElse_data();
    void everythingElse();
    void encodedWords_data();
    void encodedWords();
    void everyRecordedServerMessage();
};

namespace {

template <typename T>
std::optional<T> parsed(const QByteArray &payload)
{
    const ServerMessage message = parseServerMessage(payload);
    const T *value = std::get_if<T>(&message);
    return value ? std::optional(*value) : std::nullopt;
}

/// Begins as a PNG, with bytes in it that mean something elsewhere on the wire.
QByteArray pngOf(qsizetype size)
{
    const QByteArray start("\x89PNG\r\n\x1A\n\0\r\n\r\n: ", 15);
    return start + QByteArray(size - start.size(), '\xFF');
}

QByteArray withType(const QByteArray &type, const QByteArray &body)
{
    return "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
}

} // namespace

/// The sample of the MSNP8 document, its 432 bytes with invented values; the source port is 1025.
void tst_ServerMessage::profileOfTheMsnp8Document()
{
    const auto profile = parsed<Profile>("MIME-Version: 1.0\r\n"
                                         "Content-Type: text/x-msmsgsprofile; charset=UTF-8\r\n"
                                         "EmailEnabled: 1\r\n"
                                         "MemberIdHigh: 84352\r\n"
                                         "MemberIdLow: 1317109683\r\n"
                                         "lang_preference: 1033\r\n"
                                         "preferredEmail: \r\n"
                                         "country: UK\r\n"
                                         "PostalCode: \r\n"
                                         "Gender: \r\n"
                                         "Kid: 0\r\n"
                                         "Age: \r\n"
                                         "BDayPre: \r\n"
                                         "Birthday: \r\n"
                                         "Wallet: \r\n"
                                         "Flags: 1031\r\n"
                                         "sid: 507\r\n"
                                         "kv: 5\r\n"
                                         "MSPAuth: 4aBcD!x*Y$$\r\n"
                                         "ClientIP: 198.51.100.64\r\n"
                                         "ClientPort: 260\r\n"
                                         "\r\n");
    QVERIFY(profile);
    QVERIFY(profile->emailEnabled());
    QVERIFY(!profile->loginTime());
    QCOMPARE(profile->clientIp(), QStringLiteral("198.51.100.64"));
    QCOMPARE(int(profile->clientPort()), 260);
    QCOMPARE(int(profile->clientPortSwapped()), 1025);
    QCOMPARE(profile->authenticationTicket(), QByteArray("4aBcD!x*Y$$"));
    QVERIFY(!profile->listMigrated());
    QCOMPARE(profile->fields.header("MemberIdLow"), QByteArray("1317109683"));
    QVERIFY(profile->fields.hasHeader("preferredEmail"));
    QCOMPARE(profile->fields.header("preferredEmail"), QByteArray());
}

void tst_ServerMessage::profileVariants()
{
    const auto profile
        = parsed<Profile>("MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsprofile; charset=UTF-8\r\n"
                          "LoginTime: 1700000000\r\npreferredEmail:\r\nno colon here\r\nCLIENTPORT: "
                          "1025\r\nABCHMigrated: 1\r\n");
    QVERIFY(profile);
    QVERIFY(profile->loginTime() == 1700000000);
    QCOMPARE(int(profile->clientPort()), 1025);
    QVERIFY(profile->listMigrated());
    QVERIFY(!profile->emailEnabled());
    QCOMPARE(profile->clientIp(), QString());
}

void tst_ServerMessage::profileRoundTrip()
{
    const auto profile = parsed<Profile>(
        encodeProfile({{"ClientIP", "198.51.100.7"}, {"ClientPort", "47115"}, {"Age", ""}}));
    QVERIFY(profile);
    QCOMPARE(profile->clientIp(), QStringLiteral("198.51.100.7"));
    QCOMPARE(int(profile->clientPortSwapped()), 3000);
    QVERIFY(profile->fields.hasHeader("Age"));
}

void tst_ServerMessage::swappedPort_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("port");
    QTest::newRow("260") << QByteArray("260") << 1025;
    QTest::newRow("47115") << QByteArray("47115") << 3000;
    QTest::newRow("0") << QByteArray("0") << 0;
    QTest::newRow("65535") << QByteArray("65535") << 65535;
    QTest::newRow("too large") << QByteArray("65536") << 0;
    QTest::newRow("no number") << QByteArray("port") << 0;
}

void tst_ServerMessage::swappedPort()
{
    QFETCH(QByteArray, wire);
    const auto profile = parsed<Profile>(encodeProfile({{"ClientPort", wire}}));
    QVERIFY(profile);
    QTEST(int(profile->clientPortSwapped()), "port");
}

void tst_ServerMessage::initialMail()
{
    const InitialMailNotice notice{2, 1, "/cgi-bin/HoTMaiL", "/cgi-bin/folders", "http://www.example.net"};
    const auto again = parsed<InitialMailNotice>(encodeInitialMailNotice(notice));
    QVERIFY(again);
    QVERIFY(*again == notice);
}

void tst_ServerMessage::initialMailWithNonsense()
{
    const auto notice = parsed<InitialMailNotice>(withType(
        "text/x-msmsgsinitialemailnotification", "Inbox-Unread: -5\r\nFolders-Unread: 99999999999999\r\n"));
    QVERIFY(notice);
    QCOMPARE(notice->inboxUnread, 0);
    QVERIFY(notice->foldersUnread >= 0);
}

void tst_ServerMessage::newMail()
{
    const auto mail = parsed<NewMailNotice>(withType("text/x-msmsgsemailnotification; charset=UTF-8",
        "From: =?UTF-8?B?QsO4Yg==?=\r\nMessage-URL: /cgi-bin/getmsg?msg=1\r\n"
        "Post-URL: https://login.example.net/md5auth.srf\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
        "Dest-Folder: ACTIVE\r\nFrom-Addr: bob@example.com\r\nid: 2\r\n"));
    QVERIFY(mail);
    QCOMPARE(mail->from, QStringLiteral("B\u00F8b"));
    QCOMPARE(mail->subject, QStringLiteral("Gr\u00FC\u00DFe"));
    QCOMPARE(mail->fromAddress, QStringLiteral("bob@example.com"));
    QVERIFY(mail->intoInbox);
    QCOMPARE(mail->messageUrl, QByteArray("/cgi-bin/getmsg?msg=1"));
    QCOMPARE(mail->postUrl, QByteArray("https://login.example.net/md5auth.srf"));
    QCOMPARE(mail->id, QByteArray("2"));
}

void tst_ServerMessage::movedMail_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<MailMovedNotice>("expected");
    QTest::newRow("to the bin") << QByteArray(
        "Src-Folder: ACTIVE\r\nDest-Folder: .!!trAsH\r\nMessage-Delta: 1\r\n")
                                << MailMovedNotice{true, false, 1};
    QTest::newRow("into the inbox") << QByteArray(
        "Src-Folder: 123\r\nDest-Folder: ACTIVE\r\nMessage-Delta: 3\r\n")
                                    << MailMovedNotice{false, true, 3, true, false};
    QTest::newRow("read in place") << QByteArray(
        "Src-Folder: ACTIVE\r\nDest-Folder: ACTIVE\r\nMessage-Delta: -1\r\n")
                                   << MailMovedNotice{true, true, 0};
    QTest::newRow("empty") << QByteArray() << MailMovedNotice{};
}

void tst_ServerMessage::movedMail()
{
    QFETCH(QByteArray, body);
    QFETCH(MailMovedNotice, expected);
    const auto notice
        = parsed<MailMovedNotice>(withType("text/x-msmsgsactivemailnotification; charset=UTF-8", body));
    QVERIFY(notice);
    QVERIFY(*notice == expected);
}

void tst_ServerMessage::systemMessages()
{
    const auto notice = parsed<ShutdownNotice>(encodeShutdownNotice({5}));
    QVERIFY(notice);
    QCOMPARE(notice->minutes, 5);
    // An unknown type crashed a client that used a text it had never set.
    QVERIFY(
        parsed<OtherServerMessage>(withType("application/x-msmsgssystemmessage", "Type: 7\r\nArg1: 5\r\n")));
    QVERIFY(parsed<OtherServerMessage>(withType("application/x-msmsgssystemmessage", "")));
}

void tst_ServerMessage::givenPicture_data()
{
    QTest::addColumn<QByteArray>("png");
    QTest::newRow("small") << pngOf(100);
    QTest::newRow("largest") << pngOf(maxGivenPictureBytes);
    QTest::newRow("taken away") << QByteArray();
}

void tst_ServerMessage::givenPicture()
{
    QFETCH(QByteArray, png);
    const QByteArray wire = encodeGivenPicture({png});
    QCOMPARE(wire, withType("application/x-swallowtail-picture", png));
    const auto picture = parsed<GivenPicture>(wire);
    QVERIFY(picture);
    QCOMPARE(picture->png, png);
}

void tst_ServerMessage::pictureThatIsNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("too large") << pngOf(maxGivenPictureBytes + 1);
    QTest::newRow("another kind") << QByteArray("GIF89a");
    QTest::newRow("half a signature") << QByteArray("\x89PNG");
    QTest::newRow("broken line ends") << QByteArray("\x89PNG\n\x1A\n and more");
}

void tst_ServerMessage::pictureThatIsNone()
{
    QFETCH(QByteArray, body);
    QVERIFY(parsed<OtherServerMessage>(withType("application/x-swallowtail-picture", body)));
}

void tst_ServerMessage::everythingElse_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xFF\r\n\n\n:", 7) << QByteArray();
    QTest::newRow("later mail data") << withType("text/x-msmsgsinitialmdatanotification; charset=UTF-8",
        "Mail-Data: <MD/>") << QByteArray("text/x-msmsgsinitialmdatanotification");
    QTest::newRow("shouted type") << withType("TEXT/X-UNKNOWN", "") << QByteArray("text/x-unknown");
}

void tst_ServerMessage::everythingElse()
{
    QFETCH(QByteArray, payload);
    const auto other = parsed<OtherServerMessage>(payload);
    QVERIFY(other);
    QTEST(other->contentType, "type");
}

void tst_ServerMessage::encodedWords_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("Hello") << QStringLiteral("Hello");
    QTest::newRow("B") << QByteArray("=?UTF-8?B?QsO4Yg==?=") << QStringLiteral("B\u00F8b");
    QTest::newRow("Q") << QByteArray("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=") << QStringLiteral("Gr\u00FC\u00DFe");
    QTest::newRow("q with underscores") << QByteArray("=?utf-8?q?a_b=5Fc?=") << QStringLiteral("a b_c");
    QTest::newRow("Latin-1") << QByteArray("=?ISO-8859-1?Q?caf=E9?=") << QStringLiteral("caf\u00E9");
    QTest::newRow("between words") << QByteArray("Re: =?UTF-8?B?QsO4Yg==?= wrote")
                                   << QStringLiteral("Re: B\u00F8b wrote");
    QTest::newRow("two in a row") << QByteArray("=?UTF-8?Q?a?= =?UTF-8?Q?b?=") << QStringLiteral("ab");
    QTest::newRow("raw UTF-8") << QByteArray("Gr\xC3\xBC\xC3\x9F"
                                             "e")
                               << QStringLiteral("Gr\u00FC\u00DFe");
    QTest::newRow("unknown charset") << QByteArray("=?x-nothing?Q?abc?=") << QStringLiteral("abc");
    QTest::newRow("unfinished") << QByteArray("=?UTF-8?B?QsO4Yg==") << QStringLiteral("=?UTF-8?B?QsO4Yg==");
    QTest::newRow("unknown encoding") << QByteArray("=?UTF-8?X?abc?=") << QStringLiteral("=?UTF-8?X?abc?=");
    QTest::newRow("bad base64") << QByteArray("=?UTF-8?B?=?= x") << QStringLiteral(" x");
    QTest::newRow("escape at the end") << QByteArray("=?UTF-8?Q?a=4?=") << QStringLiteral("a=4");
    QTest::newRow("empty") << QByteArray() << QString();
}

void tst_ServerMessage::encodedWords()
{
    QFETCH(QByteArray, header);
    QTEST(decodeEncodedWords(header), "text");
}

void tst_ServerMessage::everyRecordedServerMessage()
{
    int understood = 0;
    const auto recorded = Test::recordedCommands(Sender::Server);
    for (const auto &entry : recorded) {
        if (entry.command.verb != "MSG" || entry.command.argument(0) != "Hotmail")
            continue;
        const ServerMessage message = parseServerMessage(*entry.command.payload);
        QVERIFY2(!std::holds_alternative<OtherServerMessage>(message), entry.origin.constData());
        ++understood;
    }
    QVERIFY(understood >= 6);
}

QTEST_GUILESS_MAIN(tst_ServerMessage)

#include "tst_servermessage.moc"
