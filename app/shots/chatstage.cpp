#include "app/shots/chatstage.h"

#include "app/shots/samplepictures.h"
#include "app/shots/stagetransport.h"
#include "core/history/historyrecorder.h"
#include "core/net/notificationconnection.h"
#include "core/net/switchboardsource.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/conversation/window/conversationwindows.h"
#include "ui/spelling/spellcheckers.h"

#include <QVBoxLayout>

namespace App {
namespace {

/// A picture of a window needs the stage behind it.
class StageFrame : public QWidget
{
public:
    void setStage(std::unique_ptr<ChatStage> stage) { m_stage = std::move(stage); }

private:
    std::unique_ptr<ChatStage> m_stage;
};

} // namespace

StageAccount::StageAccount()
    : m_address(QStringLiteral("marta.ruiz@example.com"))
{
}

void StageAccount::setNickname(const Msn::Address &address, const QString &nickname)
{
    m_nicknames.insert(address, nickname);
    Q_EMIT nicknameChanged(address);
}

QImage StageAccount::pictureOf(const Msn::Address &address) const
{
    return samplePictureImage(address);
}

QImage StageAccount::ownPicture() const
{
    return samplePictureImage(m_address);
}

void StageAccount::setSignedIn(bool signedIn)
{
    m_signedIn = signedIn;
    Q_EMIT signedInChanged();
}

void StageAccount::setBlocked(const Msn::Address &address, bool blocked, const Done &done)
{
    const Msn::Contact *known = m_contacts.find(address);
    Msn::Contact contact = known ? *known : Msn::Contact();
    contact.address = address;
    contact.lists.setFlag(Msn::List::Block, blocked);
    m_contacts.setContact(contact);
    Done answer = done;
    answer(std::monostate());
}

ChatStage::ChatStage()
    : m_notification(std::make_unique<Msn::NotificationConnection>(
        Msn::NetworkDescription(), [] { return std::make_unique<StageTransport>(QByteArrayList()); }, nullptr,
        m_timing))
    , m_source(std::make_unique<Msn::SwitchboardSource>(
          *m_notification, [] { return std::make_unique<StageTransport>(QByteArrayList()); }, nullptr,
          m_timing))
    , m_spelling(std::make_unique<Ui::SpellCheckers>())
    , m_windows(std::make_unique<Ui::ConversationWindows>(m_emoticons, m_preferences, m_spelling.get()))
{
}

ChatStage::~ChatStage()
{
    m_windows.reset();
    qDeleteAll(m_conversations);
}

Ui::ConversationWindow &ChatStage::window() const
{
    return *m_windows->windows().constFirst();
}

std::unique_ptr<QWidget> ChatStage::asWidget(std::unique_ptr<ChatStage> stage)
{
    auto frame = std::make_unique<StageFrame>();
    Ui::ConversationWindow &window = stage->window();
    auto *layout = new QVBoxLayout(frame.get());
    layout->setContentsMargins({});
    frame->resize(window.size());
    layout->addWidget(&window);
    window.show();
    // As it is in use: moving the window into the frame has taken the focus from the input.
    if (Ui::ConversationWidget *current = window.deck().current())
        current->input().setFocus();
    frame->setStage(std::move(stage));
    return frame;
}

void ChatStage::addContact(const QString &address, const QString &name, Msn::Status status)
{
    Msn::Contact contact;
    contact.address = Msn::Address(address);
    contact.friendlyName = Msn::FriendlyName(name);
    contact.status = status;
    contact.lists = Msn::List::Forward | Msn::List::Allow;
    contacts().setContact(contact);
}

Msn::Conversation &ChatStage::make(const QStringList &addresses)
{
    const Msn::Address peer(addresses.constFirst());
    auto *conversation = new Msn::Conversation(m_account.address(), peer, *m_source, m_timing);
    conversation->setOwnName(Msn::FriendlyName(m_account.ownName()));
    if (const Msn::Contact *contact = contacts().find(peer))
        conversation->setPeerName(contact->friendlyName);
    m_conversations.insert(addresses.constFirst(), conversation);
    if (m_account.history())
        m_account.history()->follow(conversation);

    QByteArrayList people;
    for (const QString &address : addresses)
        people.append(address.toUtf8());
    auto transport = std::make_unique<StageTransport>(people);
    m_transports.insert(addresses.constFirst(), transport.get());
    auto switchboard = std::make_unique<Msn::SwitchboardConnection>(
        std::make_unique<Msn::CommandChannel>(std::move(transport), nullptr), m_account.address(), m_timing);
    switchboard->answer({"1", {QStringLiteral("switchboard.example.com"), 1863}, "1", peer, {}});
    conversation->attach(std::move(switchboard));
    return *conversation;
}

Msn::Conversation &ChatStage::conversation(const QString &address)
{
    Msn::Conversation *known = m_conversations.value(address);
    return known ? *known : make({address});
}

Msn::Conversation &ChatStage::group(const QStringList &addresses)
{
    return make(addresses);
}

Ui::ConversationWidget &ChatStage::open(const QString &address)
{
    return *m_windows->add(m_account, conversation(address));
}

void ChatStage::show(const QString &address)
{
    m_windows->present(m_account, conversation(address));
}

Ui::ConversationWidget &ChatStage::widget(const QString &address) const
{
    return *m_windows->find(*m_conversations.value(address));
}

void ChatStage::receive(const QString &address, const QByteArray &bytes)
{
    Q_EMIT m_transports.value(address)->bytesReceived(bytes);
}

void ChatStage::receivePayload(const QString &address, const QString &sender, const QByteArray &payload)
{
    receive(address,
        "MSG " + sender.toUtf8() + ' ' + sender.toUtf8() + ' ' + QByteArray::number(payload.size()) + "\r\n"
            + payload);
}

void ChatStage::receiveText(const QString &address, const QString &text)
{
    receivePayload(address, address, Msn::encodeText({text, {}, {}}));
}

void ChatStage::acknowledge(const QString &address, bool delivered)
{
    receive(address, (delivered ? "ACK " : "NAK ") + m_transports.value(address)->lastMessageId() + "\r\n");
}

void ChatStage::breakLine(const QString &address)
{
    Q_EMIT m_transports.value(address)->closed(Msn::makeError(Msn::ErrorCode::ConnectionLost));
}

QByteArray ChatStage::takeSent(const QString &address)
{
    StageTransport *transport = m_transports.value(address);
    return transport ? transport->takeSent() : QByteArray();
}

} // namespace App
