#include "core/service/notification/profilemessage.h"

#include "core/protocol/offlinemessage.h"
#include "core/protocol/servermessage.h"
#include "core/service/lists/carerules.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/notification/servermessages.h"
#include "core/service/servicecore.h"

namespace Msn {

namespace {

/// The classic server's bug, which clients undo: 1025 is sent as 260.
quint16 swapBytes(quint16 port)
{
    return static_cast<quint16>((port << 8) | (port >> 8));
}

/// The `t` part of `t=...&p=...`.
QByteArray ticketPart(const QByteArray &ticket)
{
    const QByteArray first = ticket.split('&').constFirst();
    return first.startsWith("t=") ? first.sliced(2) : first;
}

} // namespace

Command profileMessage(NotificationSession &session, const AccountRecord &account, const QByteArray &ticket)
{
    QList<MimeMessage::Header> fields{
        {"EmailEnabled", "0"},
        {"MemberIdHigh", QByteArray::number(static_cast<quint32>(account.memberId >> 32))},
        {"MemberIdLow", QByteArray::number(static_cast<quint32>(account.memberId))},
        {"lang_preference", "1033"},
        {"preferredEmail", {}},
        {"country", {}},
        {"PostalCode", {}},
        {"Gender", {}},
        {"Kid", "0"},
        {"Age", {}},
        {"BDayPre", {}},
        {"Birthday", {}},
        {"Wallet", {}},
        {"Flags", "1027"},
        {"sid", "507"},
        {"kv", "5"},
        {"MSPAuth", ticketPart(ticket)},
        {"ClientIP", session.connection().peerAddress().toString().toLatin1()},
        {"ClientPort", QByteArray::number(swapBytes(session.connection().peerPort()))},
    };
    if (session.core().options.keepsMessages)
        fields.append(MimeMessage::Header(keepsMessagesField, "1"));
    if (const QByteArray care = encodeCareNotice(noticeOf(account.care)); !care.isEmpty())
        fields.append(MimeMessage::Header(careField, care));
    if (session.codec().hasMigratedLists())
        fields.append(MimeMessage::Header("ABCHMigrated", "1"));
    return serverMessage(encodeProfile(fields));
}

} // namespace Msn
