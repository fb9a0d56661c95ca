#include "core/account/accountpictures.h"

#include "core/account/ownstatus.h"
#include "core/net/notificationconnection.h"
#include "core/protocol/servermessage.h"

namespace Msn {

AccountPictures::AccountPictures(NotificationConnection &connection, Conversations &conversations,
    ContactList &contacts, OwnStatus &status, const Address &own, const Files &files, const Timing &timing,
    QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_status(status)
    , m_carrier(conversations, timing)
    , m_objects(own, m_carrier, timing)
    , m_own(own, m_objects, status, files.ownPicture)
    , m_ofContacts(contacts, m_objects, files.cache, timing)
{
    connect(&connection, &NotificationConnection::serverMessageReceived, this,
        [this](const ServerMessage &message) {
            if (const auto *given = std::get_if<GivenPicture>(&message))
                m_own.takeGiven(given->png);
            else if (std::holds_alternative<Profile>(message))
                m_own.takeGiven({}); // what was given counts for one sign-in; this one's comes behind it
        });
    connect(&status, &OwnStatus::changed, this, &AccountPictures::refresh);
}

void AccountPictures::start()
{
    m_isSignedIn = true;
    refresh();
}

void AccountPictures::stop()
{
    m_isSignedIn = false;
    m_ofContacts.stop();
    m_objects.cancelAll();
}

/// A server grants no switchboards before the first CHG and while we are hidden (913).
void AccountPictures::refresh()
{
    const Status status = m_status.confirmed();
    const bool mayAsk = m_isSignedIn && status != Status::Offline && status != Status::Hidden;
    if (mayAsk && m_connection.dialect().pictureInPresence)
        m_ofContacts.start();
    else
        m_ofContacts.stop();
}

} // namespace Msn
