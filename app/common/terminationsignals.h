#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace App {

/// Turns SIGTERM and SIGINT into a signal in the event loop. One per program; a second signal,
/// while the first is still being acted on, ends the program at once.
class TerminationSignals : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();

private:
    void handleWakeUp();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace App
