#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace App {

/// One way to learn that nobody touches keyboard and mouse.
class IdleSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to watch: tells wentIdle() after \p limit without input and cameBack() with the next
    /// input, over and over. Zero: stops. May turn out impossible later, see unavailable().
    virtual void watch(std::chrono::milliseconds limit) = 0;

Q_SIGNALS:
    void wentIdle();
    void cameBack();
    /// This way leads nowhere on this computer.
    void unavailable();
};

/// Where the time since the last input can only be asked for. Asks again at the very moment at which
/// the limit could be reached, and once a minute while the person is away.
class PolledIdle : public IdleSource
{
    Q_OBJECT

public:
    using Answer = std::function<void(std::optional<std::chrono::milliseconds>)>;
    /// Calls the function it is given, at once or later, with the time since the last input.
    using Question = std::function<void(Answer)>;

    /// No more often than this while somebody is away.
    static constexpr std::chrono::milliseconds awayPause{60'000};

    explicit PolledIdle(Question question, QObject *parent = nullptr);

    void watch(std::chrono::milliseconds limit) override;
    /// Something tells that the person is here: no need to wait for the next question. Input in our
    /// own windows does so by itself.
    void noteActivity();
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// Until the next question; for tests.
    std::chrono::milliseconds pause() const { return m_timer.intervalAsDuration(); }
    bool isWatching() const { return m_timer.isActive(); }

private:
    void ask();
    void handleAnswer(std::optional<std::chrono::milliseconds> idle);

    const Question m_question;
    QTimer m_timer;
    std::chrono::milliseconds m_limit{0};
    bool m_isIdle = false;
    int m_round = 0;
};

/// The last resort: input in our own windows.
class ActivityIdle : public IdleSource
{
    Q_OBJECT

public:
    explicit ActivityIdle(QObject *parent = nullptr);

    void watch(std::chrono::milliseconds limit) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
    std::chrono::milliseconds m_limit{0};
    std::chrono::steady_clock::time_point m_lastInput;
    bool m_isIdle = false;
};

/// Whether \p event comes from keyboard, mouse or touch.
bool isInput(const QEvent &event);

} // namespace App
