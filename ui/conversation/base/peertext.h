#pragma once

#include "core/chat/conversation.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

class ChatAccount;

/// What a conversation window says about the people in it.
class PeerText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::PeerText)

public:
    /// What to call \p address: the nickname it was given, the contact's name, the name they came with, or
    /// the address.
    static QString nameOf(
        const Msn::Address &address, ChatAccount &account, const Msn::Conversation &conversation);
    /// "Ana, Ben"
    static QString title(ChatAccount &account, const Msn::Conversation &conversation);
    static QString windowTitle(const QString &title) { return tr("%1 – Conversation").arg(title); }

    /// Why an answer may not come; empty if there is no reason to doubt it. Only for two.
    static QString mayNotReply(ChatAccount &account, const Msn::Conversation &conversation);
    /// "Ana is typing a message."; empty if nobody is.
    static QString typing(ChatAccount &account, const Msn::Conversation &conversation);
    /// When the last text came; empty if none has.
    static QString lastReceived(const Msn::Conversation &conversation);
};

} // namespace Ui
