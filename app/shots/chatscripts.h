#pragma once

#include "app/shots/chatstage.h"
#include "core/chat/chatmessage.h"

#include <QDateTime>

namespace App {

using Msn::ChatMessage;

/// Lines of one invented conversation, with times that a picture of tomorrow shows as well.
class Script
{
public:
    explicit Script(int daysAgo = 0)
        : m_time(QDate::currentDate().addDays(-daysAgo), QTime(18, 2))
    {
    }

    Script &friendSays(const QString &text, const Msn::TextFormat &format = {})
    {
        return add(ChatMessage::Kind::Text, false, text, format, ChatMessage::Delivery::Received);
    }
    Script &ownSays(const QString &text, ChatMessage::Delivery delivery = ChatMessage::Delivery::Delivered)
    {
        return add(ChatMessage::Kind::Text, true, text, {}, delivery);
    }
    Script &friendDoes(ChatMessage::Kind kind, const QString &text = {})
    {
        return add(kind, false, text, {}, ChatMessage::Delivery::Received);
    }
    Script &later(int minutes)
    {
        m_time = m_time.addSecs(minutes * 60);
        return *this;
    }
    Script &on(int daysAgo, QTime time)
    {
        m_time = QDateTime(QDate::currentDate().addDays(-daysAgo), time);
        return *this;
    }
    Script &by(const QString &name, const QString &address)
    {
        m_friendName = name;
        m_friendAddress = address;
        return *this;
    }
    const QList<ChatMessage> &messages() const { return m_messages; }

private:
    Script &add(ChatMessage::Kind kind, bool outgoing, const QString &text, const Msn::TextFormat &format,
        ChatMessage::Delivery delivery)
    {
        ChatMessage message;
        message.id = ChatMessage::Id(m_messages.size() + 1);
        message.kind = kind;
        message.outgoing = outgoing;
        message.sender = Msn::Address(outgoing ? QStringLiteral("marta.ruiz@example.com") : m_friendAddress);
        message.senderName = Msn::FriendlyName(outgoing ? QStringLiteral("Marta") : m_friendName);
        message.time = m_time;
        message.text = text;
        message.format = format;
        message.delivery = delivery;
        m_messages.append(message);
        return *this;
    }

    QDateTime m_time;
    QString m_friendName = QStringLiteral("小雨 🦋");
    QString m_friendAddress = QStringLiteral("xiaoyu@example.com");
    QList<ChatMessage> m_messages;
};

/// Invented talks: about a lake, in many scripts and formats, with colours written as codes.
QList<ChatMessage> lakeScript();
QList<ChatMessage> scriptsScript();
QList<ChatMessage> codesScript();
Msn::TextFormat purpleSerif();

inline const QString xiaoyu = QStringLiteral("xiaoyu@example.com");
inline const QString rosa = QStringLiteral("rosa@example.com");
inline const QString karim = QStringLiteral("karim@example.net");
inline const QString ana = QStringLiteral("ana@example.com");
inline const QString ben = QStringLiteral("ben@example.com");

/// A window with people in it; what every shot of it begins with.
std::unique_ptr<ChatStage> makeStage();
/// With times of their own, which no network could deliver.
void say(ChatStage &stage, const QString &address, const QList<ChatMessage> &messages);

} // namespace App
