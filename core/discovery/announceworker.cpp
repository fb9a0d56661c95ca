#include "core/discovery/announceworker.h"

#include "core/discovery/networkannouncement.h"

#include <QtEndian>

namespace Msn {

namespace {

constexpr int mostAttempts = 20;

} // namespace

struct AnnounceWorker::Reply
{
    /// Only writes down; see DnsSdOperation.
    static void MSN_DNSSD_CALL registered(DnsSd::Ref, DnsSd::Flags, DnsSd::Status status, const char *name,
        const char *, const char *, void *context)
    {
        auto *self = static_cast<AnnounceWorker *>(context);
        if (status != DnsSd::noError || !name)
            self->m_trouble = status;
        else
            self->m_givenName = QByteArray(name);
    }
};

AnnounceWorker::AnnounceWorker(const DiscoverySetup &setup)
    : m_setup(setup)
    , m_backoff(setup.firstRetry, setup.longestRetry)
    , m_retry(this) // a child, or it would stay on the thread we were made on
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &AnnounceWorker::begin);
}

AnnounceWorker::~AnnounceWorker() = default;

void AnnounceWorker::start(int round, const QString &name, quint16 port, const QByteArray &txt)
{
    stop();
    m_round = round;
    m_name = name;
    m_port = port;
    m_txt = txt;
    m_attempt = 1;
    m_backoff.reset();
    begin();
}

void AnnounceWorker::stop()
{
    m_retry.stop();
    m_operation.reset();
    m_givenName.clear();
    m_trouble = DnsSd::noError;
}

void AnnounceWorker::begin()
{
    if (const auto loaded = DnsSdLibrary::ensure(m_library, m_setup.library); !loaded) {
        Q_EMIT failed(m_round, loaded.error());
        return;
    }
    const QByteArray name = instanceNameFor(m_name, m_attempt);
    m_operation = std::make_unique<DnsSdOperation>(m_library, [this, name](DnsSd::Ref *ref) {
        return m_library->registerService(ref, 0, 0, name.constData(), DnsSd::serviceType, nullptr, nullptr,
            qToBigEndian(m_port), static_cast<std::uint16_t>(m_txt.size()), m_txt.constData(),
            Reply::registered, this);
    });
    if (m_operation->status() != DnsSd::noError) {
        handleTrouble(m_operation->status());
        return;
    }
    connect(m_operation.get(), &DnsSdOperation::answered, this, &AnnounceWorker::handleAnswer);
    connect(m_operation.get(), &DnsSdOperation::broken, this, &AnnounceWorker::fail);
}

void AnnounceWorker::handleAnswer()
{
    if (m_trouble != DnsSd::noError) {
        handleTrouble(std::exchange(m_trouble, DnsSd::noError));
    } else if (!m_givenName.isEmpty()) {
        m_backoff.reset();
        Q_EMIT announced(m_round, QString::fromUtf8(std::exchange(m_givenName, {})));
    }
}

/// The daemon finds another name by itself where the other one comes from elsewhere; for one of this
/// computer Avahi leaves it to us.
void AnnounceWorker::handleTrouble(DnsSd::Status status)
{
    if (status == DnsSd::nameConflict && m_attempt < mostAttempts) {
        ++m_attempt;
        begin();
    } else {
        m_attempt = 1;
        fail(DnsSd::errorOf(status));
    }
}

void AnnounceWorker::fail(const DiscoveryError &error)
{
    stop();
    Q_EMIT failed(m_round, error);
    m_retry.start(m_backoff.next());
}

} // namespace Msn
