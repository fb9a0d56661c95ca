#pragma once

#include "app/demo/robot.h"

#include <QTimer>

namespace App {

/// Says everything again.
class EchoRobot : public Robot
{
    Q_OBJECT

public:
    using Robot::Robot;

protected:
    void answer(Msn::Conversation &conversation, const Msn::ChatMessage &message) override;
};

/// Types slowly, likes emoticons and a colourful font.
class SlowRobot : public Robot
{
    Q_OBJECT

public:
    SlowRobot(const Msn::NetworkDescription &network, const Msn::Address &address,
        const QList<Msn::Address> &robots, QObject *parent = nullptr);

protected:
    void answer(Msn::Conversation &conversation, const Msn::ChatMessage &message) override;

private:
    qsizetype m_next = 0;
};

/// Changes its status all the time and tells it when asked.
class MoodyRobot : public Robot
{
    Q_OBJECT

public:
    MoodyRobot(const Msn::NetworkDescription &network, const Msn::Address &address,
        const QList<Msn::Address> &robots, QObject *parent = nullptr);

protected:
    void answer(Msn::Conversation &conversation, const Msn::ChatMessage &message) override;
    void handleSignedIn() override;

private:
    void changeMood();

    QTimer m_timer;
    qsizetype m_mood = 0;
};

/// Brings its friends along: a group conversation at the first word.
class PartyRobot : public Robot
{
    Q_OBJECT

public:
    PartyRobot(const Msn::NetworkDescription &network, const Msn::Address &address,
        const QList<Msn::Address> &guests, const QList<Msn::Address> &robots, QObject *parent = nullptr);

protected:
    void answer(Msn::Conversation &conversation, const Msn::ChatMessage &message) override;

private:
    const QList<Msn::Address> m_guests;
};

} // namespace App
