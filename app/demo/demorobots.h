#pragma once

#include "core/protocol/networkdescription.h"

#include <QObject>

#include <memory>
#include <vector>

namespace App {

class Robot;

/// The four robots of the demo network, as clients of \p network. See DemoAccounts.
class DemoRobots : public QObject
{
    Q_OBJECT
public:
    explicit DemoRobots(const Msn::NetworkDescription &network, QObject *parent = nullptr);
    ~DemoRobots() override;

    void signIn();
    void signOut();

private:
    std::vector<std::unique_ptr<Robot>> m_robots;
};

} // namespace App
