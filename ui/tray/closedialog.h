#pragma once

#include "ui/widgets/questiondialog.h"

class QPushButton;

namespace Ui {

/// Asked once, when the window is closed for the first time: stay in the tray, or in the taskbar where
/// there is none, or quit? Deletes itself when closed.
class CloseDialog : public QuestionDialog
{
    Q_OBJECT

public:
    explicit CloseDialog(bool hasTray, QWidget *parent = nullptr);

    QPushButton *keepButton() const { return m_keep; }
    QPushButton *quitButton() const { return m_quit; }

Q_SIGNALS:
    void keepChosen();
    void quitChosen();

private:
    QPushButton *m_keep;
    QPushButton *m_quit;
};

} // namespace Ui
