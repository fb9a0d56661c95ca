#pragma once

#include "core/chat/conversation.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace App {

/// One message sent for another program: answers its call when the message has arrived, or says why
/// it has not. Deletes itself then.
class DeliveryAnswer : public QObject
{
    Q_OBJECT

public:
    static void send(Msn::Conversation &conversation, const QString &text, const QDBusConnection &bus,
        const QDBusMessage &call);

private:
    DeliveryAnswer(Msn::Conversation &conversation, Msn::ChatMessage::Id id, const QDBusConnection &bus,
        const QDBusMessage &call);

    void handleChanged(const Msn::ChatMessage &message);
    void finish(const QDBusMessage &answer);

    const Msn::ChatMessage::Id m_id;
    QDBusConnection m_bus;
    const QDBusMessage m_call;
};

} // namespace App
