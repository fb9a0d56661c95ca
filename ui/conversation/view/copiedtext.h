#pragma once

#include <QString>

class QTextCursor;

namespace Msn {
struct ChatMessage;
}

namespace Ui {

class ChatDocument;

/// What is put on the clipboard: the words as typed, emoticons as their codes, no delivery states.
namespace CopiedText {

/// The selection without the times of headers.
QString plain(const QTextCursor &selection);
/// Each message that the selection touches on a line of its own: `[18:02] Ana: text`.
QString withTimes(const QTextCursor &selection, const ChatDocument &chat);
/// One message in that way; \p name: what its sender is called.
QString withTime(const Msn::ChatMessage &message, const QString &name);
/// The selection with `> ` in front of each line.
QString quoted(const QTextCursor &selection);

} // namespace CopiedText

} // namespace Ui
