#pragma once

#include "core/history/import/historyimport.h"
#include "ui/widgets/steppeddialog.h"

class QPushButton;

namespace Ui {

class ImportChoicePage;
class ImportLogsPage;
class ImportReportPage;

/// What the import needs to know of the account into whose history it goes.
struct ImportSetup
{
    QList<Msn::LogFormat> formats;
    Msn::HistoryImport::Store store;
    Msn::Address account;
    /// Whose histories can be given lines besides: what was exported of several accounts has them. The first
    /// is that of `account`.
    QList<Msn::HistoryOwner> owners = {};
    /// Older messages are deleted every day; 0: none are.
    int keptDays = 0;
    /// Under which we speak today.
    QStringList ownNames;
    /// On the contact list.
    QList<Msn::Address> people;
};

/// Brings logs of other messengers into the history in three steps: choose them, look at what was found,
/// import. Can be stopped and closed at any time; what is in the history by then stays.
class ImportDialog : public SteppedDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const ImportSetup &setup, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// As if a person had chosen them.
    void look(const QStringList &paths);
    /// As if it had just been found; for pictures.
    void showSurvey(const Msn::LogSurvey &survey);
    void showProgress(const Msn::ImportProgress &progress);
    void showReport(const Msn::ImportReport &report);

private:
    enum class Step { Choice, Looking, Logs, Importing, Report };

    void setStep(Step step);
    void goOn() override;
    void goBack() override;
    void stop() override { m_import.cancel(); }
    void startImport();
    void copyReport();
    Msn::ImportRequest request() const;

    const ImportSetup m_setup;
    Msn::HistoryImport m_import;
    QStringList m_paths;
    Msn::ImportReport m_report;
    Step m_step = Step::Choice;
    ImportChoicePage *m_choice;
    ImportLogsPage *m_logs;
    ImportReportPage *m_progress;
    QPushButton *m_copy;
};

} // namespace Ui
