#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Ui {

/// Lets the caret of whatever field has the focus stand still after a while without keys and clicks.
/// Blinking would wake up the program twice a second for nobody.
class CaretRest : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualPause{10'000};

    /// For the whole application, as long as it lives.
    explicit CaretRest(std::chrono::milliseconds pause = usualPause, QObject *parent = nullptr);
    ~CaretRest() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteInput();

    QTimer m_pause;
    bool m_rests = false;
};

} // namespace Ui
