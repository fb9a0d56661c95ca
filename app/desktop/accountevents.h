#pragma once

#include "core/account/account.h"
#include "core/chat/conversation.h"
#include "ui/alerts/alertevent.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace App {

/// Something an account's person may want to be told of.
struct Happening
{
    Ui::AlertEvent event = Ui::AlertEvent::Message;
    Msn::Account *account = nullptr;
    /// Whom it is about; empty: the account itself.
    Msn::Address contact;
    /// Of that person, cleaned; for mail as its sender writes it.
    QString name;
    /// The message, the subject of a mail, the words of an error. Plain, not cleaned.
    QString words;
    /// Of message, nudge and invitation.
    QPointer<Msn::Conversation> conversation;
};

/// What happens in one account, as events. Knows nothing of alerts or of what was chosen.
class AccountEvents : public QObject
{
    Q_OBJECT

public:
    /// \p account must outlive it.
    explicit AccountEvents(Msn::Account &account, QObject *parent = nullptr);

Q_SIGNALS:
    void happened(const App::Happening &happening);
    /// What was told as ConnectionLost is over: back again, or given up by the person.
    void connectionRestored();

private:
    void watchConversation(Msn::Conversation *conversation);
    void handleMessage(Msn::Conversation &conversation, const Msn::ChatMessage &message);
    void handleContact(const Msn::Address &address);
    void handleError(const Msn::Error &error);
    void handleState(Msn::Account::State state);
    void handleMail(const Msn::NewMailNotice &mail);
    void rememberStatuses();
    void tell(Ui::AlertEvent event, const Msn::Address &contact, const QString &words = {});
    Happening about(Ui::AlertEvent event, const Msn::Address &contact) const;

    Msn::Account &m_account;
    QHash<Msn::Address, Msn::Status> m_statuses;
    /// Groups we were asked into and nobody has written in yet.
    QSet<Msn::Conversation *> m_invitations;
    bool m_isLost = false;
};

} // namespace App
