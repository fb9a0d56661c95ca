#include "app/shots/conversationshots.h"

#include "app/shots/chatscripts.h"
#include "app/shots/chatstage.h"
#include "ui/conversation/input/emoticonpicker.h"
#include "ui/conversation/input/formatpopup.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/conversation/window/invitedialog.h"

#include <QLineEdit>

namespace App {
namespace {

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

/// Nothing has been said yet.
std::unique_ptr<QWidget> emptyWindow(const QString &address, QSize size)
{
    auto stage = makeStage();
    stage->open(address);
    stage->show(address);
    auto window = ChatStage::asWidget(std::move(stage));
    if (!size.isEmpty())
        window->resize(size);
    return window;
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
        {QStringLiteral("conversation-empty"), [] { return emptyWindow(xiaoyu, {}); }},
        {QStringLiteral("conversation-empty-narrow"),
            [] {
                return emptyWindow(karim, {340, 400});
            }},
        {QStringLiteral("conversation-narrow"), narrowWindow},
        {QStringLiteral("conversation-input"), longInputWindow},
        {QStringLiteral("emoticons"), [] { return picker(false); }},
        {QStringLiteral("emoticons-search"), [] { return picker(true); }},
        {QStringLiteral("format"), formatPopup},
        {QStringLiteral("invite"), [] { return std::make_unique<InviteStage>(makeStage()); }},
    };
}

} // namespace App
