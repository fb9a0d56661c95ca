#include "ui/diagnosis/networktesttext.h"

#include <QLocale>

#include <algorithm>

namespace Ui {

using Msn::NetworkTestStep;
using Kind = NetworkTestStep::Kind;
using State = NetworkTestStep::State;

namespace {

/// `TLS 1.3, 2027-05-01`
struct Encryption
{
    QString protocol;
    QString validUntil;
};

Encryption encryptionOf(const QString &detail)
{
    const QString day = detail.section(QLatin1String(", "), 1);
    return {detail.section(QLatin1String(", "), 0, 0),
        QLocale().toString(QDate::fromString(day, Qt::ISODate), QLocale::LongFormat)};
}

const NetworkTestStep *firstFailure(const QList<NetworkTestStep> &steps)
{
    const auto failed = std::find_if(
        steps.begin(), steps.end(), [](const NetworkTestStep &step) { return step.state == State::Failed; });
    return failed == steps.end() ? nullptr : &*failed;
}

} // namespace

QString NetworkTestText::title(Kind kind)
{
    switch (kind) {
    case Kind::FindServer:
        return tr("Find the messenger server");
    case Kind::ReachServer:
        return tr("Reach the messenger server");
    case Kind::EncryptServer:
        return tr("Encrypt the way to the messenger server");
    case Kind::GreetServer:
        return tr("Speak with the messenger server");
    case Kind::FollowTransfer:
        return tr("Follow to the next server");
    case Kind::FindSignIn:
        return tr("Find the sign-in server");
    case Kind::ReachSignIn:
        return tr("Reach the sign-in server");
    case Kind::EncryptSignIn:
        return tr("Encrypt the way to the sign-in server");
    case Kind::AskNexus:
        return tr("Ask for the login page");
    case Kind::CheckClock:
        return tr("Compare the clocks");
    case Kind::ReachLogin:
        return tr("Reach the login page");
    case Kind::LogIn:
        return tr("Check the password");
    }
    return {};
}

QString NetworkTestText::state(State state)
{
    switch (state) {
    case State::Waiting:
        return tr("waiting");
    case State::Running:
        return tr("under way");
    case State::Passed:
        return tr("works");
    case State::Skipped:
        return tr("left out");
    case State::NotReached:
        return tr("not reached");
    case State::Failed:
        return tr("failed");
    }
    return {};
}

ErrorWords NetworkTestText::result(const NetworkTestStep &step)
{
    switch (step.state) {
    case State::Waiting:
    case State::Running:
        return {};
    case State::Passed:
        return {passed(step), {}, {}};
    case State::Skipped:
        return {skipped(step), {}, {}};
    case State::NotReached:
        return {tr("Not tried, because a step before it failed or was stopped."), {}, {}};
    case State::Failed:
        return failed(step);
    }
    return {};
}

QString NetworkTestText::passed(const NetworkTestStep &step)
{
    switch (step.kind) {
    case Kind::FindServer:
    case Kind::FindSignIn:
        //: %1 is the name of a server, %2 its number or numbers.
        return tr("%1 is at %2.").arg(step.subject, step.detail);
    case Kind::ReachServer:
    case Kind::ReachSignIn:
        return tr("%1 answers.").arg(step.subject);
    case Kind::EncryptServer:
    case Kind::EncryptSignIn:
    case Kind::ReachLogin: {
        const Encryption encryption = encryptionOf(step.detail);
        //: %1 is a server, %2 "TLS 1.3", %3 a date.
        return tr("%1 is who it says it is (%2, certificate valid until %3).")
            .arg(step.subject, encryption.protocol, encryption.validUntil);
    }
    case Kind::GreetServer:
        //: %1 is a server, %2 a protocol version.
        return tr("%1 speaks %2.").arg(step.subject, step.detail);
    case Kind::FollowTransfer:
        return tr("It passes on to %1, which speaks %2.").arg(step.subject, step.detail);
    case Kind::AskNexus:
        return tr("The login page is at %1.").arg(step.detail);
    case Kind::CheckClock:
        return tr("The clock of this computer is right.");
    case Kind::LogIn:
        //: %1 is one or more servers.
        return tr("The password is right. The way led through %1.").arg(step.detail);
    }
    return {};
}

QString NetworkTestText::skipped(const NetworkTestStep &step)
{
    switch (step.kind) {
    case Kind::FindServer:
    case Kind::ReachServer:
    case Kind::FindSignIn:
        return tr("Left to the proxy %1.").arg(step.detail);
    case Kind::EncryptServer:
        return tr("This network does not encrypt messages. The sign-in is encrypted all the same.");
    case Kind::FollowTransfer:
        return tr("Not needed: nobody passed us on.");
    case Kind::CheckClock:
        return tr("The server does not tell its time.");
    case Kind::LogIn:
        return tr("Not tried, because no password was given.");
    default:
        return tr("Does not apply here.");
    }
}

ErrorWords NetworkTestText::failed(const NetworkTestStep &step)
{
    if (step.kind == Kind::CheckClock)
        return wrongClock(step.clockOffset);
    ErrorWords words = ErrorText::describe(step.error);
    const bool isBlocked = step.error.code == Msn::ErrorCode::ConnectionTimedOut
        || step.error.code == Msn::ErrorCode::ConnectionRefused;
    if (step.kind == Kind::ReachServer && isBlocked)
        words.remedy = tr("The server may be down, or a firewall or this Wi-Fi blocks the port; try from "
                          "another place.");
    return words;
}

ErrorWords NetworkTestText::wrongClock(std::chrono::seconds offset)
{
    using namespace std::chrono;
    const auto minutesOff
        = static_cast<int>(qMin<qint64>(duration_cast<minutes>(abs(offset)).count(), 1 << 30));
    const QString what = offset.count() > 0
        ? tr("The clock of this computer is %n minute(s) ahead of the server's.", nullptr, minutesOff)
        : tr("The clock of this computer is %n minute(s) behind the server's.", nullptr, minutesOff);
    return {what, tr("Set the clock: with a wrong one servers are not believed and sign-ins expire."), {}};
}

bool NetworkTestText::isFine(const QList<NetworkTestStep> &steps)
{
    return std::all_of(steps.begin(), steps.end(), [](const NetworkTestStep &step) {
        return step.state == State::Passed || step.state == State::Skipped;
    });
}

ErrorWords NetworkTestText::verdict(const QList<NetworkTestStep> &steps)
{
    if (const NetworkTestStep *failure = firstFailure(steps))
        return failed(*failure);
    if (!isFine(steps))
        return {tr("The test was stopped."), tr("Start it again to see the rest."), {}};
    const bool wasLoginTried = steps.constLast().state == State::Passed;
    return wasLoginTried
        ? ErrorWords{tr("Everything works, and your password is right."), tr("You can sign in."), {}}
        : ErrorWords{tr("Everything works."), tr("You can sign in."), {}};
}

QString NetworkTestText::report(const QString &networkName, const Msn::NetworkTest &test,
    const Msn::Address &address, const QDateTime &now)
{
    QStringList lines{tr("Swallowtail %1, test of the network “%2”")
                          .arg(QCoreApplication::applicationVersion(), networkName),
        tr("%1, %2, Qt %3")
            .arg(now.toUTC().toString(Qt::ISODate), QSysInfo::prettyProductName(),
                QString::fromLatin1(qVersion())),
        {}};
    for (const NetworkTestStep &step : test.steps()) {
        const ErrorWords words = result(step);
        //: A line of a report: %1 a step, %2 its state, %3 milliseconds.
        lines.append(tr("%1: %2 (%3 ms)").arg(title(step.kind), state(step.state)).arg(step.took.count()));
        for (const QString &text : {words.what, words.remedy, words.details}) {
            if (!text.isEmpty())
                lines.append(QStringLiteral("    ") + QString(text).replace(u'\n', QLatin1String("\n    ")));
        }
    }
    QString text = lines.join(u'\n') + u'\n';
    if (!address.isEmpty())
        text.replace(address.toString(), tr("(your address)"), Qt::CaseInsensitive);
    return text;
}

} // namespace Ui
