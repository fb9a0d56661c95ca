#pragma once

#include "core/base/error.h"
#include "ui/text/errortext.h"
#include "ui/widgets/fittingdialog.h"

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Ui {

class MessageBar;

/// A small dialog that asks a server for something: fields, one primary button, a bar for what went
/// wrong. While an answer is awaited the fields rest and the dialog can still be closed. Deletes
/// itself when closed.
class FormDialog : public FittingDialog
{
    Q_OBJECT

public:
    FormDialog(const QString &title, const QString &primary, QWidget *parent);

    MessageBar *bar() const { return m_bar; }
    QPushButton *primaryButton() const { return m_primary; }
    bool isBusy() const { return m_busy; }
    /// Begins in the first field, unless another one was chosen.
    void setVisible(bool visible) override;

protected:
    /// Where the fields go.
    QVBoxLayout *column() const { return m_column; }
    QDialogButtonBox *buttons() const { return m_buttons; }
    QLabel *addField(const QString &label, QWidget *field);
    QLabel *addText(const QString &text);
    /// \p words, whole sentence, while an answer is awaited.
    void setBusy(const QString &words);
    void setIdle();
    void showError(const ErrorWords &words);
    /// Why a request failed. A lost connection is left to the banner of the window below.
    void showFailure(const Msn::Error &error);
    /// The primary button was pressed, or Enter.
    virtual void submit() = 0;

private:
    void orderTabs();

    QVBoxLayout *m_column;
    QWidget *m_fields;
    QLabel *m_progress;
    MessageBar *m_bar;
    QDialogButtonBox *m_buttons;
    QPushButton *m_primary;
    bool m_busy = false;
};

} // namespace Ui
