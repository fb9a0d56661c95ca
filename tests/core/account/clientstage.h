#pragma once

#include "core/account/account.h"
#include "core/roster/contact.h"
#include "tests/support/session.h"

#include <QMap>

#include <functional>

namespace Test {

/// Something that a person does, or that a test looks at. May fail the test.
using Act = std::function<void(Session &)>;

/// What turns one transcript, or a part of it, into a session of the real client.
struct ClientStage
{
    /// Name of the file, and what is meant of it where it is played in parts.
    QByteArray transcript;
    QByteArray part{};
    Msn::ProtocolVersion version = Msn::ProtocolVersion::Msnp9;
    /// Up to the state that the title of the transcript names.
    Act opening = nullptr;
    /// Number of the connection on which the first step happens; -1: on one that is still to come.
    qsizetype connection = 0;
    /// The steps, events counted, that are played; -1 is the end.
    int from = 0;
    int until = -1;
    /// Number of a step -> what happens before it.
    QMap<int, Act> acts{};
    /// What the client shows when the last step has been played.
    Act check = nullptr;
};

QList<ClientStage> signInStages();
QList<ClientStage> listStages();
QList<ClientStage> presenceStages();
QList<ClientStage> conversationStages();

/// One of several stages of the same transcript.
ClientStage stageFor(const char *transcript, Msn::ProtocolVersion version = Msn::ProtocolVersion::Msnp9);

// Openings and acts that several stages use.

/// Signed in with Session::defaultList().
void signedIn(Session &session);
/// The same with \p list.
Act signedInWith(const QByteArray &list);
/// In a conversation that Bob has opened, on connection 1.
void calledByBob(Session &session);
/// Signs in for the first time in this run of the program.
Act signIn(Msn::Status status = Msn::Status::Online);

/// For requests of which the transcript tells how they end.
template <typename Value = std::monostate>
Msn::Completion<Value> whatever()
{
    return {};
}

/// The contact \p address; an empty one if it is on no list.
Msn::Contact contact(Session &session, const QByteArray &address);

} // namespace Test
