#include "core/protocol/passport.h"

#include "tests/support/capture.h"
#include "tests/support/transcript.h"

#include <QTest>

using namespace Msn;
using Kind = PassportVerdict::Kind;

class tst_Passport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urls_data();
    void urls();
    void refusesUrls_data();
    void refusesUrls();
    void encodesUrls();
    void verdicts_data();
    void verdicts();
    void refusesVerdicts_data();
    void refusesVerdicts();
    void verdictRoundTrip_data();
    void verdictRoundTrip();
    void authorization_data();
    void authorization();
    void encodesAuthorization();
    void refusesAuthorization();
    void everyRecordedHeaderParses();
};

namespace {

/// Values of the header called \p name in an HTTP exchange.
QByteArrayList headerValues(const QByteArray &http, const QByteArray &name)
{
    QByteArrayList values;
    const QByteArrayList lines = http.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name.toLower())
            values.append(line.sliced(colon + 1).trimmed());
    }
    return values;
}

QList<QByteArray> recordedHttp(Test::Sender sender)
{
    QList<QByteArray> exchanges;
    const auto transcript = Test::Transcript::load(QStringLiteral("s4")).connections();
    for (const auto &connection : transcript)
        exchanges.append(connection.sentBy(sender));
    const QStringList names = Test::Capture::names();
    for (const QString &name : names) {
        const Test::Capture capture = Test::Capture::load(name);
        for (const auto &connection : capture.connections()) {
            if (connection.isHttp)
                exchanges.append(connection.sentBy(sender));
        }
    }
    return exchanges;
}

} // namespace

void tst_Passport::urls_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("login");
    const QString classic = QStringLiteral("https://login.example.net/login2.srf");
    QTest::newRow("classic") << QByteArray(
        "DARealm=Passport.Net,DALogin=login.example.net/login2.srf,DAReg=https://x.example.net/"
        ",Properties=https://x.example.net,Privacy=x,GeneralRedir=x,Help=x,ConfigVersion=11")
                             << classic;
    QTest::newRow("last") << QByteArray("DARealm=Passport.Net,DALogin=login.example.net/login2.srf")
                          << classic;
    QTest::newRow("alone") << QByteArray("DALogin=https://127.0.0.1:2443/login")
                           << QStringLiteral("https://127.0.0.1:2443/login");
    QTest::newRow("blanks behind commas")
        << QByteArray("DARealm=Passport.Net, DALogin=login.example.net/login2.srf , ConfigVersion=11")
        << classic;
    QTest::newRow("odd capitalisation")
        << QByteArray("darealm=Passport.Net,dalogin=login.example.net/login2.srf") << classic;
    QTest::newRow("header name doubled")
        << QByteArray("PassportURLs: DARealm=Passport.Net,DALogin=login.example.net/login2.srf") << classic;
    QTest::newRow("header name doubled, DALogin first")
        << QByteArray("PassportURLs:DALogin=login.example.net/login2.srf,x=1") << classic;
    QTest::newRow("plain http stays, for the caller to refuse") << QByteArray(
        "DALogin=http://login.example.net/login") << QStringLiteral("http://login.example.net/login");
    QTest::newRow("similar field first")
        << QByteArray("XDALogin=evil.example.net,DALogin=login.example.net/login2.srf") << classic;
    QTest::newRow("blanks around the equals sign")
        << QByteArray("DARealm = Passport.Net, DALogin = login.example.net/login2.srf") << classic;
    QTest::newRow("with a port") << QByteArray("DALogin=login.example.net:8443/login2.srf")
                                 << QStringLiteral("https://login.example.net:8443/login2.srf");
}

void tst_Passport::urls()
{
    QFETCH(QByteArray, value);
    const auto urls = parsePassportUrls(value);
    QVERIFY(urls);
    QTEST(urls->login.toString(), "login");
}

void tst_Passport::refusesUrls_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no login") << QByteArray("DARealm=Passport.Net,ConfigVersion=11");
    QTest::newRow("empty login") << QByteArray("DALogin=,ConfigVersion=11");
    QTest::newRow("no host") << QByteArray("DALogin=https:///login");
    QTest::newRow("not a host") << QByteArray("DALogin=exa mple.net/login");
}

void tst_Passport::refusesUrls()
{
    QFETCH(QByteArray, value);
    QVERIFY(!parsePassportUrls(value));
}

/// One old client insists on a login without scheme, another on a comma behind it.
void tst_Passport::encodesUrls()
{
    const PassportUrls urls{QUrl(QStringLiteral("https://login.example.net:8443/login2.srf"))};
    const QByteArray value = encodePassportUrls(urls);
    QVERIFY(value.contains("DALogin=login.example.net:8443/login2.srf,"));
    QVERIFY(*parsePassportUrls(value) == urls);
}

void tst_Passport::verdicts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("ticket");
    QTest::addColumn<QString>("explanation");
    const auto row = [](const char *name, const QByteArray &value, Kind kind, const QByteArray &ticket = {},
                         const QString &explanation = {}) {
        QTest::newRow(name) << value << int(kind) << ticket << explanation;
    };
    row("classic",
        "Passport1.4 "
        "da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,from-PP='t=4aBcD!x*Y$$&p=4eFgH!z$$',ru="
        "http://messenger.msn.com",
        Kind::Success, "t=4aBcD!x*Y$$&p=4eFgH!z$$");
    row("bare ticket, last field", "Passport1.4 da-status=success,from-PP='5d36b62c35e8f2ce2287'",
        Kind::Success, "5d36b62c35e8f2ce2287");
    row("ticket without p", "Passport1.4 da-status=success,from-PP='t=abc$$&p='", Kind::Success,
        "t=abc$$&p=");
    row("apostrophe in the ticket", "Passport1.4 da-status=success,from-PP='t=a'b$&p=c!',ru=x", Kind::Success,
        "t=a'b$&p=c!");
    row("without quotes", "Passport1.4 da-status=success,from-PP=t=abc&p=d,ru=x", Kind::Success, "t=abc&p=d");
    row("blank behind the ticket's comma",
        "Passport1.4 da-status=success,tname=MSPAuth, from-PP='t=abc&p=d', ru=x", Kind::Success, "t=abc&p=d");
    row("wrapped header of the MSNP9 analysis",
        "Passport1.4 da-status=success,tname=MSPSec, from-PP='t=4m1wZA$$ &p=4QX0M !7b8A$$', "
        "ru=http://messenger.msn.com",
        Kind::Success, "t=4m1wZA$$&p=4QX0M!7b8A$$");
    row("odd capitalisation", "passport1.4 DA-Status=Success,From-pp='abc'", Kind::Success, "abc");
    row("ticket before status", "Passport1.4 from-PP='abc',da-status=success", Kind::Success, "abc");
    row("redirect", "Passport1.4 da-status=redir", Kind::Redirect);
    row("failed, bare", "Passport1.4 da-status=failed", Kind::Failed);
    row("failed with words",
        "Passport1.4 "
        "da-status=failed,srealm=Passport.NET,ts=-2,prompt,cburl=http://login.example.net/"
        "logo.gif,cbtxt=The%20password%20is%20wrong.",
        Kind::Failed, {}, QStringLiteral("The password is wrong."));
    row("failed with markup", "Passport1.4 da-status=failed,cbtxt=%3Cb%3ENo%2C%20sorry%3C%2Fb%3E",
        Kind::Failed, {}, QStringLiteral("<b>No, sorry</b>"));
    row("failed for good", "Passport1.4 da-status=failed-noretry,cbtxt=Gone", Kind::FailedNoRetry, {},
        QStringLiteral("Gone"));
    row("logout", "Passport1.4 da-status=logout", Kind::Failed);
    row("something new", "Passport1.4 da-status=maybe", Kind::Failed);
    row("failed with a ticket", "Passport1.4 da-status=failed,from-PP='abc'", Kind::Failed);
}

void tst_Passport::verdicts()
{
    QFETCH(QByteArray, value);
    const auto verdict = parsePassportVerdict(value);
    QVERIFY(verdict);
    QTEST(int(verdict->kind), "kind");
    QTEST(verdict->ticket, "ticket");
    QTEST(verdict->explanation, "explanation");
}

void tst_Passport::refusesVerdicts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no status") << QByteArray("Passport1.4 from-PP='abc'");
    QTest::newRow("another scheme") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("no ticket") << QByteArray("Passport1.4 da-status=success");
    QTest::newRow("empty ticket") << QByteArray("Passport1.4 da-status=success,from-PP=''");
    QTest::newRow("open quote") << QByteArray("Passport1.4 da-status=success,from-PP='abc");
    QTest::newRow("line break in the ticket")
        << QByteArray("Passport1.4 da-status=success,from-PP='a\r\nOUT'");
    QTest::newRow("not ASCII") << QByteArray("Passport1.4 da-status=success,from-PP='a\xC3\xA9'");
}

void tst_Passport::refusesVerdicts()
{
    QFETCH(QByteArray, value);
    QVERIFY(!parsePassportVerdict(value));
}

void tst_Passport::verdictRoundTrip_data()
{
    QTest::addColumn<PassportVerdict>("verdict");
    QTest::newRow("success") << PassportVerdict{Kind::Success, "t=a$$&p=b!*", {}};
    QTest::newRow("redirect") << PassportVerdict{Kind::Redirect, {}, {}};
    QTest::newRow("failed") << PassportVerdict{Kind::Failed, {}, {}};
    QTest::newRow("failed with words")
        << PassportVerdict{Kind::Failed, {}, QStringLiteral("No, that's \u201Cwrong\u201D: 100%")};
    QTest::newRow("no retry") << PassportVerdict{Kind::FailedNoRetry, {}, QStringLiteral("Gone")};
}

void tst_Passport::verdictRoundTrip()
{
    QFETCH(PassportVerdict, verdict);
    const auto again = parsePassportVerdict(encodePassportVerdict(verdict));
    QVERIFY(again);
    QVERIFY(*again == verdict);
}

void tst_Passport::authorization_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<PassportAuthorization>("expected");
    const Address alice(QStringLiteral("alice@example.com"));
    const auto row = [](const char *name, const char *value, const PassportAuthorization &expected) {
        QTest::newRow(name) << QByteArray(value) << expected;
    };
    row("classic",
        "Passport1.4 "
        "OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in=alice%40example.com,pwd=pa%2Css%25,lc="
        "1033,tw=40,tpf=00ff",
        {alice, QStringLiteral("pa,ss%"), "lc=1033,tw=40,tpf=00ff"});
    row("other order",
        "Passport1.4 sign-in=alice%40example.com,pwd=x,elapsed-time=1,OrgVerb=GET,OrgUrl=x,lc=1",
        {alice, QStringLiteral("x"), "lc=1"});
    row("everything in a password",
        "Passport1.4 OrgVerb=GET,sign-in=alice%40example.com,pwd=p%20w%2B%25%26%2C%3D%C3%A9,lc=1033,id=507",
        {alice, QStringLiteral("p w+%&,=\u00E9"), "lc=1033,id=507"});
    row("raw address and password", "Passport1.4 OrgVerb=GET,sign-in=alice@example.com,pwd=a=b'c,lc=1",
        {alice, QStringLiteral("a=b'c"), "lc=1"});
    row("wrapped policy of the MSNP9 analysis",
        "Passport1.4 sign-in=alice%40example.com,pwd=x, lc=1033,ver=2.1.0173.1, tpf=ed1c",
        {alice, QStringLiteral("x"), "lc=1033,ver=2.1.0173.1,tpf=ed1c"});
    row("no password", "Passport1.4 sign-in=alice%40example.com,lc=1", {alice, {}, "lc=1"});
}

void tst_Passport::authorization()
{
    QFETCH(QByteArray, value);
    QFETCH(PassportAuthorization, expected);
    const auto parsed = parsePassportAuthorization(value);
    QVERIFY(parsed);
    QVERIFY(*parsed == expected);
    QVERIFY(*parsePassportAuthorization(encodePassportAuthorization(*parsed)) == expected);
}

void tst_Passport::encodesAuthorization()
{
    const PassportAuthorization alice{
        Address(QStringLiteral("alice@example.com")), QStringLiteral("pa,ss%"), "lc=1033,tw=40,tpf=00ff"};
    QCOMPARE(encodePassportAuthorization(alice),
        QByteArray("Passport1.4 "
                   "OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in=alice%40example.com,pwd=pa%"
                   "2Css%25,lc=1033,tw=40,tpf=00ff"));
}

void tst_Passport::refusesAuthorization()
{
    QVERIFY(!parsePassportAuthorization(""));
    QVERIFY(!parsePassportAuthorization("Basic abc"));
    QVERIFY(!parsePassportAuthorization("Passport1.4"));
    QVERIFY(!parsePassportAuthorization("Passport1.4 pwd=x,lc=1"));
}

void tst_Passport::everyRecordedHeaderParses()
{
    int parsed = 0;
    const auto answers = recordedHttp(Test::Sender::Server);
    for (const QByteArray &http : answers) {
        const QByteArrayList urls = headerValues(http, "PassportURLs");
        for (const QByteArray &value : urls)
            QVERIFY2(parsePassportUrls(value), value.constData());
        const QByteArrayList verdicts
            = headerValues(http, "Authentication-Info") + headerValues(http, "WWW-Authenticate");
        for (const QByteArray &value : verdicts)
            QVERIFY2(parsePassportVerdict(value), value.constData());
        parsed += urls.size() + verdicts.size();
    }
    const auto requests = recordedHttp(Test::Sender::Client);
    for (const QByteArray &http : requests) {
        const QByteArrayList values = headerValues(http, "Authorization");
        for (const QByteArray &value : values) {
            const auto authorization = parsePassportAuthorization(value);
            QVERIFY2(authorization, value.constData());
            QCOMPARE(encodePassportAuthorization(*authorization), value);
        }
        parsed += values.size();
    }
    QVERIFY(parsed > 60);
}

QTEST_GUILESS_MAIN(tst_Passport)

#include "tst_passport.moc"
