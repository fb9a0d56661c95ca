#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"
#include "core/protocol/networkdescription.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace App {

/// The network that is built into the messenger: a whole service on loopback with free ports and a
/// certificate of its own, the demo accounts in memory, and the robots signed in.
class DemoNetwork : public QObject
{
    Q_OBJECT
public:
    using Pictures = QHash<Msn::Address, QByteArray>;

    /// \p pictures: what people and robots look like, PNG.
    explicit DemoNetwork(const Pictures &pictures = {}, QObject *parent = nullptr);
    ~DemoNetwork() override;

    /// Takes some ten milliseconds; the robots arrive a moment later. Does nothing if it runs.
    /// Errors: those of Msn::Service::start().
    Msn::Outcome start();
    /// Everything is forgotten; stopped() follows.
    void stop();
    bool isRunning() const;

    /// How to sign in; TLS. Only while it runs.
    Msn::NetworkDescription description() const;

Q_SIGNALS:
    void stopped();

private:
    struct Running;

    void forget();

    const Pictures m_pictures;
    std::unique_ptr<Running> m_running;
};

} // namespace App
