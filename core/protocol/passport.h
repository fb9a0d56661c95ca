#pragma once

#include "core/base/address.h"
#include "core/protocol/parseerror.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Msn {

/// What the nexus answers.
/// Wire:   PassportURLs: DARealm=Passport.Net,DALogin=login.example.net/login2.srf,...
///         DALogin may lack the scheme (then https), or be the only item.
/// Source: MSNP8 changes, "Passport Authentication"; sign-in.md §4; field-notes.md.
struct PassportUrls
{
    QUrl login;

    friend bool operator==(const PassportUrls &, const PassportUrls &) = default;
};
Parsed<PassportUrls> parsePassportUrls(const QByteArray &headerValue);
/// The classic, scheme-less form with a comma behind DALogin, which every old client takes.
QByteArray encodePassportUrls(const PassportUrls &urls);

/// The Authorization header of a login request.
/// Wire:   Passport1.4 OrgVerb=GET,OrgURL=...,sign-in=<escaped>,pwd=<escaped>,<policy>
/// Fields may come in any order; the policy is everything that is not one of ours.
/// Source: sign-in.md §5.
struct PassportAuthorization
{
    Address address;
    QString password;
    QByteArray policy;

    friend bool operator==(const PassportAuthorization &, const PassportAuthorization &) = default;
};
Parsed<PassportAuthorization> parsePassportAuthorization(const QByteArray &headerValue);
QByteArray encodePassportAuthorization(const PassportAuthorization &authorization);

/// The verdict of a login server, from Authentication-Info or WWW-Authenticate.
/// Wire:   Passport1.4 da-status=success,...,from-PP='ticket',...
///         Passport1.4 da-status=redir
///         Passport1.4 da-status=failed,...,cburl=...,cbtxt=<escaped>
struct PassportVerdict
{
    enum class Kind { Success, Redirect, Failed, FailedNoRetry };
    Kind kind = Kind::Failed;
    /// Success: opaque, passed on unchanged.
    QByteArray ticket;
    /// Failed: the server's words, decoded; may hold HTML and must be shown as plain text.
    QString explanation;

    friend bool operator==(const PassportVerdict &, const PassportVerdict &) = default;
};
Parsed<PassportVerdict> parsePassportVerdict(const QByteArray &headerValue);
QByteArray encodePassportVerdict(const PassportVerdict &verdict);

} // namespace Msn
