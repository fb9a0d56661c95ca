#include "app/desktop/deliveryanswer.h"

#include "ui/text/errortext.h"

namespace App {

using namespace Msn;

namespace {

const QString notDelivered = QStringLiteral("org.swallowtail.Messenger.Error.NotDelivered");

} // namespace

void DeliveryAnswer::send(
    Conversation &conversation, const QString &text, const QDBusConnection &bus, const QDBusMessage &call)
{
    conversation.sendText(text, {});
    const ChatMessage sent = conversation.messages().constLast();
    auto *answer = new DeliveryAnswer(conversation, sent.id, bus, call);
    // It may have failed at once.
    answer->handleChanged(sent);
}

DeliveryAnswer::DeliveryAnswer(
    Conversation &conversation, ChatMessage::Id id, const QDBusConnection &bus, const QDBusMessage &call)
    : m_id(id)
    , m_bus(bus)
    , m_call(call)
{
    connect(&conversation, &Conversation::messageChanged, this, &DeliveryAnswer::handleChanged);
    connect(&conversation, &QObject::destroyed, this,
        [this] { finish(m_call.createErrorReply(notDelivered, tr("The conversation was closed."))); });
}

void DeliveryAnswer::handleChanged(const ChatMessage &message)
{
    if (message.id != m_id)
        return;
    if (message.delivery == ChatMessage::Delivery::Delivered)
        finish(m_call.createReply());
    else if (message.delivery == ChatMessage::Delivery::Failed)
        finish(m_call.createErrorReply(notDelivered, Ui::ErrorText::brief(message.error)));
}

void DeliveryAnswer::finish(const QDBusMessage &answer)
{
    disconnect();
    m_bus.send(answer);
    deleteLater();
}

} // namespace App
