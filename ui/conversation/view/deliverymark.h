#pragma once

#include "core/chat/chatmessage.h"

#include <QCoreApplication>
#include <QTextCursor>

#include <optional>

class QUrl;

namespace Ui {

struct ChatLook;

/// What stands behind a message of ours: a clock while it is being sent, a check when it was
/// delivered, `not delivered · Retry` when it was not.
class DeliveryMark
{
    Q_DECLARE_TR_FUNCTIONS(Ui::DeliveryMark)

public:
    /// Writes the mark where \p cursor is. \p inWords: also says "delivered".
    static void write(
        QTextCursor &cursor, const Msn::ChatMessage &message, bool inWords, const ChatLook &look);
    /// Whether this text is part of a mark. It is left out of what is copied.
    static bool isPart(const QTextCharFormat &format);
    /// The message that a `Retry` link belongs to.
    static std::optional<Msn::ChatMessage::Id> retryTarget(const QUrl &link);

private:
    static void writeRetry(QTextCursor &cursor, const Msn::ChatMessage &message, const QTextCharFormat &words,
        const ChatLook &look);
};

} // namespace Ui
