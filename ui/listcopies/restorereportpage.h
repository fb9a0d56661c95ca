#pragma once

#include "core/listcopies/listrestore.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;

namespace Ui {

/// The last page: how far it is, then what became of it.
class RestoreReportPage : public QWidget
{
    Q_OBJECT

public:
    explicit RestoreReportPage(QWidget *parent = nullptr);

    void begin();
    void setProgress(int done, int total);
    void setReport(const Msn::RestoreReport &report);

private:
    QLabel *m_words;
    QProgressBar *m_bar;
    QListWidget *m_refusals;
};

} // namespace Ui
