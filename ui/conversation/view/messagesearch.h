#pragma once

#include <QString>

class QTextCursor;

namespace Ui {

class ChatDocument;
class MessageLoader;

/// The next place from \p from on that has \p text, whatever its case; upwards older lines are
/// brought for it. Null if there is none. From a store on disk they come later: then the next try
/// finds it.
QTextCursor findInMessages(
    const QString &text, const QTextCursor &from, bool backward, ChatDocument &chat, MessageLoader &loader);

} // namespace Ui
