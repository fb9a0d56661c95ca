#pragma once

#include "core/base/error.h"
#include "ui/hosting/hostingvalues.h"
#include "ui/text/errortext.h"

#include <QCoreApplication>

namespace Ui {

/// What there is to say about a network that is hosted here.
class HostingText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::HostingText)

public:
    /// Why it cannot be hosted, or somebody not be added.
    static ErrorWords describe(const Msn::Error &error);
    /// Why \p person cannot be added to those in \p people; empty if they can.
    static ErrorWords refusal(const HostingPerson &person, const QList<HostingPerson> &people);
    /// One line about whether it runs.
    static QString phase(const HostingState &state);
    /// What stopping means for those who are signed in.
    static QString stopQuestion(const HostingState &state);
    /// For a list to choose from.
    static QString address(const HostingAddress &address);
    /// What \p person needs to sign in, to be sent or written down.
    static QString signInDetails(const HostingPerson &person, const HostingState &state);
    /// The fingerprint as words, in lines of four.
    static QString words(const QByteArray &fingerprint);
};

} // namespace Ui
