#include "app/shots/chatscripts.h"

namespace App {

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

QList<ChatMessage> codesScript()
{
    return Script()
        .on(0, QTime(18, 20))
        .by(QStringLiteral("[c=4]Karim[/c=12] (F) كريم"), QStringLiteral("karim@example.net"))
        .friendSays(QStringLiteral("[c=4]all the[/c=9] [b]colours[/b] of 2005 :D"))
        .friendSays(QStringLiteral("مرحبا كيف حالك؟ (F)"))
        .ownSays(QStringLiteral("(L)"))
        .ownSays(
            QStringLiteral("A longer answer that goes over more than one line, so that one can see how it "
                           "is wrapped and where it ends. https://example.com/photos"))
        .messages();
}

std::unique_ptr<ChatStage> makeStage()
{
    auto stage = std::make_unique<ChatStage>();
    stage->addContact(xiaoyu, QStringLiteral("小雨 🦋"), Msn::Status::Away);
    stage->addContact(rosa, QStringLiteral("Rosa"), Msn::Status::OnThePhone);
    stage->addContact(karim, QStringLiteral("Karim كريم"), Msn::Status::Online);
    stage->addContact(ana, QStringLiteral("Ana"), Msn::Status::Online);
    stage->addContact(ben, QStringLiteral("Ben"), Msn::Status::OutToLunch);
    return stage;
}

void say(ChatStage &stage, const QString &address, const QList<ChatMessage> &messages)
{
    for (const ChatMessage &message : messages)
        Q_EMIT stage.conversation(address).messageAdded(message);
}

} // namespace App
