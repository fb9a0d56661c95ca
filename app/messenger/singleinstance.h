#pragma once

#include "app/messenger/startrequest.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

class QLocalSocket;

namespace App {

/// At most one messenger a profile: the first holds a lock in the profile and listens for those
/// that come later, which hand over what they were asked to do.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profileDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Another one listens. One that has only just been started may not yet: claim() knows for certain.
    bool isTaken() const;
    /// True for the first. Never waits for another one, but for the disk.
    bool claim();
    /// The first only: begins to listen, once.
    void listen();
    /// The others: asks the first to show itself and to do as \p request says. False if it does not
    /// answer within two seconds.
    bool handOver(const StartRequest &request);

Q_SIGNALS:
    void activated(const App::StartRequest &request);

private:
    void handleConnection();
    void readFrom(QLocalSocket *socket);

    const QString m_socketName;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace App
