#pragma once

#include "core/service/security/ratelimit.h"
#include "core/service/servicejournal.h"

#include <QDateTime>
#include <QObject>

#include <array>

namespace App {

/// `time=2026-11-22T08:30:00Z event=signed-in account=rosa@example.com peer=192.0.2.7`
/// No texts, no secrets. A value in which there are blanks, quotes or `=` stands in quotes.
/// \p leftOut: lines of this kind that were not written before this one, told if there are any.
QByteArray logLine(const Msn::ServiceEvent &event, const QDateTime &time, int leftOut = 0);

/// Writes what happens in a service to standard error, one line each; of a kind that comes in floods only
/// some.
class ServiceLog : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void write(const Msn::ServiceEvent &event);

private:
    struct Kind
    {
        Msn::RateGate gate{{50, std::chrono::milliseconds(200)}};
        int leftOut = 0;
    };
    std::array<Kind, Msn::ServiceEvent::kinds> m_kinds;
};

} // namespace App
