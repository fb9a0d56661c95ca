#pragma once

#include <QObject>

class QSocketNotifier;

namespace App {

/// SIGTERM and SIGINT as a Qt signal. A handler may do next to nothing, so it writes one byte into a
/// pipe that the event loop watches.
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    /// One object a process.
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void received();

private:
    void handleReadable();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace App
