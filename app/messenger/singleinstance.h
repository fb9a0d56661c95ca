#pragma once

#include "core/base/address.h"

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

    /// True for the first. Never waits.
    bool claim();
    /// The first only: begins to listen.
    void listen();
    /// The others: asks the first to show itself and to open a chat with \p chatWith, which may be
    /// empty. \p token: the right to come to the front that the desktop gave this start; may be
    /// empty. False if it does not answer within two seconds.
    bool handOver(const Msn::Address &chatWith, const QByteArray &token = {});

Q_SIGNALS:
    void activated(const Msn::Address &chatWith, const QByteArray &token);

private:
    void handleConnection();
    void readFrom(QLocalSocket *socket);

    const QString m_socketName;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace App
