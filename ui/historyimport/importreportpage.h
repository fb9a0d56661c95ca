#pragma once

#include "core/history/import/importreport.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QTreeWidget;

namespace Ui {

/// The last page of the import: how far it is, then what became of it.
class ImportReportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportPage(QWidget *parent = nullptr);

    /// \p words: a whole sentence.
    void begin(const QString &words);
    void setProgress(const Msn::ImportProgress &progress);
    void setReport(const Msn::ImportReport &report);

private:
    void addProblems(const Msn::ImportedFile &file);

    QLabel *m_words;
    QLabel *m_file;
    QProgressBar *m_bar;
    QTreeWidget *m_problems;
};

} // namespace Ui
