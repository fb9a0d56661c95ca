#include "ui/conversation/window/conversationactions.h"

#include "core/chat/conversation.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/peertext.h"
#include "ui/conversation/view/copiedtext.h"
#include "ui/conversation/window/invitedialog.h"
#include "ui/widgets/mailprogram.h"

#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>

namespace Ui {

ConversationActions::ConversationActions(
    ChatAccount &account, Msn::Conversation &conversation, QWidget &window)
    : QObject(&window)
    , m_account(account)
    , m_conversation(conversation)
    , m_window(window)
{
}

void ConversationActions::invite()
{
    auto *dialog = new InviteDialog(m_account.contacts(), m_conversation.participants(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InviteDialog::chosen, this, [this](const QList<Msn::Address> &addresses) {
        for (const Msn::Address &address : addresses)
            invite(address);
    });
    dialog->open();
}

void ConversationActions::invite(const Msn::Address &address)
{
    const QString name = PeerText::nameOf(address, m_account, m_conversation);
    const QList<Msn::Participant> people = m_conversation.participants();
    const bool isHere = std::any_of(people.begin(), people.end(),
        [&address](const Msn::Participant &person) { return person.address == address; });
    if (isHere) {
        Q_EMIT told(tr("%1 is in this conversation already.").arg(name));
        return;
    }
    if (!m_account.isSignedIn() || !address.isValid())
        return;
    Q_EMIT told(tr("%1 has been invited.").arg(name));
    m_conversation.invite(address, {this, [this](const auto &result) {
                                        if (!result)
                                            Q_EMIT failed(result.error());
                                    }});
}

void ConversationActions::setBlocked(bool blocked)
{
    const ChatAccount::Done done(this, [this](const auto &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
    m_account.setBlocked(m_conversation.peer(), blocked, done);
}

void ConversationActions::saveToFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Save this conversation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text (*.txt)"));
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(m_conversation.peer().localPart() + QStringLiteral(".txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        Q_EMIT told(writeTo(name) ? tr("The conversation was saved as %1.").arg(name)
                                  : tr("The conversation could not be written to %1.").arg(name));
    });
    dialog->open();
}

void ConversationActions::sendMail()
{
    if (!openMailProgram(m_conversation.peer()))
        Q_EMIT told(tr("No mail program could be opened. Copy the address instead."));
}

void ConversationActions::showProperties()
{
    Q_EMIT propertiesRequested(m_conversation.peer());
}

void ConversationActions::showHistory(const QString &words)
{
    if (m_account.history())
        Q_EMIT historyRequested(words);
}

bool ConversationActions::writeTo(const QString &fileName) const
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (const Msn::ChatMessage &message : m_conversation.messages())
        file.write((CopiedText::withTime(message, PeerText::nameOf(message.sender, m_account, m_conversation))
            + u'\n')
                       .toUtf8());
    return file.commit();
}

} // namespace Ui
