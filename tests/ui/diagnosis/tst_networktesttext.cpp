#include "ui/diagnosis/networktesttext.h"

#include <QTest>

using namespace Ui;
using Msn::ErrorCode;
using Msn::NetworkTestStep;
using Kind = NetworkTestStep::Kind;
using State = NetworkTestStep::State;

namespace {

NetworkTestStep stepOf(Kind kind, State state, ErrorCode code = ErrorCode::None)
{
    NetworkTestStep step;
    step.kind = kind;
    step.state = state;
    step.subject = QStringLiteral("msn.example.com:1863");
    step.detail = QStringLiteral("TLS 1.3, 2031-05-01");
    step.error = Msn::makeError(code, step.subject);
    return step;
}

QList<NetworkTestStep> allPassed()
{
    QList<NetworkTestStep> steps;
    for (int i = 0; i <= static_cast<int>(Kind::LogIn); ++i)
        steps.append(stepOf(static_cast<Kind>(i), State::Passed));
    return steps;
}

} // namespace

class TestNetworkTestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepHasWords_data();
    void everyStepHasWords();
    void complaint2_errorsThatNameTheReason_data();
    void complaint2_errorsThatNameTheReason();
    void whatIsLeftToTheProxyNamesIt();
    void aWrongClockIsMeasured_data();
    void aWrongClockIsMeasured();
    void theVerdictIsAboutTheFirstFailure();
    void theVerdictKnowsWhetherThePasswordWasTried();
    void theReportHoldsNoAddress();
};

void TestNetworkTestText::everyStepHasWords_data()
{
    QTest::addColumn<Kind>("kind");
    for (int i = 0; i <= static_cast<int>(Kind::LogIn); ++i)
        QTest::addRow("%d", i) << static_cast<Kind>(i);
}

void TestNetworkTestText::everyStepHasWords()
{
    QFETCH(Kind, kind);
    QVERIFY(!NetworkTestText::title(kind).isEmpty());
    for (const State state : {State::Passed, State::Skipped, State::NotReached, State::Failed}) {
        const ErrorWords words = NetworkTestText::result(stepOf(kind, state, ErrorCode::ConnectionTimedOut));
        QVERIFY(words.what.endsWith(u'.'));
        QVERIFY2(!words.what.contains(u'%'), qPrintable(words.what));
        QCOMPARE(words.remedy.isEmpty(), state != State::Failed);
    }
    QVERIFY(NetworkTestText::result(stepOf(kind, State::Waiting)).what.isEmpty());
}

/// "Official clients need patches, registry edits, TLS tinkering": an error names the host, why it
/// failed and what to do.
void TestNetworkTestText::complaint2_errorsThatNameTheReason_data()
{
    QTest::addColumn<NetworkTestStep>("step");
    QTest::addColumn<QString>("word");
    QTest::newRow("port blocked") << stepOf(Kind::ReachServer, State::Failed, ErrorCode::ConnectionTimedOut)
                                  << QStringLiteral("firewall");
    QTest::newRow("DNS") << stepOf(Kind::FindServer, State::Failed, ErrorCode::HostNotFound)
                         << QStringLiteral("msn.example.com");
    NetworkTestStep clock = stepOf(Kind::EncryptSignIn, State::Failed, ErrorCode::CertificateUntrusted);
    QTest::newRow("certificate") << clock << QStringLiteral("identity");
    clock.error.isOutOfDate = true;
    QTest::newRow("clock") << clock << QStringLiteral("clock");
}

void TestNetworkTestText::complaint2_errorsThatNameTheReason()
{
    QFETCH(NetworkTestStep, step);
    QFETCH(QString, word);
    const ErrorWords words = NetworkTestText::result(step);
    QVERIFY(words.what.contains(QLatin1String("msn.example.com")));
    QVERIFY2((words.what + words.remedy).contains(word), qPrintable(words.what + words.remedy));
}

void TestNetworkTestText::whatIsLeftToTheProxyNamesIt()
{
    for (const Kind kind : {Kind::FindServer, Kind::ReachServer, Kind::FindSignIn}) {
        NetworkTestStep step = stepOf(kind, State::Skipped);
        step.detail = QStringLiteral("proxy.example.com:1080");
        QVERIFY(NetworkTestText::result(step).what.contains(step.detail));
    }
}

void TestNetworkTestText::aWrongClockIsMeasured_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("ahead") << 7200 << QStringLiteral("120 minutes ahead");
    QTest::newRow("behind") << -600 << QStringLiteral("10 minutes behind");
}

void TestNetworkTestText::aWrongClockIsMeasured()
{
    QFETCH(int, seconds);
    QFETCH(QString, words);
    NetworkTestStep step = stepOf(Kind::CheckClock, State::Failed);
    step.clockOffset = std::chrono::seconds(seconds);
    const QString what = NetworkTestText::result(step).what;
    const QString number = words.section(u' ', 0, 0);
    QVERIFY2(what.contains(number) && what.contains(words.section(u' ', 2)), qPrintable(what));
}

void TestNetworkTestText::theVerdictIsAboutTheFirstFailure()
{
    QList<NetworkTestStep> steps = allPassed();
    steps[1] = stepOf(Kind::ReachServer, State::Failed, ErrorCode::ConnectionRefused);
    steps[9] = stepOf(Kind::CheckClock, State::Failed);
    QVERIFY(!NetworkTestText::isFine(steps));
    QCOMPARE(NetworkTestText::verdict(steps).what, NetworkTestText::result(steps[1]).what);
}

void TestNetworkTestText::theVerdictKnowsWhetherThePasswordWasTried()
{
    QList<NetworkTestStep> steps = allPassed();
    QVERIFY(NetworkTestText::isFine(steps));
    QVERIFY(NetworkTestText::verdict(steps).what.contains(QLatin1String("password")));
    steps.last().state = State::Skipped;
    QVERIFY(NetworkTestText::isFine(steps));
    QVERIFY(!NetworkTestText::verdict(steps).what.contains(QLatin1String("password")));
}

void TestNetworkTestText::theReportHoldsNoAddress()
{
    Msn::NetworkDescription network;
    network.dispatch = {QStringLiteral("marta@example.com.invalid"), 1};
    Msn::NetworkTest test(network);
    test.cancel();
    const QString report = NetworkTestText::report(
        QStringLiteral("Of marta@example.com"), test, Msn::Address(QStringLiteral("marta@example.com")), {});
    QVERIFY(!report.contains(QLatin1String("marta@example.com")));
    QVERIFY(report.contains(NetworkTestText::title(Kind::AskNexus)));
}

QTEST_MAIN(TestNetworkTestText)
#include "tst_networktesttext.moc"
