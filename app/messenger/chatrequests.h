#pragma once

#include "core/base/address.h"

namespace App {

class ChatWindows;
class Sessions;

/// Conversations that were asked for from outside: by a link or another start of the program, which know
/// an address and no account.
class ChatRequests
{
public:
    /// Both must outlive it.
    ChatRequests(Sessions &sessions, ChatWindows &chats);

    /// With whichever account knows \p address, once one is signed in. Empty: nobody.
    void open(const Msn::Address &address);
    /// An account is signed in: opens what waits for that.
    void openWaiting();

private:
    Sessions &m_sessions;
    ChatWindows &m_chats;
    Msn::Address m_waiting;
};

} // namespace App
