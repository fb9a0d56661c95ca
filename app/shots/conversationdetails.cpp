#include "app/shots/conversationdetails.h"

#include "app/shots/chatscripts.h"
#include "app/shots/optionsshots.h"
#include "core/storage/settings.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/findbar.h"
#include "ui/conversation/view/messagemenu.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationmenus.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/conversation/window/conversationwindows.h"
#include "ui/options/messagespage.h"

#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace App {
namespace {

using Ui::ChatPreferences;

std::unique_ptr<ChatStage> lakeStage()
{
    auto stage = makeStage();
    stage->open(xiaoyu);
    stage->open(rosa);
    stage->show(xiaoyu);
    say(*stage, xiaoyu, lakeScript());
    return stage;
}

/// A menu of the window, open, with the stage behind it.
class MenuFrame : public QWidget
{
public:
    MenuFrame(std::unique_ptr<ChatStage> stage, QMenu *menu)
        : m_stage(std::move(stage))
    {
        Q_EMIT menu->aboutToShow();
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        menu->setParent(this, Qt::Widget);
        layout->addWidget(menu);
        menu->show();
        resize(menu->sizeHint());
    }

private:
    std::unique_ptr<ChatStage> m_stage;
};

std::unique_ptr<QWidget> windowMenu(int index)
{
    auto stage = lakeStage();
    QMenu *menu = stage->window().menus().menus().at(index);
    return std::make_unique<MenuFrame>(std::move(stage), menu);
}

/// The style submenu of View and the like.
std::unique_ptr<QWidget> subMenu(int index, int entry)
{
    auto stage = lakeStage();
    QMenu *menu = stage->window().menus().menus().at(index);
    Q_EMIT menu->aboutToShow();
    QList<QMenu *> submenus;
    for (const QAction *action : menu->actions()) {
        if (action->menu())
            submenus.append(action->menu());
    }
    return std::make_unique<MenuFrame>(std::move(stage), submenus.at(entry));
}

std::unique_ptr<QWidget> messageMenu()
{
    auto stage = lakeStage();
    Ui::MessageView &view = stage->widget(xiaoyu).view();
    const QTextCursor link = view.document()->find(QStringLiteral("https"));
    QTextCursor inside(link.block());
    inside.setPosition(link.selectionStart() + 2);
    view.ensureCursorVisible();
    QMenu *menu = Ui::MessageMenu::popUp(view, view.cursorRect(inside).center(), {});
    menu->setAttribute(Qt::WA_DeleteOnClose, false);
    return std::make_unique<MenuFrame>(std::move(stage), menu);
}

std::unique_ptr<QWidget> findWindow()
{
    auto stage = lakeStage();
    Ui::ConversationWidget &widget = stage->widget(xiaoyu);
    widget.findBar().open();
    widget.findBar().findChild<QLineEdit *>()->setText(QStringLiteral("photos"));
    widget.findBar().findPrevious();
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> closeQuestionWindow()
{
    auto stage = lakeStage();
    stage->receiveText(xiaoyu, QStringLiteral("Wait, one more thing"));
    stage->widget(xiaoyu).askToClose();
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> spellingWindow()
{
    auto stage = lakeStage();
    stage->widget(xiaoyu).input().edit()->insertPlainText(
        QStringLiteral("I beleive the boat was still thier, wasn't it "));
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> menuButtonWindow()
{
    auto stage = lakeStage();
    stage->preferences().setShowsMenuBar(false);
    stage->preferences().setShowsToolBar(false);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> mirroredWindow(const QString &style)
{
    auto stage = makeStage();
    stage->preferences().setStyle(style);
    stage->open(karim);
    stage->open(xiaoyu);
    stage->show(karim);
    say(*stage, karim, lakeScript());
    say(*stage, karim, codesScript());
    stage->window().setLayoutDirection(Qt::RightToLeft);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> largeTextWindow()
{
    auto stage = lakeStage();
    stage->preferences().setTextSize(160);
    return ChatStage::asWidget(std::move(stage));
}

std::unique_ptr<QWidget> messagesPage()
{
    static Msn::Settings settings{QString()};
    return optionsWith(QStringLiteral("Messages"), QStringLiteral("font"), {720, 780}, [] {
        return new Ui::MessagesPage(settings, QStringList{QStringLiteral("en_GB"), QStringLiteral("pt_BR")});
    });
}

} // namespace

QList<Shot> conversationDetails()
{
    const auto name = [](const char *text) { return QStringLiteral("conversation-") + QLatin1String(text); };
    return {
        {name("menu-chat"), [] { return windowMenu(0); }},
        {name("menu-edit"), [] { return windowMenu(1); }},
        {name("menu-view"), [] { return windowMenu(2); }},
        {name("menu-actions"), [] { return windowMenu(3); }},
        {name("menu-contact"), [] { return windowMenu(4); }},
        {name("menu-style"), [] { return subMenu(2, 0); }},
        {name("menu-windows"), [] { return subMenu(2, 1); }},
        {name("menu-message"), messageMenu},
        {name("find"), findWindow},
        {name("close-question"), closeQuestionWindow},
        {name("spelling"), spellingWindow},
        {name("menu-button"), menuButtonWindow},
        {name("mirrored"), [] { return mirroredWindow(QStringLiteral("classic")); }},
        {name("mirrored-bubbles"), [] { return mirroredWindow(QStringLiteral("bubbles")); }},
        {name("large-text"), largeTextWindow},
        {QStringLiteral("options-messages"), messagesPage},
    };
}

} // namespace App
