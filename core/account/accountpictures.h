#pragma once

#include "core/account/contactpictures.h"
#include "core/account/ownpicture.h"
#include "core/chat/conversationcarrier.h"
#include "core/p2p/peerobjects.h"

namespace Msn {

class NotificationConnection;

/// All that an account has to do with display pictures: its own, and those of its people.
class AccountPictures : public QObject
{
    Q_OBJECT

public:
    struct Files
    {
        QString ownPicture; ///< a file; see OwnPicture
        QString cache; ///< a folder; see ContactPictures
    };

    /// All must outlive it.
    AccountPictures(NotificationConnection &connection, Conversations &conversations, ContactList &contacts,
        OwnStatus &status, const Address &own, const Files &files, const Timing &timing,
        QObject *parent = nullptr);

    OwnPicture &own() { return m_own; }
    ContactPictures &ofContacts() { return m_ofContacts; }

    /// The list is there, and who is online comes.
    void start();
    /// The session is over: whatever is under way ends.
    void stop();

private:
    void refresh();

    NotificationConnection &m_connection;
    OwnStatus &m_status;
    ConversationCarrier m_carrier;
    PeerObjects m_objects;
    OwnPicture m_own;
    ContactPictures m_ofContacts;
    bool m_isSignedIn = false;
};

} // namespace Msn
