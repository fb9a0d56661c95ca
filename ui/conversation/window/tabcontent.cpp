#include "ui/conversation/window/tabcontent.h"

#include "core/chat/conversation.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/peertext.h"
#include "ui/conversation/window/conversationwidget.h"

namespace Ui {

ConversationTabs::Tab tabFor(const ConversationWidget &widget)
{
    const Msn::Conversation &conversation = widget.conversation();
    const Msn::Contact *contact = widget.account().contacts().find(conversation.peer());
    ConversationTabs::Tab tab;
    tab.avatar.address = conversation.peer();
    tab.avatar.name = PeerText::nameOf(conversation.peer(), widget.account(), conversation);
    tab.avatar.isGroup = conversation.isGroup();
    if (!tab.avatar.isGroup)
        tab.avatar.picture = widget.account().pictureOf(conversation.peer());
    tab.status = contact ? contact->status : Msn::Status::Offline;
    tab.blocked = contact && contact->isBlocked();
    tab.title = widget.title();
    tab.unread = widget.unread();
    return tab;
}

} // namespace Ui
