#pragma once

#include <QWidget>

namespace Ui {

/// How many of a few steps are done, as a row of short bars. Stands still between steps: nothing
/// moves that tells nothing.
class StepProgress : public QWidget
{
    Q_OBJECT

public:
    explicit StepProgress(int steps, QWidget *parent = nullptr);

    /// Steps 0 … \p step are shown done or under way.
    void setStep(int step);
    int step() const { return m_step; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_steps;
    int m_step = 0;
};

} // namespace Ui
