#pragma once

#include "core/base/completion.h"
#include "core/net/notificationconnection.h"
#include "core/protocol/serviceform.h"

#include <QElapsedTimer>
#include <QObject>

namespace Msn {

/// What the server says about itself and about the e-mail of the account, and the way to the web pages
/// that belong to it. Source: sign-in.md §7; presence.md §8.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    explicit Mailbox(NotificationConnection &connection, QObject *parent = nullptr);

    /// A session has begun; the profile of the last one is forgotten.
    void start();
    /// Credentials for forms; forgotten by an empty \p password.
    void setCredentials(const QString &password, const QString &trustedHost);

    const Profile &profile() const { return m_profile; }
    int inboxUnread() const { return m_inboxUnread; }
    int foldersUnread() const { return m_foldersUnread; }

    /// URL. Fails with 710 where there is no mailbox.
    void requestUrl(const ServiceUrlRequest &request, Completion<ServiceUrl> done);
    /// The same, ready to be opened. Fails with InsecureAddress if the server names no page that may be.
    void requestForm(const ServiceUrlRequest &request, Completion<ServiceForm> done);
    /// The page of a mail that has just come; nothing if the notice names none that may be opened.
    std::optional<ServiceForm> formFor(const NewMailNotice &mail) const;

Q_SIGNALS:
    void inboxChanged(int unread);
    void foldersChanged(int unread);
    void newMail(const Msn::NewMailNotice &mail);
    void shutdownAnnounced(int minutes);

private:
    void handleMessage(const ServerMessage &message);
    void setInbox(int unread);
    void setFolders(int unread);
    ServiceFormAccount formAccount() const;

    NotificationConnection &m_connection;
    Profile m_profile;
    int m_inboxUnread = 0;
    int m_foldersUnread = 0;
    QString m_password;
    QString m_trustedHost;
    QElapsedTimer m_sessionAge;
};

} // namespace Msn
