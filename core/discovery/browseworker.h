#pragma once

#include "core/base/backoff.h"
#include "core/discovery/serviceresolver.h"

#include <QHash>
#include <QList>

#include <map>

namespace Msn {

/// Looks for announcements, on the thread of DiscoveryThread. What strangers may make it hold is
/// bounded: so many announcements are followed and no more, so many are asked about at a time, and
/// what changes is told a few times a second at most.
class BrowseWorker : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxInstances = 64;
    static constexpr qsizetype maxResolvers = 4;

    explicit BrowseWorker(const DiscoverySetup &setup);
    ~BrowseWorker() override;

    /// \p round comes back with what is found, so that what an earlier one found is known as such.
    void start(int round);
    void stop();

Q_SIGNALS:
    /// All that is there now.
    void listed(int round, const QList<Msn::NearbyNetwork> &networks);
    void failed(int round, const Msn::DiscoveryError &error);

private:
    struct Reply;
    enum class Progress { Waiting, Asking, Known, NotOurs };
    struct Instance
    {
        ServiceInstance where;
        int sightings = 0; ///< on different interfaces and protocols
        Progress progress = Progress::Waiting;
        bool askAgain = false;
        std::optional<NearbyNetwork> network;
    };
    struct Sighting
    {
        ServiceInstance where;
        bool isAdded = false;
    };

    void begin();
    void handleAnswers();
    void add(const ServiceInstance &where);
    void remove(const QByteArray &name);
    void resolveNext();
    void handleResolved(const QByteArray &name, const std::optional<NearbyNetwork> &network);
    void publishSoon();
    void publish();
    void fail(const DiscoveryError &error);
    void forgetAll();

    const DiscoverySetup m_setup;
    DnsSdLibrary::Pointer m_library;
    int m_round = 0;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_collect;
    QHash<QByteArray, Instance> m_instances;
    std::map<QByteArray, std::unique_ptr<ServiceResolver>> m_resolvers;
    QList<Sighting> m_sightings; ///< written by the library's reply
    DnsSd::Status m_trouble = DnsSd::noError; ///< the same
    std::unique_ptr<DnsSdOperation> m_browsing;
};

} // namespace Msn
