#pragma once

#include "core/chat/conversation.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "tests/support/session.h"

#include <QSignalSpy>

#include <memory>

namespace Test {

/// A signed-in account whose switchboards the test plays.
class ChatStage
{
protected:
    static inline const Msn::Address bob = address(Test::bob);
    static inline const Msn::Address carol = address(Test::carol);

    void begin();
    /// The same with other limits.
    void begin(const std::function<void(Msn::Timing &)> &change);
    void end();

    Msn::Account &account() { return m_session->account(); }
    Msn::Conversation &withBob() { return *account().conversations().with(bob); }
    static Msn::ChatMessage::Delivery delivery(const Msn::Conversation &conversation, qsizetype index)
    {
        return conversation.messages().at(index).delivery;
    }
    /// XFR, connect, USR, CAL, JOI for the switchboard that will be connection \p index.
    bool open(qsizetype index, const QByteArray &who = Test::bob);
    bool giveSwitchboard(qsizetype index);
    /// CAL as number \p id on switchboard \p index, and JOI.
    bool answerCall(qsizetype index, int id, const QByteArray &who = Test::bob);
    /// Says "one" to Bob, for which switchboard 1 is opened; it arrives as number 3.
    bool sayOne(Msn::Conversation &conversation);
    /// RNG by Bob, connect, ANS.
    bool ring(qsizetype index, const QByteArray &roster);
    ServerScript sb(qsizetype index) { return ServerScript(*m_session->network.await(index)); }
    FakeConnection &connection(qsizetype index) { return m_session->network.at(index); }
    bool expectText(qsizetype index, int id, const QByteArray &text);
    /// Number \p index of those that were announced.
    Msn::Conversation *announced(qsizetype index) const
    {
        return m_added->at(index).at(0).value<Msn::Conversation *>();
    }

    std::unique_ptr<Session> m_session;
    /// Conversations::conversationAdded
    std::unique_ptr<QSignalSpy> m_added;
};

} // namespace Test
