#pragma once

#include "core/account/account.h"
#include "core/base/address.h"
#include "core/protocol/networkdescription.h"
#include "core/protocol/textformat.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace Msn {
class Conversation;
struct ChatMessage;
} // namespace Msn

namespace App {

/// A tireless inhabitant of the demo network: an ordinary client that signs in, accepts whoever
/// adds it, and answers in its own way. It takes no notice of its own kind, so that two robots in
/// one conversation do not talk for ever.
class Robot : public QObject
{
    Q_OBJECT

public:
    Robot(const Msn::NetworkDescription &network, const Msn::Address &address,
        const QList<Msn::Address> &robots, QObject *parent = nullptr);

    void signIn(const QString &password);
    void signOut();
    Msn::Account &account() { return m_account; }

protected:
    /// A person has written in \p conversation.
    virtual void answer(Msn::Conversation &conversation, const Msn::ChatMessage &message) = 0;
    /// A person has nudged us.
    virtual void answerNudge(Msn::Conversation &conversation);
    /// The list is complete and we are online.
    virtual void handleSignedIn() { }

    /// Types for a while, then sends \p text; dropped if the conversation is closed meanwhile.
    void sayLater(Msn::Conversation &conversation, const QString &text, int typingMs);
    void setFormat(const Msn::TextFormat &format) { m_format = format; }

private:
    void watch(Msn::Conversation *conversation);
    void handleMessage(Msn::Conversation &conversation, const Msn::ChatMessage &message);

    Msn::Account m_account;
    const QList<Msn::Address> m_robots;
    Msn::TextFormat m_format;
};

} // namespace App
