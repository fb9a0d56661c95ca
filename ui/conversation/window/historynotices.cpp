#include "ui/conversation/window/historynotices.h"

#include "core/chat/conversation.h"
#include "core/history/historyrecorder.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationbars.h"

namespace Ui {

using Msn::ChatMessage;
using Msn::HistoryRecorder;

HistoryNotices::HistoryNotices(HistoryRecorder &history, const Msn::Conversation &conversation,
    ConversationBars &bars, MessageView &view, QObject *parent)
    : QObject(parent)
{
    connect(&history, &HistoryRecorder::failed, this,
        [&bars](const Msn::Error &trouble) { bars.showHistoryTrouble(trouble); });
    connect(&history, &HistoryRecorder::recovered, this, [&bars] { bars.showHistoryTrouble({}); });
    connect(&history, &HistoryRecorder::privateChanged, this,
        [&history, &conversation, &view](const Msn::Conversation *changed) {
            if (changed != &conversation)
                return;
            view.append(history.isPrivate(conversation) ? tr("What is said from now on is not kept.")
                                                        : tr("What is said from now on is kept."));
        });
    connect(&history, &HistoryRecorder::removed, this,
        [&conversation, &view](const Msn::HistorySelection &selection) {
            view.removeIf([&](const ChatMessage &line) {
                return line.isStored()
                    && selection.includes(Msn::entryIdOf(line.id), conversation.peer(), line.time);
            });
        });
    connect(&conversation, &Msn::Conversation::messagesForgotten, this,
        [&view](const QList<ChatMessage::Id> &ids) {
            view.removeIf([&ids](const ChatMessage &line) { return ids.contains(line.id); });
        });
    if (const auto untold = history.takeUntold())
        bars.showHistoryTrouble(*untold);
    else
        bars.showHistoryTrouble(history.store().trouble());
}

} // namespace Ui
