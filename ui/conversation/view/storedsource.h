#pragma once

#include "ui/conversation/view/messagesource.h"

namespace Msn {
struct HistoryPage;
class HistoryRecorder;
} // namespace Msn

namespace Ui {

/// The lines of former days: what the history has of a conversation before its own first line.
class StoredSource : public MessageSource
{
    Q_OBJECT

public:
    /// Both must outlive it.
    StoredSource(const Msn::Conversation &conversation, const Msn::HistoryRecorder &recorder,
        QObject *parent = nullptr);

    /// A history that cannot be read answers with no lines and readFailed().
    void fetch(MessagePage::Direction direction, const std::optional<Msn::ChatMessage> &from,
        qsizetype count) override;

Q_SIGNALS:
    void readFailed(const Msn::Error &error);

private:
    void handlePage(MessagePage::Direction direction, const Msn::HistoryPage &page);

    const Msn::Conversation &m_conversation;
    const Msn::HistoryRecorder &m_recorder;
};

} // namespace Ui
