#include "app/desktop/accountevents.h"

#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "ui/text/errortext.h"
#include "ui/text/statustext.h"

namespace App {

using namespace Msn;
using Ui::AlertEvent;

namespace {

bool comesBackAfter(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::ConnectionClosed
        || error.code == ErrorCode::ReplyTimedOut;
}

} // namespace

AccountEvents::AccountEvents(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    rememberStatuses();
    connect(&account, &Account::contactSignedIn, this,
        [this](const Address &address) { tell(AlertEvent::ContactOnline, address); });
    connect(&account, &Account::contactSignedOut, this,
        [this](const Address &address) { tell(AlertEvent::ContactOffline, address); });
    connect(&account, &Account::addedByOther, this,
        [this](const Address &address) { tell(AlertEvent::AddedMe, address); });
    connect(&account, &Account::newMail, this, &AccountEvents::handleMail);
    connect(&account, &Account::errorOccurred, this, &AccountEvents::handleError);
    connect(&account, &Account::stateChanged, this, &AccountEvents::handleState);
    connect(&account.contacts(), &ContactList::contactChanged, this, &AccountEvents::handleContact);
    connect(&account.contacts(), &ContactList::reset, this, &AccountEvents::rememberStatuses);
    const QList<Conversation *> conversations = account.conversations().all();
    for (Conversation *conversation : conversations)
        watchConversation(conversation);
    connect(&account.conversations(), &Conversations::conversationAdded, this,
        [this](Conversation *conversation) {
            watchConversation(conversation);
            if (conversation->isGroup())
                m_invitations.insert(conversation);
            // Somebody else's is announced with its first line.
            const QList<ChatMessage> lines = conversation->messages();
            for (const ChatMessage &line : lines)
                handleMessage(*conversation, line);
        });
    connect(&account.conversations(), &Conversations::conversationClosed, this,
        [this](Conversation *conversation) { m_invitations.remove(conversation); });
}

void AccountEvents::watchConversation(Conversation *conversation)
{
    connect(conversation, &Conversation::messageAdded, this,
        [this, conversation](const ChatMessage &message) { handleMessage(*conversation, message); });
}

void AccountEvents::handleMessage(Conversation &conversation, const ChatMessage &message)
{
    if (message.outgoing)
        return;
    const bool isNudge = message.kind == ChatMessage::Kind::Nudge;
    const bool isText = message.kind == ChatMessage::Kind::Text || message.kind == ChatMessage::Kind::Action;
    const bool isInvitation = m_invitations.remove(&conversation);
    if (!isNudge && !isText && !isInvitation)
        return;
    const AlertEvent event = isInvitation ? AlertEvent::Invitation
        : isNudge                         ? AlertEvent::Nudge
                                          : AlertEvent::Message;
    Happening happening = about(event, message.sender);
    if (!message.senderName.isEmpty() && happening.name == message.sender.toString())
        happening.name = message.senderName.singleLine();
    happening.words = isText ? message.text : QString();
    happening.conversation = &conversation;
    Q_EMIT happened(happening);
}

void AccountEvents::handleContact(const Address &address)
{
    const Contact *contact = m_account.contacts().find(address);
    if (!contact)
        return;
    const Status before = m_statuses.value(address, Status::Offline);
    m_statuses.insert(address, contact->status);
    const bool wasOnline = before != Status::Offline && before != Status::Hidden;
    if (wasOnline && contact->isOnline() && before != contact->status)
        tell(AlertEvent::StatusChanged, address, Ui::StatusText::name(contact->status));
}

void AccountEvents::rememberStatuses()
{
    m_statuses.clear();
    const QList<Contact> contacts = m_account.contacts().contacts();
    for (const Contact &contact : contacts)
        m_statuses.insert(contact.address, contact.status);
}

/// Comes before the state changes: whoever listens to that may let go of the account.
void AccountEvents::handleError(const Error &error)
{
    if (m_account.state() != Account::State::SignedIn)
        return;
    m_isLost = true;
    tell(AlertEvent::ConnectionLost, {}, comesBackAfter(error) ? QString() : Ui::ErrorText::brief(error));
}

void AccountEvents::handleState(Account::State state)
{
    const bool isOver = state == Account::State::SignedIn || state == Account::State::SignedOut;
    // What was the end of the session stays said; what the person ended needs no words.
    const bool wasWanted = m_account.lastError().code == ErrorCode::None;
    if (isOver && wasWanted && std::exchange(m_isLost, false))
        Q_EMIT connectionRestored();
}

void AccountEvents::handleMail(const NewMailNotice &mail)
{
    if (!mail.intoInbox)
        return;
    Happening happening{AlertEvent::Mail, &m_account, {}, {}, mail.subject, {}};
    happening.name = cleanedSingleLine(mail.from.isEmpty() ? mail.fromAddress : mail.from);
    Q_EMIT happened(happening);
}

void AccountEvents::tell(AlertEvent event, const Address &contact, const QString &words)
{
    Happening happening = about(event, contact);
    happening.words = words;
    Q_EMIT happened(happening);
}

Happening AccountEvents::about(AlertEvent event, const Address &contact) const
{
    const Contact *known = m_account.contacts().find(contact);
    const QString name = known ? known->displayName() : contact.toString();
    return {event, &m_account, contact, name, {}, {}};
}

} // namespace App
