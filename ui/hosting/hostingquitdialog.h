#pragma once

#include "ui/widgets/questiondialog.h"

class QPushButton;

namespace Ui {

/// Before the program ends that hosts a network on which others are. Deletes itself when closed.
class HostingQuitDialog : public QuestionDialog
{
    Q_OBJECT

public:
    /// \p others: how many are signed in from elsewhere.
    HostingQuitDialog(const QString &network, int others, QWidget *parent = nullptr);

    QPushButton *keepButton() const { return m_keep; }
    QPushButton *quitButton() const { return m_quit; }

Q_SIGNALS:
    void quitChosen();

private:
    QPushButton *m_keep;
    QPushButton *m_quit;
};

} // namespace Ui
