#pragma once

#include "ui/dialogs/formdialog.h"
#include "ui/history/historyarchives.h"
#include "ui/history/messageremover.h"

class QCheckBox;
class QDateEdit;

namespace Ui {

/// Asks what is to be deleted for good, and deletes it: all or a period, with somebody or with everybody.
class DeleteDialog : public FormDialog
{
    Q_OBJECT

public:
    /// \p archives must outlive it. Without \p person with everybody, in \p archive or in all.
    DeleteDialog(HistoryArchives &archives, const std::optional<HistoryPeer> &person,
        std::optional<int> archive, QWidget *parent);

Q_SIGNALS:
    /// So many messages are no more; the dialog closes.
    void deleted(qint64 count);

protected:
    void submit() override;

private:
    QDateEdit *makeDay();
    void refresh();
    bool isPeriod() const;
    /// Of those that would go; -1 where it is not known.
    qint64 count() const;
    Msn::HistorySelection selection() const;

    HistoryArchives &m_archives;
    const std::optional<HistoryPeer> m_person;
    const std::optional<int> m_archive;
    MessageRemover m_remover;
    QLabel *m_what;
    QCheckBox *m_onlyPeriod;
    QLabel *m_fromLabel = nullptr;
    QDateEdit *m_from;
    QLabel *m_untilLabel = nullptr;
    QDateEdit *m_until;
};

} // namespace Ui
