#pragma once

#include "core/service/service.h"
#include "core/service/store/sqliteaccountstore.h"
#include "tests/soak/cuttingtransport.h"
#include "tests/soak/soakactions.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

namespace Soak {

/// A service, people, and chance. After a while the weather clears up: whatever is under way has to come
/// to an end, everybody has to be able to sign in, see the list that the service has, and leave nothing
/// behind.
class SoakRun : public QObject
{
    Q_OBJECT

public:
    /// \p seed: the same chances again, as far as the network goes along. \p garbles: what is said on the way
    /// is changed, too; lists may differ then, and texts be seen twice.
    SoakRun(double minutes, quint32 seed, bool garbles, QObject *parent = nullptr);
    ~SoakRun() override;

    /// False if the service cannot be started.
    bool start();

Q_SIGNALS:
    /// What was wrong, one line each; empty: nothing.
    void finished(const QStringList &faults);

private:
    enum class Phase { Storm, Calm, Return, Farewell };

    void act();
    void tick();
    void report() const;
    void enter(Phase phase);
    bool isPhaseDone() const;
    void endPhase();
    void describePending();
    void compareLists();
    void judgeMemory();
    void finish();
    /// What is neither delivered nor failed, one line each.
    QStringList pending() const;
    qsizetype signedIn() const;

    const qint64 m_milliseconds;
    const bool m_garbles;
    QTemporaryDir m_directory;
    Weather m_weather;
    Tally m_tally;
    std::unique_ptr<Msn::SqliteAccountStore> m_store;
    std::unique_ptr<Msn::Service> m_service;
    Company m_company;
    Phase m_phase = Phase::Storm;
    QElapsedTimer m_phaseTime;
    QTimer m_acts;
    QTimer m_ticks;
    qint64 m_actions = 0;
    /// Of this process, once a tick of the storm.
    QList<double> m_megabytes;
    QStringList m_faults;
};

} // namespace Soak
