#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

/// An error in a person's words. Both sentences are whole, start upper case and end in a full
/// stop; plain text, never markup.
struct ErrorWords
{
    QString what; ///< what happened
    QString remedy; ///< what to do about it
    /// For those who want to know more: error number, address, the other side's raw words.
    /// May be empty.
    QString details;
};

/// Msn::Error, and every error number of the servers, in words. Numbers we do not know get the
/// words of their group.
/// Source: errors.md.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::ErrorText)

public:
    static ErrorWords describe(const Msn::Error &error);
    /// Both sentences, one after the other.
    static QString brief(const Msn::Error &error);
    static QString brief(const ErrorWords &words);
    /// A password could not be kept or fetched.
    static ErrorWords describeKeychain(const Msn::Error &error);
    /// What is said cannot be written into the history.
    static ErrorWords describeHistory(const Msn::Error &error);
    static ErrorWords describeServerNumber(int number, const QString &subject);
    /// The connection broke while a request waited for its answer: the banner of the contact list says
    /// so, and the same failure is not to be shown twice.
    static bool isToldByConnection(const Msn::Error &error);

private:
    static QString details(const Msn::Error &error);
};

} // namespace Ui
