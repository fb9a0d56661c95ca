#include "tests/soak/soak.h"

#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "core/service/store/circleadministration.h"
#include "tests/soak/livememory.h"

#include <algorithm>
#include <cstdio>

namespace Soak {

using namespace Msn;

namespace {

constexpr int peopleCount = 24;
constexpr int actEveryMs = 4;
constexpr int tickEveryMs = 1000;
/// One connection in so many breaks during the storm.
constexpr int oneBreaksIn = 5;
/// One byte in so many: most sign-ins succeed, and few sessions stay whole.
constexpr int oneGarbledIn = 2000;
/// Each phase after the storm: several times the longest of our deadlines.
constexpr qint64 patienceMs = 40'000;
/// Before that caches and histories of the conversations are still filling.
constexpr qsizetype ticksToJudgeMemory = 240;
/// Growth from the second quarter of the storm to the last that is not called a leak.
constexpr double growthFactor = 1.15;
constexpr double growthMegabytes = 8;

Address addressOf(int number)
{
    return Address(QStringLiteral("person%1@example.com").arg(number));
}

ServiceOptions soakOptions()
{
    ServiceOptions options;
    options.name = QStringLiteral("Soak");
    options.passwordCost = PasswordCost::least();
    options.timings.challengeDelay = std::chrono::milliseconds(50);
    options.timings.switchboardPass = std::chrono::seconds(10);
    return options;
}

double average(const QList<double> &values, qsizetype from, qsizetype to)
{
    double sum = 0;
    for (qsizetype i = from; i < to; ++i)
        sum += values.at(i);
    return to > from ? sum / double(to - from) : 0;
}

} // namespace

SoakRun::SoakRun(double minutes, quint32 seed, bool garbles, QObject *parent)
    : QObject(parent)
    , m_milliseconds(static_cast<qint64>(minutes * 60'000))
    , m_garbles(garbles)
{
    m_weather.random.seed(seed);
    m_company.random.seed(seed + 1);
    m_acts.setInterval(actEveryMs);
    m_ticks.setInterval(tickEveryMs);
    connect(&m_acts, &QTimer::timeout, this, &SoakRun::act);
    connect(&m_ticks, &QTimer::timeout, this, &SoakRun::tick);
}

SoakRun::~SoakRun()
{
    m_company.people.clear();
}

bool SoakRun::start()
{
    auto store = SqliteAccountStore::open(m_directory.filePath(QStringLiteral("accounts.sqlite")));
    if (!store)
        return false;
    m_store = std::move(*store);
    m_service = std::make_unique<Service>(soakOptions(), *m_store);
    if (!m_service->start())
        return false;
    QList<Address> everybody;
    for (int number = 0; number < peopleCount; ++number) {
        everybody.append(addressOf(number));
        AccountAdministration(*m_store).create(addressOf(number), FriendlyName(QStringLiteral("Person")),
            QStringLiteral("secret"), PasswordCost::least());
    }
    CircleAdministration(*m_store).add(QStringLiteral("Everybody"), everybody.first(peopleCount / 2));
    if (!m_store->commit())
        return false;
    for (int number = 0; number < peopleCount; ++number) {
        const bool isEncrypted = number % 4 == 0;
        NetworkDescription network = m_service->networkDescription(
            isEncrypted ? NetworkDescription::Security::Tls : NetworkDescription::Security::None);
        network.protocols = {supportedProtocolVersions().at(number % supportedProtocolVersions().size())};
        m_company.people.push_back(std::make_unique<SoakPerson>(network, addressOf(number),
            m_directory.filePath(QStringLiteral("person%1").arg(number)), m_weather, m_tally));
        m_company.people.back()->signIn();
    }
    enter(Phase::Storm);
    m_acts.start();
    m_ticks.start();
    return true;
}

void SoakRun::act()
{
    ++m_actions;
    actOnce(m_company);
}

void SoakRun::tick()
{
    if (m_phase == Phase::Storm) {
        m_megabytes.append(liveMegabytes());
        if (m_megabytes.size() % 60 == 0)
            report();
    }
    const qint64 patience = m_phase == Phase::Storm ? m_milliseconds : patienceMs;
    if (isPhaseDone() || m_phaseTime.elapsed() >= patience)
        endPhase();
}

void SoakRun::report() const
{
    std::printf("%lld actions, %lld said, %lld delivered, %lld failed, %lld heard, %lld pictures, %.1f MB\n",
        static_cast<long long>(m_actions), static_cast<long long>(m_tally.said),
        static_cast<long long>(m_tally.delivered), static_cast<long long>(m_tally.failed),
        static_cast<long long>(m_tally.heard), static_cast<long long>(m_tally.pictures),
        m_megabytes.constLast());
    std::fflush(stdout);
}

void SoakRun::enter(Phase phase)
{
    m_phase = phase;
    m_phaseTime.start();
    m_weather.oneBreaksIn = phase == Phase::Storm ? oneBreaksIn : 0;
    m_weather.oneGarbledIn = phase == Phase::Storm && m_garbles ? oneGarbledIn : 0;
    for (const auto &person : m_company.people) {
        if (phase == Phase::Return)
            person->signIn();
        else if (phase == Phase::Farewell)
            person->account().signOut();
    }
}

/// The storm lasts its time.
bool SoakRun::isPhaseDone() const
{
    switch (m_phase) {
    case Phase::Storm:
        return false;
    case Phase::Calm:
        return pending().isEmpty();
    case Phase::Return:
        return signedIn() == peopleCount;
    case Phase::Farewell:
        return m_service->statistics().connections == 0 && m_service->statistics().switchboards == 0;
    }
    return true;
}

void SoakRun::endPhase()
{
    switch (m_phase) {
    case Phase::Storm:
        m_acts.stop();
        judgeMemory();
        return enter(Phase::Calm);
    case Phase::Calm:
        describePending();
        return enter(Phase::Return);
    case Phase::Return:
        if (signedIn() < peopleCount)
            m_faults.append(
                QStringLiteral("only %1 of %2 people can sign in").arg(signedIn()).arg(peopleCount));
        compareLists();
        return enter(Phase::Farewell);
    case Phase::Farewell:
        return finish();
    }
}

void SoakRun::describePending()
{
    const QStringList texts = pending();
    for (const QString &text : texts)
        m_faults.append(QStringLiteral("neither delivered nor failed: ") + text);
}

/// What a person sees is what the service keeps.
void SoakRun::compareLists()
{
    if (m_garbles)
        return;
    for (const auto &person : m_company.people) {
        const Address &owner = person->account().address();
        const ContactList &seen = person->account().contacts();
        const QList<ContactRecord> kept = m_store->contacts(owner);
        for (const ContactRecord &record : kept) {
            const Contact *contact = seen.find(record.address);
            constexpr Lists compared = List::Forward | List::Allow | List::Block;
            const Lists lists = contact ? contact->lists & compared : Lists();
            if (lists != (record.lists & compared))
                m_faults.append(QStringLiteral("%1 sees %2 on lists %3, the service has %4")
                                    .arg(owner.toString(), record.address.toString())
                                    .arg(lists.toInt())
                                    .arg((record.lists & compared).toInt()));
        }
    }
}

void SoakRun::judgeMemory()
{
    if (m_megabytes.size() < ticksToJudgeMemory)
        return;
    const qsizetype quarter = m_megabytes.size() / 4;
    const double early = average(m_megabytes, quarter, 2 * quarter);
    const double late = average(m_megabytes, 3 * quarter, m_megabytes.size());
    if (late > early * growthFactor + growthMegabytes)
        m_faults.append(
            QStringLiteral("memory grew from %1 to %2 MB").arg(early, 0, 'f', 1).arg(late, 0, 'f', 1));
}

void SoakRun::finish()
{
    m_ticks.stop();
    const ServiceStatistics left = m_service->statistics();
    if (left.usersOnline != 0 || left.switchboards != 0 || left.connections != 0)
        m_faults.append(QStringLiteral("left behind: %1 people, %2 conversations, %3 connections")
                            .arg(left.usersOnline)
                            .arg(left.switchboards)
                            .arg(left.connections));
    if (!m_garbles && !m_tally.doubles.isEmpty())
        m_faults.append(QStringLiteral("%1 texts were seen twice, as %2")
                            .arg(m_tally.doubles.size())
                            .arg(m_tally.doubles.constFirst()));
    if (m_tally.delivered == 0 || m_tally.heard == 0)
        m_faults.append(QStringLiteral("nobody heard anything"));
    if (m_tally.pictures == 0)
        m_faults.append(QStringLiteral("nobody saw a picture"));
    report();
    Q_EMIT finished(m_faults);
}

QStringList SoakRun::pending() const
{
    QStringList texts;
    for (const auto &person : m_company.people) {
        for (const QString &text : person->pending())
            texts.append(text + QStringLiteral(": ") + person->whereabouts(text));
    }
    return texts;
}

qsizetype SoakRun::signedIn() const
{
    return std::count_if(m_company.people.begin(), m_company.people.end(),
        [](const auto &person) { return person->account().state() == Account::State::SignedIn; });
}

} // namespace Soak
