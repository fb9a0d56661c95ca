#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <QString>

#include <optional>

namespace Msn {

/// An e-mail invitation: the server writes to somebody who has no account here.
/// Wire:   SDC t address 0x0409 MSNMSGR MSMSGS X X name length + text      reply: SDC t OK
/// The MSNP8 document gives the constants in two orders, one in its rule and one in its example;
/// we send the rule's and take both.
struct EmailInvitation
{
    Address recipient;
    QByteArray localeId = "0x0409";
    FriendlyName senderName;
    QString text;

    friend bool operator==(const EmailInvitation &, const EmailInvitation &) = default;
};
Parsed<EmailInvitation> parseEmailInvitation(const Command &command);
Command encodeEmailInvitation(TransactionId id, const EmailInvitation &invitation);
Command encodeEmailInvitationReply(TransactionId id);

/// Wire:   URL t service [argument]          reply: URL t rru postUrl id
struct ServiceUrlRequest
{
    QByteArray service;
    QByteArray argument;

    friend bool operator==(const ServiceUrlRequest &, const ServiceUrlRequest &) = default;
};
struct ServiceUrl
{
    QByteArray returnUrl;
    QByteArray postUrl;
    QByteArray id;

    friend bool operator==(const ServiceUrl &, const ServiceUrl &) = default;
};
Command encodeServiceUrlRequest(TransactionId id, const ServiceUrlRequest &request);
Parsed<ServiceUrlRequest> parseServiceUrlRequest(const Command &command);
Parsed<ServiceUrl> parseServiceUrl(const Command &command);
Command encodeServiceUrl(TransactionId id, const ServiceUrl &url);

/// Wire:   CHL 0 challenge      and      QRY t product 32 + 32 hex digits      reply: QRY t
Parsed<QByteArray> parseChallenge(const Command &command);
Command encodeChallenge(const QByteArray &challenge);
struct ChallengeAnswer
{
    QByteArray productId;
    QByteArray digest;

    friend bool operator==(const ChallengeAnswer &, const ChallengeAnswer &) = default;
};
Parsed<ChallengeAnswer> parseChallengeAnswer(const Command &command);
Command encodeChallengeAnswer(TransactionId id, const ChallengeAnswer &answer);

/// Wire:   PNG      QNG [seconds]
Command encodePing();
/// Seconds until the server wants the next PNG; nothing in MSNP8 or if the value makes no sense.
std::optional<int> parsePong(const Command &command);
Command encodePong(std::optional<int> seconds);

} // namespace Msn
