#include "ui/conversation/base/peertext.h"

#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/text/statustext.h"

#include <QLocale>

#include <algorithm>

namespace Ui {

using Msn::ChatMessage;

QString PeerText::nameOf(
    const Msn::Address &address, ChatAccount &account, const Msn::Conversation &conversation)
{
    if (const QString nickname = account.nicknameOf(address); !nickname.isEmpty())
        return nickname;
    const Msn::Contact *contact = account.contacts().find(address);
    if (contact && !contact->friendlyName.isEmpty())
        return contact->displayName();
    const QString name = conversation.nameOf(address).singleLine();
    return name.isEmpty() ? address.toString() : name;
}

QString PeerText::title(ChatAccount &account, const Msn::Conversation &conversation)
{
    QStringList names;
    const QList<Msn::Participant> participants = conversation.participants();
    for (const Msn::Participant &participant : participants)
        names.append(nameOf(participant.address, account, conversation));
    if (names.isEmpty())
        names.append(nameOf(conversation.peer(), account, conversation));
    //: Between the names of a conversation of several people: "Ana, Ben".
    return names.join(tr(", "));
}

QString PeerText::mayNotReply(ChatAccount &account, const Msn::Conversation &conversation)
{
    if (!account.isSignedIn())
        return tr("You are not signed in. Messages can be sent again once you are.");
    if (conversation.isGroup())
        return {};
    const Msn::Contact *contact = account.contacts().find(conversation.peer());
    const QString name = nameOf(conversation.peer(), account, conversation);
    if (contact && contact->isBlocked())
        return tr("You have blocked %1. What this person writes does not reach you.").arg(name);
    if (!contact || !contact->isOnForwardList())
        return tr("%1 is not on your contact list. Never give out your password or a card number.").arg(name);
    if (!contact->isOnline())
        return tr("%1 appears to be offline. Messages may not be delivered.").arg(name);
    if (contact->status == Msn::Status::Online)
        return {};
    return tr("%1 may not reply: status is %2.").arg(name, StatusText::name(contact->status));
}

QString PeerText::typing(ChatAccount &account, const Msn::Conversation &conversation)
{
    const QList<Msn::Address> typing = conversation.typing();
    const auto name = [&](qsizetype index) { return nameOf(typing.at(index), account, conversation); };
    switch (typing.size()) {
    case 0:
        return {};
    case 1:
        return tr("%1 is typing a message.").arg(name(0));
    case 2:
        return tr("%1 and %2 are typing.").arg(name(0), name(1));
    default:
        return tr("Several people are typing.");
    }
}

QString PeerText::lastReceived(const Msn::Conversation &conversation)
{
    const QList<ChatMessage> &messages = conversation.messages();
    const auto last = std::find_if(messages.crbegin(), messages.crend(), [](const ChatMessage &message) {
        return message.kind == ChatMessage::Kind::Text && !message.outgoing;
    });
    if (last == messages.crend())
        return {};
    const QLocale locale;
    const QString time = locale.toString(last->time.time(), QLocale::ShortFormat);
    if (last->time.date() == QDate::currentDate())
        return tr("Last message received at %1.").arg(time);
    return tr("Last message received on %1 at %2.")
        .arg(locale.toString(last->time.date(), QLocale::ShortFormat), time);
}

} // namespace Ui
