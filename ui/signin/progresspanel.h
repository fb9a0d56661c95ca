#pragma once

#include "core/net/signinprogress.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Ui {

class StepProgress;

/// How far a sign-in has come, and the button that stops it.
class ProgressPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPanel(QWidget *parent = nullptr);

    void showProgress(Msn::SignInProgress progress, const QString &address, const QString &network);
    QString text() const;

Q_SIGNALS:
    void cancelled();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_address;
    QLabel *m_words;
    StepProgress *m_steps;
    QPushButton *m_cancel;
};

} // namespace Ui
