#pragma once

#include "core/service/security/passwordhash.h"
#include "core/service/security/ratelimit.h"
#include "core/service/security/servercertificate.h"
#include "core/wire/commandreader.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Msn {

/// Caps on what peers may make the service hold.
struct ServiceLimits
{
    int maxConnections = 8000;
    /// The last of them are only told 600, so that whoever comes too much knows why.
    int spareConnections = 100;
    /// People signed in; 910 beyond it.
    int maxSignedIn = 4000;
    /// Conversations; 280 beyond it for the one who asks, 707 for the one who comes.
    int maxSwitchboards = 4000;
    /// Conversations that one person has opened and that still go on; 707 beyond it. More than there can be
    /// contacts.
    int maxSwitchboardsPerPerson = 200;
    /// People in one conversation, called ones included; 280 beyond it. Over 30 have been seen.
    int maxParticipants = 64;
    /// Cookies that nobody has used yet; 281 beyond it.
    int maxSwitchboardPasses = 20'000;
    /// From one network address; loopback only if countsLoopback.
    int maxConnectionsPerAddress = 100;
    bool countsLoopback = false;
    /// Bytes waiting for a peer that does not read; beyond it the peer is cut off.
    qsizetype maxBacklogBytes = 1024 * 1024;
    /// What a client may send. Nothing a client sends is longer than an SDC text or a message.
    WireLimits wire{8 * 1024, 16 * 1024, 256 * 1024, 64};
    qsizetype maxHttpRequestBytes = 8 * 1024; ///< without the body
    qsizetype maxHttpBodyBytes = 256 * 1024; ///< only requests to the web gateway have one
    /// Sessions of the web gateway, in all and from one network address; loopback is not counted.
    int maxGatewaySessions = 1000;
    int maxGatewaySessionsPerAddress = 50;
    /// The MSNP9 analysis has 150, error 210 beyond it.
    int maxForwardContacts = 150;
    /// Invitations to switchboards by one person, on whatever switchboard; 713 beyond it.
    RateLimit calls{100, std::chrono::milliseconds(500)};
    /// Log-ins being checked or waiting for it, in all; a quarter of it from one network address.
    /// 503 beyond it.
    int maxPendingLogins = 256;
    /// Kept for people without an account; 800 beyond it.
    int maxInvitationsPerSender = 100;
    /// Messages waiting for somebody who is not there, in all and of one sender; NAK beyond it.
    int maxStoredMessages = 1000;
    int maxStoredMessagesPerSender = 200;
    /// What one signed-in client may ask for; 800 beyond it (errors.md). Changes of status, of what
    /// people tell about themselves (own name, telephone numbers), whole lists, changes of the lists,
    /// switchboards, pages, invitations. Changes of the lists may come in hundreds when somebody moves in,
    /// yet each of them is a write to the disk.
    RateLimit statusChanges{40, std::chrono::seconds(1)};
    RateLimit profileChanges{40, std::chrono::seconds(1)};
    RateLimit syncs{50, std::chrono::seconds(1)};
    RateLimit listChanges{1000, std::chrono::milliseconds(50)};
    RateLimit switchboards{100, std::chrono::milliseconds(500)};
    RateLimit pages{10, std::chrono::seconds(5)};
    RateLimit invitations{20, std::chrono::seconds(5)};
};

/// How long things may take. Tests shorten them.
struct ServiceTimings
{
    using milliseconds = std::chrono::milliseconds;

    milliseconds signIn = std::chrono::seconds(60); ///< from connect to USR OK
    milliseconds silence = std::chrono::minutes(10); ///< a signed-in client that sends nothing
    milliseconds challengeDelay = std::chrono::seconds(3); ///< from the first CHG to the first CHL
    milliseconds challengeInterval = std::chrono::minutes(15);
    milliseconds challengeAnswer = std::chrono::seconds(50);
    milliseconds policy = std::chrono::minutes(2); ///< from USR I to the log-in page
    milliseconds ticket = std::chrono::seconds(40); ///< from the log-in page to USR S
    milliseconds referral = std::chrono::seconds(60); ///< from XFR NS to the next USR I
    milliseconds switchboardPass = std::chrono::minutes(2); ///< validity of a cookie
    milliseconds switchboardEntry = std::chrono::seconds(60); ///< from connect to USR or ANS
    milliseconds switchboardIdle = std::chrono::minutes(10); ///< without a message; then BYE 1
    milliseconds httpRequest = std::chrono::seconds(15);
    milliseconds httpKeepAlive = std::chrono::seconds(60);
    milliseconds gatewaySilence = std::chrono::seconds(60); ///< a gateway session that nobody asks about
    milliseconds gatewayAnswer = std::chrono::milliseconds(250); ///< for the reply to what was just sent
    milliseconds linger = std::chrono::seconds(3); ///< for a peer to take the last bytes
    int pingSeconds = 50; ///< QNG: when the next PNG is due
};

struct ServiceOptions
{
    QHostAddress listenAddress = QHostAddress::LocalHost;
    /// 0 picks a free port.
    quint16 port = 0; ///< dispatch, notification and switchboard, plain TCP; the web gateway
    quint16 tlsPort = 0; ///< the same, TLS from the first byte
    quint16 httpsPort = 0; ///< Passport; the web gateway
    /// The plain port takes whoever is on this computer and nobody else: what old clients send can be read
    /// on the way.
    bool plainIsLocal = false;
    QString name; ///< of the network, for the network file
    /// Host that others reach us by; empty: the address each client has reached us by.
    QString announcedHost;
    /// Absent: one is made at start.
    std::optional<ServerCertificate> certificate;
    /// Shown to a person whose password is wrong (`cbtxt`); core builds no sentences.
    QString wrongPasswordText;
    /// The same in somebody's quiet hours; %1 is the time at which they end.
    QString quietText;
    /// Friendly names that contain one of these are refused with 209 (wire-format.md §5).
    QStringList refusedNameParts{QStringLiteral("microsoft"), QStringLiteral("msn"),
        QStringLiteral("hotmail"), QStringLiteral("passport")};
    PasswordCost passwordCost;
    /// For people who are not there (docs/offline-messages.md).
    bool keepsMessages = true;
    ServiceLimits limits;
    ServiceTimings timings;
};

} // namespace Msn
