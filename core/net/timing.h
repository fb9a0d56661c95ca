#pragma once

#include <chrono>

namespace Msn {

/// How long we wait, in one place; tests shorten it.
struct Timing
{
    using milliseconds = std::chrono::milliseconds;

    milliseconds connect = std::chrono::seconds(10);
    /// One step of the sign-in: VER, CVR, USR.
    milliseconds signInReply = std::chrono::seconds(15);
    /// One HTTPS request of the Passport sign-in.
    milliseconds passportReply = std::chrono::seconds(12);
    /// Everything else that has a transaction id.
    milliseconds reply = std::chrono::seconds(30);
    /// A message until its ACK or NAK.
    milliseconds delivery = std::chrono::seconds(30);
    /// A binary message until its ACK; later it counts as sent (p2p msnslp.md, "Acknowledging").
    milliseconds dataAcknowledgement = std::chrono::seconds(5);
    /// What was opened for binary messages alone is left after so long without any.
    milliseconds dataIdle = std::chrono::seconds(20);
    /// A called person until they join.
    milliseconds join = std::chrono::seconds(30);
    /// PNG every so often where the server does not say (MSNP8).
    milliseconds ping = std::chrono::seconds(60);
    /// PNG until QNG.
    milliseconds pong = std::chrono::seconds(30);
    /// After 800, "too fast", until the last wish is sent again.
    milliseconds tooFast = std::chrono::seconds(30);
    /// SYN lines still missing and nothing more comes.
    milliseconds listStall = std::chrono::seconds(10);
    /// Reconnect pauses.
    milliseconds reconnectFirst = std::chrono::seconds(5);
    milliseconds reconnectLongest = std::chrono::minutes(5);
    /// A session that has lived for so long was a success: the pauses begin anew.
    milliseconds settled = std::chrono::minutes(1);
    /// A typing notice counts for so long (README of the protocol reference: 8 s).
    milliseconds typingExpiry = std::chrono::seconds(8);
    /// While typing goes on a notice is repeated after so long.
    milliseconds typingRepeat = std::chrono::seconds(5);
    /// Somebody of a silent group calls and speaks: the others are expected for so long.
    milliseconds groupGathering = std::chrono::seconds(2);
    /// Pictures of others are asked for one by one, with such a pause, and none before it: each may take a
    /// switchboard, and what the person does comes first (p2p security.md 23; msnslp.md, "Carrier").
    milliseconds pictureRequests = std::chrono::seconds(3);
    /// The pause at most, on a server that finds these too many (800).
    milliseconds pictureRequestsSlowest = std::chrono::minutes(1);
    /// One that could not be fetched is asked for again after so long (p2p msnobject.md, "Cache").
    milliseconds pictureRetry = std::chrono::minutes(10);
    /// One nudge per person is shown in so long (wire-format.md §9).
    milliseconds nudgeRepeat = std::chrono::seconds(10);
    /// Parts of a chunked message are awaited for so long.
    milliseconds chunks = std::chrono::seconds(15);
    /// Objects between two people (msnslp.md, "Call life cycle"): an invitation that a program answers.
    milliseconds peerAnswer = std::chrono::seconds(60);
    /// Whoever receives an object, without a further chunk; also what a message that stays unfinished is
    /// kept.
    milliseconds peerStall = std::chrono::seconds(60);
    /// Whoever sends one, without an acknowledgement.
    milliseconds peerUnacknowledged = std::chrono::seconds(120);
    /// The whole object.
    milliseconds peerObject = std::chrono::minutes(5);
    /// BYE until its acknowledgement.
    milliseconds peerFarewell = std::chrono::seconds(5);
    /// The sender's next step where the acknowledgement of the last one is missing
    /// (display-pictures-and-emoticons.md, "Rules for the sender").
    milliseconds peerStep = std::chrono::seconds(2);
    /// One request through the web gateway (http-gateway.md §2).
    milliseconds gatewayAnswer = std::chrono::seconds(30);
    /// The gateway is asked for news so often; less after so long without any (http-gateway.md §3).
    milliseconds gatewayPoll = std::chrono::seconds(2);
    milliseconds gatewaySlowPoll = std::chrono::seconds(5);
    milliseconds gatewayQuiet = std::chrono::seconds(60);
    /// For the last words of a session to reach the gateway.
    milliseconds gatewayFarewell = std::chrono::seconds(5);
};

} // namespace Msn
