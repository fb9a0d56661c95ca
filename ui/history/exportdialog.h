#pragma once

#include "core/history/export/historyexport.h"
#include "ui/dialogs/formdialog.h"
#include "ui/history/htmlhistorywriter.h"

class QComboBox;
class QProgressBar;

namespace Ui {

class HistoryArchives;

/// Something that can be exported: which lines of which histories.
struct ExportScope
{
    /// What a person chooses it by.
    QString title;
    QList<int> archives = {0};
    Msn::HistoryQuery query;
    /// Without an ending.
    QString fileName;
};

/// Writes a part of a history into a file: as a page, as text, or for other programs.
class ExportDialog : public FormDialog
{
    Q_OBJECT

public:
    enum class Format { Page, Text, Json };

    /// \p archives must outlive it; there has to be a scope. \p look is that of a page.
    ExportDialog(HistoryArchives &archives, const QList<ExportScope> &scopes, const HtmlHistoryLook &look,
        QWidget *parent);

    /// As if a person had chosen it as the place.
    void exportTo(const QString &fileName);
    /// As if it were so far; for pictures.
    void showProgress(qint64 lines, qint64 total);

Q_SIGNALS:
    /// The file is there; the dialog closes.
    void exported(const QString &fileName, qint64 lines);

protected:
    void submit() override;

private:
    void chooseFile();
    void finish(qint64 lines, const Msn::Error &error);
    Format format() const;
    const ExportScope &scope() const;
    QList<int> parts() const;
    Msn::MakeHistoryWriter writer(const QList<int> &parts) const;

    HistoryArchives &m_archives;
    const QList<ExportScope> m_scopes;
    const HtmlHistoryLook m_look;
    Msn::HistoryExport m_export;
    QString m_fileName;
    QComboBox *m_what;
    QComboBox *m_format;
    QProgressBar *m_progress;
};

} // namespace Ui
