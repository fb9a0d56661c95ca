#pragma once

#include "app/messenger/session.h"
#include "core/protocol/status.h"

#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace App {

/// The accounts of this program that are signed in, on the way, or over but still to be read. Each
/// account of a network is there once.
class Sessions : public QObject
{
    Q_OBJECT

public:
    /// \p networks and \p connection must outlive them; \p traffic may be null.
    Sessions(const Msn::ProfileDirectories &directories, NetworkAccess &networks,
        Msn::ConnectionChoices &connection, Msn::TrafficLog *traffic, QObject *parent = nullptr);
    ~Sessions() override;

    /// Beside those that are signed in already; an account that is there is signed in anew. When
    /// nobody is signed in, what has been over goes.
    Session &signIn(const Ui::SignInRequest &request);
    void signOutAll();
    /// Of every account that is signed in.
    void setStatus(Msn::Status status);
    /// Lets go of one that is over.
    void remove(Session &session);

    /// In the order in which they were first asked for.
    QList<Session *> all() const;
    QList<Session *> signedInOnes() const;
    /// Nullptr if it is none of them.
    Session *find(const Msn::Address &address, const QString &network) const;
    Session *of(const Msn::Account &account) const;
    /// The one that was asked for last; nullptr before the first.
    Session *latest() const { return m_latest; }

Q_SIGNALS:
    void progressChanged(App::Session *session, Msn::SignInProgress progress);
    void signedIn(App::Session *session);
    void failed(App::Session *session, const Msn::Error &error);
    void ended(App::Session *session, const Msn::Error &error);
    void accountAboutToGo(App::Session *session);

private:
    Session &sessionFor(const Ui::SignInRequest &request);
    Session &make();
    void removeOver(const Session *except);

    const Msn::ProfileDirectories m_directories;
    NetworkAccess &m_networks;
    Msn::ConnectionChoices &m_connection;
    Msn::TrafficLog *m_traffic;
    std::vector<std::unique_ptr<Session>> m_sessions;
    Session *m_latest = nullptr;
};

} // namespace App
