#include "core/protocol/passport.h"

#include "core/wire/percentencoding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

constexpr char scheme[] = "Passport1.4";

qsizetype skipBlanks(const QByteArray &value, qsizetype at)
{
    while (at < value.size() && (value[at] == ' ' || value[at] == '\t'))
        ++at;
    return at;
}

/// Position of the value behind `name=` where it starts a field, -1 if there is none. Names compare
/// without regard to case; a field starts the value or follows a comma or a blank, and there may be
/// blanks around the equals sign.
qsizetype fieldStart(const QByteArray &value, const QByteArray &name)
{
    const QByteArray lower = value.toLower();
    const QByteArray key = name.toLower();
    for (qsizetype at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + 1)) {
        const bool startsField = at == 0 || QByteArrayView(", \t:").contains(lower[at - 1]);
        const qsizetype equals = skipBlanks(lower, at + key.size());
        if (startsField && equals < lower.size() && lower[equals] == '=')
            return skipBlanks(value, equals + 1);
    }
    return -1;
}

QByteArray field(const QByteArray &value, const QByteArray &name)
{
    const qsizetype start = fieldStart(value, name);
    if (start < 0)
        return {};
    const qsizetype end = value.indexOf(',', start);
    return value.mid(start, end < 0 ? -1 : end - start).trimmed();
}

/// The apostrophe that ends a quoted field: the next field or nothing follows it. -1 if there is none.
qsizetype closingApostrophe(const QByteArray &value, qsizetype from)
{
    for (qsizetype at = value.indexOf('\'', from); at >= 0; at = value.indexOf('\'', at + 1)) {
        const QByteArray rest = value.sliced(at + 1).trimmed();
        if (rest.isEmpty() || rest.startsWith(','))
            return at;
    }
    return -1;
}

/// from-PP='t=...&p=...': quoted, holds equals signs.
QByteArray quotedField(const QByteArray &value, const QByteArray &name)
{
    const qsizetype start = fieldStart(value, name);
    if (start < 0 || start >= value.size() || value[start] != '\'')
        return field(value, name);
    const qsizetype end = closingApostrophe(value, start + 1);
    return end < 0 ? QByteArray() : value.sliced(start + 1, end - start - 1);
}

constexpr std::array<std::pair<PassportVerdict::Kind, const char *>, 4> verdicts{{
    {PassportVerdict::Kind::Success, "success"},
    {PassportVerdict::Kind::Redirect, "redir"},
    {PassportVerdict::Kind::Failed, "failed"},
    {PassportVerdict::Kind::FailedNoRetry, "failed-noretry"},
}};

bool isOwnField(const QByteArray &part)
{
    const QByteArray name = part.trimmed().toLower();
    return name.startsWith("orgverb=") || name.startsWith("orgurl=") || name.startsWith("sign-in=")
        || name.startsWith("pwd=") || name.startsWith("elapsed-time=");
}

} // namespace

Parsed<PassportUrls> parsePassportUrls(const QByteArray &headerValue)
{
    const QByteArray login = field(headerValue, "DALogin");
    if (login.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    const QByteArray absolute = login.contains("://") ? login : QByteArray("https://" + login);
    const QUrl url = QUrl::fromEncoded(absolute, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return parseFailure(ParseError::Code::BadForm);
    return PassportUrls{url};
}

QByteArray encodePassportUrls(const PassportUrls &urls)
{
    const QByteArray login = urls.login.toEncoded(QUrl::RemoveScheme).mid(2); // without the leading //
    return "DARealm=Passport.Net,DALogin=" + login + ",ConfigVersion=11";
}

Parsed<PassportAuthorization> parsePassportAuthorization(const QByteArray &headerValue)
{
    const QByteArray value = headerValue.trimmed();
    if (!value.startsWith(QByteArray(scheme) + ' '))
        return parseFailure(ParseError::Code::BadForm);
    const QByteArrayList parts = value.sliced(qstrlen(scheme) + 1).split(',');
    PassportAuthorization authorization;
    QByteArrayList policy;
    for (const QByteArray &part : parts) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.left(8).toLower() == "sign-in=")
            authorization.address = Address(percentDecode(trimmed.sliced(8)));
        else if (trimmed.left(4).toLower() == "pwd=")
            authorization.password = percentDecode(trimmed.sliced(4));
        else if (!isOwnField(trimmed))
            policy.append(trimmed);
    }
    if (authorization.address.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    authorization.policy = policy.join(',');
    return authorization;
}

QByteArray encodePassportAuthorization(const PassportAuthorization &authorization)
{
    return QByteArray(scheme) + " OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
        + percentEncodeStrict(authorization.address.toString())
        + ",pwd=" + percentEncodeStrict(authorization.password) + ',' + authorization.policy;
}

Parsed<PassportVerdict> parsePassportVerdict(const QByteArray &headerValue)
{
    const QByteArray status = field(headerValue, "da-status").toLower();
    if (status.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    PassportVerdict verdict; // `logout` and anything new count as failed (sign-in.md §5)
    for (const auto &[kind, name] : verdicts) {
        if (status == name)
            verdict.kind = kind;
    }
    if (verdict.kind == PassportVerdict::Kind::Success) {
        // The ticket becomes one token of a command line, so a blank in it can only come from a header
        // that was wrapped on its way (the MSNP9 analysis prints one so).
        verdict.ticket = quotedField(headerValue, "from-PP").replace(' ', "").replace('\t', "");
        const bool printable = std::all_of(
            verdict.ticket.cbegin(), verdict.ticket.cend(), [](char c) { return c > ' ' && c < 0x7F; });
        if (verdict.ticket.isEmpty() || !printable)
            return parseFailure(ParseError::Code::BadForm);
    }
    verdict.explanation = percentDecode(field(headerValue, "cbtxt"));
    return verdict;
}

QByteArray encodePassportVerdict(const PassportVerdict &verdict)
{
    QByteArray value = QByteArray(scheme) + " da-status=";
    for (const auto &[kind, name] : verdicts) {
        if (kind == verdict.kind)
            value += name;
    }
    if (verdict.kind == PassportVerdict::Kind::Success) {
        value += ",tname=MSPAuth,tname=MSPProf,tname=MSPSec,from-PP='" + verdict.ticket
            + "',ru=http://messenger.msn.com";
    } else if (verdict.kind != PassportVerdict::Kind::Redirect) {
        value += ",srealm=Passport.NET,ts=-2,prompt";
        if (!verdict.explanation.isEmpty())
            value += ",cburl=,cbtxt=" + percentEncodeStrict(verdict.explanation);
    }
    return value;
}

} // namespace Msn
