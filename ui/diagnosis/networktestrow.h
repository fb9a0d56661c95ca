#pragma once

#include "core/net/networktest.h"

#include <QWidget>

class QLabel;

namespace Ui {

/// One step of a network test: a mark, what is done, what came of it.
class NetworkTestRow : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkTestRow(Msn::NetworkTestStep::Kind kind, QWidget *parent = nullptr);

    void setStep(const Msn::NetworkTestStep &step);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMark();

    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_result;
    Msn::NetworkTestStep::State m_state = Msn::NetworkTestStep::State::Waiting;
};

} // namespace Ui
