#pragma once

#include "core/net/networktest.h"
#include "ui/text/errortext.h"

#include <QCoreApplication>

namespace Ui {

/// The steps of a NetworkTest in a person's words.
class NetworkTestText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::NetworkTestText)

public:
    /// What the step does, a few words: "Find the messenger server".
    static QString title(Msn::NetworkTestStep::Kind kind);
    static QString state(Msn::NetworkTestStep::State state);
    /// What came of it; a remedy only where it failed.
    static ErrorWords result(const Msn::NetworkTestStep &step);
    /// What all of them come to.
    static ErrorWords verdict(const QList<Msn::NetworkTestStep> &steps);
    static bool isFine(const QList<Msn::NetworkTestStep> &steps);
    /// Everything as plain text to send to somebody; \p address, wherever it stands, is left out.
    static QString report(const QString &networkName, const Msn::NetworkTest &test,
        const Msn::Address &address, const QDateTime &now);

private:
    static QString passed(const Msn::NetworkTestStep &step);
    static QString skipped(const Msn::NetworkTestStep &step);
    static ErrorWords failed(const Msn::NetworkTestStep &step);
    static ErrorWords wrongClock(std::chrono::seconds offset);
};

} // namespace Ui
