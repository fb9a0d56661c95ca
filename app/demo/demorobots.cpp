#include "app/demo/demorobots.h"

#include "app/demo/demoaccounts.h"
#include "app/demo/robots.h"

namespace App {

DemoRobots::DemoRobots(const Msn::NetworkDescription &network, QObject *parent)
    : QObject(parent)
{
    QList<Msn::Address> all;
    const auto entries = DemoAccounts::robots();
    for (const DemoAccounts::Entry &entry : entries)
        all.append(entry.address);
    const Msn::Address echo = DemoAccounts::echo().address;
    const Msn::Address slow = DemoAccounts::slow().address;
    m_robots.push_back(std::make_unique<EchoRobot>(network, echo, all));
    m_robots.push_back(std::make_unique<SlowRobot>(network, slow, all));
    m_robots.push_back(std::make_unique<MoodyRobot>(network, DemoAccounts::moody().address, all));
    m_robots.push_back(std::make_unique<PartyRobot>(
        network, DemoAccounts::party().address, QList<Msn::Address>{echo, slow}, all));
}

DemoRobots::~DemoRobots() = default;

void DemoRobots::signIn()
{
    for (const auto &robot : m_robots)
        robot->signIn(DemoAccounts::password());
}

void DemoRobots::signOut()
{
    for (const auto &robot : m_robots)
        robot->signOut();
}

} // namespace App
