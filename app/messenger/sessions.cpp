#include "app/messenger/sessions.h"

#include <algorithm>

namespace App {

using namespace Msn;

Sessions::Sessions(const ProfileDirectories &directories, NetworkAccess &networks,
    ConnectionChoices &connection, TrafficLog *traffic, QObject *parent)
    : QObject(parent)
    , m_directories(directories)
    , m_networks(networks)
    , m_connection(connection)
    , m_traffic(traffic)
{
}

Sessions::~Sessions() = default;

Session &Sessions::signIn(const Ui::SignInRequest &request)
{
    Session &session = sessionFor(request);
    m_latest = &session;
    session.signIn(request);
    return session;
}

void Sessions::signOutAll()
{
    const QList<Session *> sessions = all();
    for (Session *session : sessions)
        session->signOut();
}

void Sessions::setStatus(Status status)
{
    const QList<Session *> sessions = signedInOnes();
    for (Session *session : sessions)
        session->account()->setStatus(status);
}

void Sessions::remove(Session &session)
{
    session.release();
    if (m_latest == &session)
        m_latest = nullptr;
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
        [&](const std::unique_ptr<Session> &other) { return other.get() == &session; });
    if (found == m_sessions.end())
        return;
    session.disconnect(this);
    // It may be the one that is telling us about its end.
    found->release()->deleteLater();
    m_sessions.erase(found);
}

QList<Session *> Sessions::all() const
{
    QList<Session *> sessions;
    for (const std::unique_ptr<Session> &session : m_sessions)
        sessions.append(session.get());
    return sessions;
}

QList<Session *> Sessions::signedInOnes() const
{
    QList<Session *> sessions = all();
    sessions.removeIf([](const Session *session) { return !session->isSignedIn(); });
    return sessions;
}

Session *Sessions::find(const Address &address, const QString &network) const
{
    for (const std::unique_ptr<Session> &session : m_sessions) {
        if (session->address() == address && session->network() == network)
            return session.get();
    }
    return nullptr;
}

Session *Sessions::of(const Account &account) const
{
    for (const std::unique_ptr<Session> &session : m_sessions) {
        if (session->account() == &account)
            return session.get();
    }
    return nullptr;
}

Session &Sessions::sessionFor(const Ui::SignInRequest &request)
{
    Session *known = find(request.address, request.network);
    if (signedInOnes().isEmpty())
        removeOver(known);
    if (known)
        return *known;
    // An attempt that came to nothing has nothing anybody could still want to read.
    for (const std::unique_ptr<Session> &session : m_sessions) {
        if (session.get() == m_latest && session->isOver() && !session->wasEverSignedIn())
            return *session;
    }
    return make();
}

Session &Sessions::make()
{
    m_sessions.push_back(std::make_unique<Session>(m_directories, m_networks, m_connection, m_traffic));
    Session *session = m_sessions.back().get();
    connect(session, &Session::progressChanged, this,
        [this, session](SignInProgress progress) { Q_EMIT progressChanged(session, progress); });
    connect(session, &Session::signedIn, this, [this, session] { Q_EMIT signedIn(session); });
    connect(session, &Session::failed, this,
        [this, session](const Error &error) { Q_EMIT failed(session, error); });
    connect(session, &Session::ended, this,
        [this, session](const Error &error) { Q_EMIT ended(session, error); });
    connect(session, &Session::accountAboutToGo, this, [this, session] { Q_EMIT accountAboutToGo(session); });
    return *session;
}

void Sessions::removeOver(const Session *except)
{
    const QList<Session *> sessions = all();
    for (Session *session : sessions) {
        if (session != except && session->isOver())
            remove(*session);
    }
}

} // namespace App
