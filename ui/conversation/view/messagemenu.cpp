#include "ui/conversation/view/messagemenu.h"

#include "ui/conversation/view/copiedtext.h"
#include "ui/conversation/view/messageview.h"
#include "ui/emoticons/links.h"
#include "ui/icons/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace Ui {
namespace {

/// All paragraphs of the message at \p block.
QTextCursor messageAt(const QTextBlock &block)
{
    QTextBlock first = block;
    QTextBlock last = block;
    const auto isSame = [&block](const QTextBlock &other) {
        return other.isValid() && ChatBlock::entryOf(other) == ChatBlock::entryOf(block)
            && ChatBlock::isPart(other, ChatBlock::Part::Message);
    };
    while (isSame(first.previous()))
        first = first.previous();
    while (isSame(last.next()))
        last = last.next();
    QTextCursor cursor(first);
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

QMenu *MessageMenu::popUp(MessageView &view, const QPoint &place, const QPoint &globalPlace)
{
    auto *menu = new QMenu(&view);
    menu->setObjectName(QStringLiteral("messageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QUrl link(view.anchorAt(place)); mayOpen(link))
        addLink(*menu, view, link);
    QAction *copy = menu->addAction(Icons::icon("copy"), tr("&Copy"), &view, &MessageView::copy);
    copy->setShortcut(QKeySequence::Copy);
    QAction *withTimes = menu->addAction(tr("Copy with &times"), &view, &MessageView::copyWithTimes);
    withTimes->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    for (QAction *action : {copy, withTimes})
        action->setEnabled(view.textCursor().hasSelection());
    addMessage(*menu, view, place);
    menu->addSeparator();
    menu->addAction(tr("Select &all"), &view, &MessageView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu->addAction(Icons::icon("search"), tr("&Find…"), &view, [&view] { Q_EMIT view.findRequested(); })
        ->setShortcut(QKeySequence::Find);
    const QTextBlock block = view.cursorForPosition(place).block();
    const Msn::ChatMessage *message = view.chat().message(ChatBlock::entryOf(block));
    Q_EMIT view.menuMade(menu, message ? message->id : 0);
    menu->popup(globalPlace);
    return menu;
}

void MessageMenu::addLink(QMenu &menu, MessageView &view, const QUrl &link)
{
    // Where it really leads, before one goes there.
    menu.addAction(Icons::icon("link"),
        tr("Open %1").arg(shownTarget(link).replace(u'&', QStringLiteral("&&"))), &view,
        [&view, link] { Q_EMIT view.linkActivated(link); });
    menu.addAction(tr("Copy &link address"), &view,
        [link] { QGuiApplication::clipboard()->setText(shownTarget(link)); });
    menu.addSeparator();
}

void MessageMenu::addMessage(QMenu &menu, MessageView &view, const QPoint &place)
{
    const QTextBlock block = view.cursorForPosition(place).block();
    const Msn::ChatMessage *message = view.chat().message(ChatBlock::entryOf(block));
    QAction *quote = nullptr;
    if (view.textCursor().hasSelection()) {
        quote = menu.addAction(tr("&Quote"), &view, &MessageView::quote);
    } else if (message && message->kind == Msn::ChatMessage::Kind::Text) {
        const QTextCursor whole = messageAt(block);
        menu.addAction(tr("Copy &message"), &view,
            [whole] { QGuiApplication::clipboard()->setText(CopiedText::plain(whole)); });
        quote = menu.addAction(
            tr("&Quote"), &view, [&view, whole] { Q_EMIT view.quoted(CopiedText::quoted(whole)); });
    }
    if (quote) {
        quote->setIcon(Icons::icon("quote"));
        quote->setVisible(view.canQuote());
    }
    if (message && !message->isStored() && message->outgoing
        && message->delivery == Msn::ChatMessage::Delivery::Failed) {
        menu.addAction(Icons::icon("retry"), tr("Send &again"), &view,
            [&view, id = message->id] { Q_EMIT view.retryRequested(id); });
    }
}

} // namespace Ui
