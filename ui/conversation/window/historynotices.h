#pragma once

#include <QObject>

namespace Msn {
class Conversation;
class HistoryRecorder;
} // namespace Msn

namespace Ui {

class ConversationBars;
class MessageView;

/// Tells in a conversation what happens to its history: that it cannot be written, in a bar, that from now
/// on it is kept or not, as a line; and takes lines away that were deleted. Goes before any of what it is
/// given.
class HistoryNotices : public QObject
{
    Q_OBJECT

public:
    HistoryNotices(Msn::HistoryRecorder &history, const Msn::Conversation &conversation,
        ConversationBars &bars, MessageView &view, QObject *parent);
};

} // namespace Ui
