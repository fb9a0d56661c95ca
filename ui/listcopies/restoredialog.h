#pragma once

#include "core/listcopies/listcopies.h"
#include "core/listcopies/listrestore.h"
#include "ui/widgets/steppeddialog.h"

namespace Msn {
class Account;
} // namespace Msn

namespace Ui {

class RestoreChoicePage;
class RestorePreviewPage;
class RestoreReportPage;

/// Brings people back onto the contact list in three steps: choose a copy or a file, look at who is
/// missing, restore. Can be stopped and closed at any time; who is back by then stays.
class RestoreDialog : public SteppedDialog
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

private:
    enum class Step { Choice, Preview, Restoring, Report };

    void setStep(Step step);
    void refresh();
    void goOn() override;
    void goBack() override;
    void stop() override { m_restore.cancel(); }
    void startRestore();

    Msn::Account &m_account;
    Msn::ContactAnnotations &m_annotations;
    Msn::ListRestore m_restore;
    Step m_step = Step::Choice;
    RestoreChoicePage *m_choice;
    RestorePreviewPage *m_preview;
    RestoreReportPage *m_report;
};

} // namespace Ui
