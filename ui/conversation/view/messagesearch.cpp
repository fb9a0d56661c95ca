#include "ui/conversation/view/messagesearch.h"

#include "ui/conversation/view/chatdocument.h"
#include "ui/conversation/view/messageloader.h"

#include <QTextDocument>

namespace Ui {
namespace {

constexpr int mostPages = 200;

} // namespace

QTextCursor findInMessages(
    const QString &text, const QTextCursor &from, bool backward, ChatDocument &chat, MessageLoader &loader)
{
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    const QTextDocument &document = *from.document();
    QTextCursor found = document.find(text, from, flags);
    for (int page = 0; found.isNull() && backward && page < mostPages; ++page) {
        const int oldest = chat.firstEntry();
        loader.fetchOlder();
        if (chat.firstEntry() == oldest)
            break;
        found = document.find(text, QTextCursor(chat.blockOf(oldest)), flags);
    }
    return found;
}

} // namespace Ui
