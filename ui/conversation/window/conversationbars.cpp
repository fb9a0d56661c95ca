#include "ui/conversation/window/conversationbars.h"

#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/peertext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

ConversationBars::ConversationBars(QWidget *parent)
    : QWidget(parent)
    , m_notice(new MessageBar(this))
    , m_error(new MessageBar(this))
    , m_history(new MessageBar(this))
    , m_question(new MessageBar(this))
{
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setClosable(false);
    m_error->setObjectName(QStringLiteral("error"));
    m_history->setObjectName(QStringLiteral("historyTrouble"));
    m_question->setObjectName(QStringLiteral("closeQuestion"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    for (MessageBar *bar : {m_question, m_notice, m_error, m_history})
        layout->addWidget(bar);
}

void ConversationBars::refresh(ChatAccount &account, const Msn::Conversation &conversation)
{
    const QString text = PeerText::mayNotReply(account, conversation);
    if (text.isEmpty())
        m_notice->hide();
    else if (m_notice->isHidden() || m_notice->text() != text)
        m_notice->showInformation(text);
    else
        return;
    m_notice->setClosable(false);
    const Msn::Contact *contact = account.contacts().find(conversation.peer());
    if (!contact || !contact->isBlocked() || !account.isSignedIn() || conversation.isGroup())
        return;
    QPushButton *undo = m_notice->addButton(tr("Unblock"));
    connect(undo, &QPushButton::clicked, this, &ConversationBars::unblockRequested);
}

void ConversationBars::showError(const Msn::Error &error)
{
    m_error->showError(ErrorText::describe(error));
    m_error->setClosable(true);
}

void ConversationBars::showHistoryTrouble(const Msn::Error &error)
{
    // That a file was put aside stays true when a new one has been begun.
    if (error.code == Msn::ErrorCode::None && m_trouble == Msn::ErrorCode::StorageDamaged)
        return;
    m_trouble = error.code;
    if (error.code == Msn::ErrorCode::None) {
        m_history->hide();
        return;
    }
    m_history->showError(ErrorText::describeHistory(error));
    m_history->setClosable(true);
}

void ConversationBars::askToClose(const QString &reason)
{
    m_question->showInformation(reason);
    QPushButton *close = m_question->addButton(tr("Close anyway"));
    connect(close, &QPushButton::clicked, this, &ConversationBars::closeConfirmed);
}

bool ConversationBars::asksToClose() const
{
    return !m_question->isHidden();
}

void ConversationBars::stopAsking()
{
    m_question->hide();
}

} // namespace Ui
