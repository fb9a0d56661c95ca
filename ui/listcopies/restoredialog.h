#pragma once

#include "core/listcopies/listcopies.h"
#include "core/listcopies/listrestore.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace Msn {
class Account;
} // namespace Msn

namespace Ui {

class MessageBar;
class RestoreChoicePage;
class RestorePreviewPage;
class RestoreReportPage;

/// Brings people back onto the contact list in three steps: choose a copy or a file, look at who is
/// missing, restore. Can be stopped and closed at any time; who is back by then stays.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    /// \p account and \p annotations must outlive the dialog.
    RestoreDialog(Msn::Account &account, Msn::ContactAnnotations &annotations, const Msn::ListCopies &copies,
        QWidget *parent = nullptr);

    /// As if a person had chosen it.
    void openFile(const QString &file);
    void showReading(const Msn::ContactListReading &reading);
    /// As if it had just come about; for pictures.
    void showReport(const Msn::RestoreReport &report);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class Step { Choice, Preview, Restoring, Report };

    void build();
    void setStep(Step step);
    void refresh();
    void goOn();
    void goBack();
    void startRestore();

    Msn::Account &m_account;
    Msn::ContactAnnotations &m_annotations;
    Msn::ListRestore m_restore;
    Step m_step = Step::Choice;
    MessageBar *m_bar;
    QStackedWidget *m_pages;
    RestoreChoicePage *m_choice;
    RestorePreviewPage *m_preview;
    RestoreReportPage *m_report;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace Ui
