#include "core/chat/conversations.h"

#include "core/net/switchboardsource.h"
#include "core/roster/contactlist.h"

#include <algorithm>

namespace Msn {

namespace {

/// Calls being answered at the same time; more than a person can mean.
constexpr qsizetype maxAnswering = 64;

} // namespace

Conversations::Conversations(
    SwitchboardSource &source, ContactList &contacts, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_contacts(contacts)
    , m_timing(timing)
{
    connect(&m_contacts, &ContactList::contactChanged, this, &Conversations::refreshName);
}

Conversations::~Conversations()
{
    const QSignalBlocker silence(this);
    leaveAll();
}

void Conversations::setOwn(const Address &address, const FriendlyName &name)
{
    m_own = address;
    m_ownName = name;
    for (Conversation *conversation : std::as_const(m_conversations))
        conversation->setOwnName(name);
}

Conversation *Conversations::with(const Address &peer)
{
    Conversation *conversation = findOrCreate(peer);
    announce(conversation);
    return conversation;
}

Conversation *Conversations::find(const Address &peer) const
{
    const auto found = std::find_if(m_conversations.cbegin(), m_conversations.cend(),
        [&peer](const Conversation *c) { return !c->isGroup() && c->peer() == peer; });
    return found == m_conversations.cend() ? nullptr : *found;
}

Conversation *Conversations::findIdleGroup(const QList<Participant> &people) const
{
    Conversation *smallest = nullptr;
    for (Conversation *conversation : m_conversations) {
        const bool isSmaller
            = !smallest || conversation->participants().size() < smallest->participants().size();
        if (isSmaller && conversation->isIdleGroupOf(people))
            smallest = conversation;
    }
    return smallest;
}

Conversation *Conversations::findOrCreate(const Address &person)
{
    Conversation *conversation = find(person);
    return conversation ? conversation : create(person);
}

Conversation *Conversations::create(const Address &peer)
{
    auto *conversation = new Conversation(m_own, peer, m_source, m_timing, this);
    conversation->setOwnName(m_ownName);
    if (const Contact *contact = m_contacts.find(peer))
        conversation->setPeerName(contact->friendlyName);
    m_conversations.append(conversation);
    connect(
        conversation, &Conversation::messageAdded, this, [this, conversation] { announce(conversation); });
    connect(conversation, &Conversation::dataReceived, this,
        [this, conversation](const Address &sender, const QByteArray &payload) {
            Q_EMIT dataReceived(conversation, sender, payload);
        });
    connect(conversation, &Conversation::wentQuiet, this, [this, conversation] {
        // Nobody has seen it and nothing was said: strangers must not pile them up.
        if (!m_announced.contains(conversation) && m_conversations.removeOne(conversation))
            conversation->deleteLater();
    });
    return conversation;
}

void Conversations::announce(Conversation *conversation)
{
    if (m_announced.contains(conversation))
        return;
    m_announced.append(conversation);
    Q_EMIT conversationAdded(conversation);
}

void Conversations::close(Conversation *conversation)
{
    if (!m_conversations.removeOne(conversation))
        return;
    const bool wasShown = m_announced.removeOne(conversation);
    conversation->disconnect(this);
    for (auto &switchboard : conversation->takeSwitchboards())
        leaveListening(std::move(switchboard));
    if (wasShown)
        Q_EMIT conversationClosed(conversation);
    deleteOnceSettled(conversation);
}

/// Whoever keeps a history wants to know what became of the last words.
void Conversations::deleteOnceSettled(Conversation *conversation)
{
    const auto deleteIfSettled = [conversation] {
        if (!conversation->isSending())
            conversation->deleteLater();
    };
    connect(conversation, &Conversation::messageChanged, conversation, deleteIfSettled);
    deleteIfSettled();
}

/// A program's last bytes are no reason to begin a conversation.
void Conversations::hearLate(const IncomingMessage &message)
{
    if (isPeerToPeer(parseMessageContent(message.payload)))
        Q_EMIT dataReceived(nullptr, message.sender.address, message.payload);
    else
        findOrCreate(message.sender.address)->receive(message);
}

void Conversations::leaveUnseen(const Address &peer)
{
    Conversation *conversation = find(peer);
    if (conversation && !m_announced.contains(conversation))
        close(conversation);
}

void Conversations::leaveListening(std::unique_ptr<SwitchboardConnection> switchboard)
{
    SwitchboardConnection *leaving = switchboard.get();
    m_leaving.push_back(std::move(switchboard));
    connect(leaving, &SwitchboardConnection::messageReceived, this, &Conversations::hearLate);
    connect(leaving, &SwitchboardConnection::closed, this, [this, leaving] {
        const auto found = std::find_if(
            m_leaving.begin(), m_leaving.end(), [leaving](const auto &s) { return s.get() == leaving; });
        if (found == m_leaving.end())
            return;
        found->release()->deleteLater();
        m_leaving.erase(found);
    });
    leaving->leaveListening();
}

void Conversations::answer(const Ring &ring)
{
    const Contact *caller = m_contacts.find(ring.caller);
    if ((caller && caller->isBlocked()) || m_answering.size() + m_undecided.size() >= maxAnswering)
        return;
    m_answering.push_back(m_source.create(m_own));
    SwitchboardConnection *switchboard = m_answering.back().get();
    const auto take = [this, switchboard] {
        const auto found = std::find_if(m_answering.begin(), m_answering.end(),
            [switchboard](const auto &s) { return s.get() == switchboard; });
        std::unique_ptr<SwitchboardConnection> taken;
        if (found != m_answering.end()) {
            taken = std::move(*found);
            m_answering.erase(found);
        }
        return taken;
    };
    connect(switchboard, &SwitchboardConnection::opened, this, [this, take, caller = ring.caller] {
        if (auto taken = take())
            adopt(std::move(taken), caller);
    });
    connect(switchboard, &SwitchboardConnection::closed, this, [take] {
        if (auto taken = take())
            taken.release()->deleteLater();
    });
    switchboard->answer(ring);
}

void Conversations::adopt(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller)
{
    switchboard->disconnect(this);
    const QList<Participant> people = switchboard->participants();
    if (people.size() == 1 && people.constFirst().address == caller && findIdleGroup(people))
        waitForOthers(std::move(switchboard), caller);
    else
        give(std::move(switchboard), caller);
}

void Conversations::waitForOthers(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller)
{
    m_undecided.push_back(std::make_unique<UndecidedCall>(std::move(switchboard), caller, m_timing));
    UndecidedCall *call = m_undecided.back().get();
    connect(call, &UndecidedCall::decided, this, [this, call] { settle(call); });
}

void Conversations::settle(UndecidedCall *call)
{
    const auto found = std::find_if(
        m_undecided.begin(), m_undecided.end(), [call](const auto &c) { return c.get() == call; });
    if (found == m_undecided.end())
        return;
    found->release()->deleteLater();
    m_undecided.erase(found);
    Conversation *conversation = nullptr;
    if (auto switchboard = call->takeSwitchboard())
        conversation = give(std::move(switchboard), call->caller());
    const QList<IncomingMessage> messages = call->messages();
    for (const IncomingMessage &message : messages) {
        const bool isThere = m_conversations.contains(conversation); // nobody has closed it meanwhile
        (isThere ? conversation : findOrCreate(message.sender.address))->receive(message);
    }
}

Conversation *Conversations::give(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller)
{
    const bool isGroup = switchboard->participants().size() > 1;
    Conversation *conversation = isGroup ? findIdleGroup(switchboard->participants()) : find(caller);
    if (!conversation)
        conversation = create(caller);
    conversation->attach(std::move(switchboard));
    if (isGroup)
        announce(conversation);
    return conversation;
}

void Conversations::failWaiting(const Error &error)
{
    const QList<Conversation *> conversations = m_conversations;
    for (Conversation *conversation : conversations)
        conversation->failWaiting(error);
}

void Conversations::leaveAll()
{
    const QList<Conversation *> conversations = m_conversations;
    for (Conversation *conversation : conversations)
        conversation->leave();
    for (auto &switchboard : m_answering) {
        switchboard->disconnect(this);
        switchboard->leave();
        switchboard.release()->deleteLater();
    }
    m_answering.clear();
    const auto undecided = std::exchange(m_undecided, {});
    for (const auto &call : undecided) {
        if (auto switchboard = call->takeSwitchboard()) {
            switchboard->leave();
            switchboard.release()->deleteLater();
        }
    }
    for (auto &switchboard : m_leaving) {
        switchboard->disconnect(this);
        switchboard.release()->deleteLater();
    }
    m_leaving.clear();
}

void Conversations::refreshName(const Address &address)
{
    const Contact *contact = m_contacts.find(address);
    if (!contact)
        return;
    for (Conversation *conversation : std::as_const(m_conversations)) {
        if (conversation->peer() == address)
            conversation->setPeerName(contact->friendlyName);
    }
}

} // namespace Msn
