#include "ui/hosting/hostingtext.h"

#include <QSet>
#include <QTest>

using namespace Ui;
using Msn::ErrorCode;

class TestHostingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTroubleHasItsOwnWords();
    void portIsNamed();
    void refusals_data();
    void refusals();
    void stoppingSaysWhoIsConcerned();
    void details();
};

void TestHostingText::everyTroubleHasItsOwnWords()
{
    QSet<QString> sentences;
    const QList<ErrorCode> codes{ErrorCode::ConnectionRefused, ErrorCode::StorageBusy, ErrorCode::StorageFull,
        ErrorCode::StorageFailed, ErrorCode::StorageDamaged, ErrorCode::StorageTooNew,
        ErrorCode::TlsHandshakeFailed};
    for (const ErrorCode code : codes) {
        const ErrorWords words = HostingText::describe(Msn::makeError(code, QStringLiteral("subject")));
        QVERIFY(words.what.endsWith(u'.') && words.remedy.endsWith(u'.'));
        sentences.insert(words.what);
    }
    QCOMPARE(sentences.size(), codes.size());
}

void TestHostingText::portIsNamed()
{
    const auto words
        = HostingText::describe(Msn::makeError(ErrorCode::ConnectionRefused, QStringLiteral("[::]:1864")));
    QVERIFY2(words.what.contains(QStringLiteral("1864")), qPrintable(words.what));
    QVERIFY(!words.what.contains(u']'));
}

void TestHostingText::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<bool>("isRefused");
    const auto row = [](const char *tag, const char *name, const char *address, const char *pass, bool no) {
        QTest::newRow(tag) << QString::fromUtf8(name) << QString::fromUtf8(address) << QString::fromUtf8(pass)
                           << no;
    };
    row("fine", "Ana", "ana@home.example", "moon-kite", false);
    row("four digits", "Ana", "ana@home.example", "1234", false);
    row("no name", "", "ana@home.example", "moon-kite", true);
    row("no address", "Ana", "", "moon-kite", true);
    row("no domain", "Ana", "ana", "moon-kite", true);
    row("taken, in capitals", "Ben", "BEN@home.example", "moon-kite", true);
    row("too short", "Ana", "ana@home.example", "abc", true);
}

void TestHostingText::refusals()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QString, passphrase);
    QFETCH(bool, isRefused);
    const QList<HostingPerson> people{
        {Msn::Address(QStringLiteral("ben@home.example")), QStringLiteral("Ben"), {}, false}};
    const auto words = HostingText::refusal({Msn::Address(address), name, passphrase, false}, people);
    QCOMPARE(!words.what.isEmpty(), isRefused);
}

void TestHostingText::stoppingSaysWhoIsConcerned()
{
    HostingState state;
    const QString nobody = HostingText::stopQuestion(state);
    state.people = {{{}, QStringLiteral("Ana"), {}, true}, {{}, QStringLiteral("Ben"), {}, true}, {}};
    const QString two = HostingText::stopQuestion(state);
    QVERIFY(two != nobody);
    QVERIFY2(two.contains(u'2'), qPrintable(two));
}

void TestHostingText::details()
{
    HostingState state;
    state.name = QStringLiteral("Home");
    state.link = QStringLiteral("msnp:192.0.2.1");
    HostingPerson ana{Msn::Address(QStringLiteral("ana@home.example")), QStringLiteral("Ana"),
        QStringLiteral("moon-kite"), false};
    const QString all = HostingText::signInDetails(ana, state);
    for (const QString &part : {state.name, state.link, ana.address.toString(), ana.passphrase})
        QVERIFY2(all.contains(part), qPrintable(part));
    ana.passphrase.clear();
    QVERIFY(!HostingText::signInDetails(ana, state).contains(QStringLiteral("Passphrase")));
}

QTEST_GUILESS_MAIN(TestHostingText)
#include "tst_hostingtext.moc"
