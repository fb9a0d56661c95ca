#include "app/shots/conversationshots.h"

#include "app/shots/chatstage.h"
#include "ui/conversation/conversationwidget.h"
#include "ui/conversation/conversationwindow.h"
#include "ui/conversation/emoticonpicker.h"
#include "ui/conversation/formatpopup.h"
#include "ui/conversation/inputedit.h"
#include "ui/conversation/invitedialog.h"
#include "ui/conversation/messageinput.h"
#include "ui/conversation/messageview.h"

#include <QLineEdit>

namespace App {
namespace {

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

const QString xiaoyu = QStringLiteral("xiaoyu@example.com");
const QString rosa = QStringLiteral("rosa@example.com");
const QString karim = QStringLiteral("karim@example.net");
const QString ana = QStringLiteral("ana@example.com");
const QString ben = QStringLiteral("ben@example.com");

/// A window with people in it; what every shot of it begins with.
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

/// With times of their own, which no network could deliver.
void say(ChatStage &stage, const QString &address, const QList<ChatMessage> &messages)
{
    for (const ChatMessage &message : messages)
        Q_EMIT stage.conversation(address).messageAdded(message);
}

std::unique_ptr<QWidget> lakeWindow()
{
    auto stage = makeStage();
    stage->open(xiaoyu);
    stage->open(rosa);
    stage->group({ana, ben});
    stage->open(ana);
    say(*stage, xiaoyu, lakeScript());
    stage->show(xiaoyu);
    say(*stage, rosa,
        Script()
            .by(QStringLiteral("Rosa"), rosa)
            .friendSays(QStringLiteral("Hello?"))
            .friendSays(QStringLiteral("Are you there?"))
            .messages());
    stage->receivePayload(xiaoyu, xiaoyu, Msn::encodeTypingNotice({Msn::Address(xiaoyu)}));
    stage->widget(xiaoyu).input().edit()->insertPlainText(QStringLiteral("And the boat, was it still "));
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> scriptsWindow()
{
    auto stage = makeStage();
    stage->open(karim);
    say(*stage, karim, scriptsScript());
    stage->show(karim);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> groupWindow()
{
    auto stage = makeStage();
    stage->group({ana, ben});
    Ui::ConversationWidget &widget = stage->open(ana);
    const auto anaSays = [](const char *text) {
        return Script().by(QStringLiteral("Ana"), ana).friendSays(QString::fromUtf8(text)).messages();
    };
    const auto benSays = [](const char *text) {
        return Script().by(QStringLiteral("Ben"), ben).friendSays(QString::fromUtf8(text)).messages();
    };
    for (const auto &messages : {anaSays("Shall we meet at the lake on Sunday? (#)"), benSays("Yes (Y)"),
             Script().by(QStringLiteral("Ben"), ben).friendDoes(ChatMessage::Kind::Joined).messages(),
             benSays("I can bring the guitar and a cake (^)"),
             Script().ownSays(QStringLiteral("Then I bring coffee (C) for all of us :D")).messages(),
             anaSays(":)"),
             Script().by(QStringLiteral("Rosa"), rosa).friendDoes(ChatMessage::Kind::Left).messages()}) {
        for (const ChatMessage &message : messages)
            widget.view().append(message);
    }
    stage->show(ana);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> manyTabsWindow()
{
    auto stage = makeStage();
    for (const QString &address : {xiaoyu, rosa, karim, ana, ben})
        stage->open(address);
    const QStringList names{QStringLiteral("João Ferreira"), QStringLiteral("Tía Carmen"),
        QStringLiteral("Oliver & Co."), QStringLiteral("Wolfeschlegelsteinhausenbergerdorff the Very Long"),
        QStringLiteral("さくら"), QStringLiteral("Ольга"), QStringLiteral("M")};
    for (const QString &name : names) {
        const QString address = QStringLiteral("person%1@example.net").arg(names.indexOf(name));
        stage->addContact(address, name, Msn::Status(int(names.indexOf(name)) % 6));
        stage->open(address);
    }
    say(*stage, karim,
        Script().by(QStringLiteral("Karim كريم"), karim).friendSays(QStringLiteral("?")).messages());
    say(*stage, xiaoyu, lakeScript());
    stage->show(xiaoyu);
    say(*stage, QStringLiteral("person3@example.net"), lakeScript());
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> offlineWindow()
{
    auto stage = makeStage();
    stage->addContact(ana, QStringLiteral("Ana"), Msn::Status::Offline);
    stage->open(ana);
    say(*stage, ana,
        Script().ownSays(QStringLiteral("Are you there?"), ChatMessage::Delivery::Failed).messages());
    stage->show(ana);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> blockedWindow()
{
    auto stage = makeStage();
    stage->account().setBlocked(Msn::Address(rosa), true, {});
    stage->open(rosa);
    stage->show(rosa);
    return ChatStage::asWidget(std::move(stage));
}

/// The same talk in another style.
std::unique_ptr<QWidget> styledWindow(const QString &style)
{
    auto stage = makeStage();
    stage->preferences().setStyle(style);
    stage->open(karim);
    say(*stage, karim, lakeScript());
    say(*stage, karim, codesScript());
    stage->show(karim);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> narrowWindow()
{
    auto window = lakeWindow();
    window->resize(360, 420);
    return window;
}

std::unique_ptr<QWidget> longInputWindow()
{
    auto stage = makeStage();
    stage->open(xiaoyu);
    say(*stage, xiaoyu, lakeScript());
    stage->show(xiaoyu);
    Msn::TextFormat format = purpleSerif();
    format.italic = true;
    stage->preferences().setOwnFormat(format);
    stage->preferences().setShowsPictures(false);
    stage->widget(xiaoyu).input().edit()->insertPlainText(QStringLiteral(
        "One line\nand another one\nand a third that is much longer than the others so that it has to be "
        "wrapped somewhere near its end\nfive\nsix\nseven"));
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> picker(bool searching)
{
    static Ui::ChatPreferences preferences;
    preferences.setRecentEmoticons(
        {QStringLiteral("heart"), QStringLiteral("laugh"), QStringLiteral("coffee"), QStringLiteral("wink")});
    static const Ui::EmoticonSet emoticons = Ui::EmoticonSet::load();
    auto popup = std::make_unique<Ui::EmoticonPicker>(emoticons, preferences);
    const QWidget anchor;
    popup->popUp(anchor);
    if (searching)
        popup->findChild<QLineEdit *>()->setText(QStringLiteral("car"));
    return popup;
}

std::unique_ptr<QWidget> formatPopup()
{
    auto popup = std::make_unique<Ui::FormatPopup>();
    const QWidget anchor;
    Msn::TextFormat format = purpleSerif();
    format.bold = true;
    popup->popUp(anchor, format);
    return popup;
}

/// Keeps its contacts alive.
class InviteStage : public Ui::InviteDialog
{
public:
    explicit InviteStage(std::unique_ptr<ChatStage> stage)
        : Ui::InviteDialog(stage->contacts(), {})
        , m_stage(std::move(stage))
    {
    }

private:
    std::unique_ptr<ChatStage> m_stage;
};

} // namespace

QList<Shot> conversationShots()
{
    return {
        {QStringLiteral("conversation"), lakeWindow},
        {QStringLiteral("conversation-compact"), [] { return styledWindow(QStringLiteral("compact")); }},
        {QStringLiteral("conversation-irc"), [] { return styledWindow(QStringLiteral("irc")); }},
        {QStringLiteral("conversation-bubbles"), [] { return styledWindow(QStringLiteral("bubbles")); }},
        {QStringLiteral("conversation-scripts"), scriptsWindow},
        {QStringLiteral("conversation-group"), groupWindow},
        {QStringLiteral("conversation-tabs"), manyTabsWindow},
        {QStringLiteral("conversation-offline"), offlineWindow},
        {QStringLiteral("conversation-blocked"), blockedWindow},
        {QStringLiteral("conversation-narrow"), narrowWindow},
        {QStringLiteral("conversation-input"), longInputWindow},
        {QStringLiteral("emoticons"), [] { return picker(false); }},
        {QStringLiteral("emoticons-search"), [] { return picker(true); }},
        {QStringLiteral("format"), formatPopup},
        {QStringLiteral("invite"), [] { return std::make_unique<InviteStage>(makeStage()); }},
    };
}

} // namespace App
