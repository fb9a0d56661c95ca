#pragma once

#include "ui/widgets/fittingdialog.h"

#include <QDialogButtonBox>

class QLabel;
class QPushButton;

namespace Ui {

/// A short question, in a second paragraph what the answers mean, and a button for each answer. Closing it
/// or Escape answers nothing. Deletes itself when closed.
class QuestionDialog : public FittingDialog
{
    Q_OBJECT

protected:
    /// Plain text: it may hold what a stranger calls themselves.
    QuestionDialog(const QString &question, const QString &words, QWidget *parent);

    /// Enter presses the first that is added, whatever has the focus; the others are pressed on purpose.
    QPushButton *addAnswer(const QString &text, QDialogButtonBox::ButtonRole role);
    /// A button that answers nothing.
    void addCancel();

private:
    QLabel *addLabel(const QString &text);

    QDialogButtonBox *m_buttons;
    bool m_hasDefault = false;
};

} // namespace Ui
