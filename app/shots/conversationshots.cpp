#include "app/shots/conversationshots.h"

#include "ui/conversation/messageview.h"
#include "ui/emoticons/emoticonset.h"

namespace App {
namespace {

using Msn::ChatMessage;

const Ui::EmoticonSet &emoticons()
{
    static const Ui::EmoticonSet set = Ui::EmoticonSet::load();
    return set;
}

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
        message.sender = Msn::Address(outgoing ? QStringLiteral("marta@example.com") : m_friendAddress);
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

Msn::TextFormat purpleSerif()
{
    Msn::TextFormat format;
    format.fontFamily = QStringLiteral("Noto Serif");
    format.colour = 0x8B1A89;
    return format;
}

QList<ChatMessage> lakeScript()
{
    return Script()
        .on(1, QTime(21, 14))
        .ownSays(QStringLiteral("See you tomorrow, sleep well :)"))
        .on(0, QTime(18, 2))
        .friendSays(QStringLiteral("你好! I found our old photos :)"), purpleSerif())
        .friendSays(QStringLiteral("Do you remember https://example.com/the-lake?"), purpleSerif())
        .later(1)
        .ownSays(QStringLiteral("Of course! Send them, please."))
        .friendDoes(ChatMessage::Kind::Nudge)
        .later(2)
        .ownSays(QStringLiteral("I was looking for the camera"), ChatMessage::Delivery::Failed)
        .ownSays(QStringLiteral("And the boat, was it still there?"), ChatMessage::Delivery::Pending)
        .messages();
}

QList<ChatMessage> scriptsScript()
{
    Msn::TextFormat green;
    green.colour = 0x00FF00;
    Msn::TextFormat bold;
    bold.bold = true;
    bold.italic = true;
    bold.colour = 0x0000FF;
    Msn::TextFormat struck;
    struck.strikeOut = true;
    struck.underline = true;
    struck.colour = 0xFFFF00;
    return Script()
        .by(QStringLiteral("Karim كريم"), QStringLiteral("karim@example.net"))
        .friendSays(QStringLiteral("مرحبا كيف حالك؟ (F)"))
        .friendSays(QStringLiteral("هل رأيت https://example.com/صور اليوم؟"))
        .friendSays(QStringLiteral("Lime green on white was a choice"), green)
        .friendSays(QStringLiteral("Bold, italic and blue"), bold)
        .friendSays(QStringLiteral("Struck, underlined, yellow"), struck)
        .ownSays(QStringLiteral("A line\nand a second one :D\n\nand one after a gap"))
        .by(QStringLiteral(
                "Wolfeschlegelsteinhausenbergerdorff the Very Long Named One from the Mountains (brb 5 min)"),
            QStringLiteral("wolf@example.net"))
        .friendSays(QStringLiteral("Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryvery"
                                   "veryverylongwordwithoutblanks"))
        .friendSays(QStringLiteral(":) :D (L)"))
        .friendSays(
            QStringLiteral("<b>not bold</b> &amp; 🎉👨‍👩‍👧 한국어 日本語 עברית"))
        .messages();
}

std::unique_ptr<QWidget> viewOf(const QList<ChatMessage> &messages)
{
    auto view = std::make_unique<Ui::MessageView>(emoticons());
    view->resize(480, 420);
    for (const ChatMessage &message : messages)
        view->append(message);
    return view;
}

} // namespace

QList<Shot> conversationShots()
{
    return {
        {QStringLiteral("messages"), [] { return viewOf(lakeScript()); }},
        {QStringLiteral("messages-scripts"), [] { return viewOf(scriptsScript()); }},
    };
}

} // namespace App
