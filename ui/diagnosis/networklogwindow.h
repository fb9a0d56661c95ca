#pragma once

#include "core/models/trafficmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace Msn {
class TrafficLog;
}

namespace Ui {

class MessageBar;
class TrafficDelegate;
class TrafficFilter;

/// What is said with the servers, line by line, passwords and tickets masked. Says whose lines they
/// are, and with several accounts lets one choose. Lines are kept only while the window is open; it
/// deletes itself when closed.
class NetworkLogWindow : public QWidget
{
    Q_OBJECT

public:
    /// \p log must outlive the window.
    explicit NetworkLogWindow(Msn::TrafficLog &log, QWidget *parent = nullptr);
    ~NetworkLogWindow() override;

    Msn::TrafficModel *model() const { return m_model; }
    /// What the filter lets through, as text; false if \p fileName cannot be written: a bar says so.
    bool saveTo(const QString &fileName);

private:
    void build();
    QWidget *makeTools();
    void addKeys();
    void applyPause();
    void copySelected();
    void chooseFile();
    void refreshCount();
    void offerAccounts();
    void applyAccount();
    QString shownText() const;

    Msn::TrafficModel *m_model;
    TrafficFilter *m_filter;
    MessageBar *m_bar;
    QComboBox *m_direction;
    QComboBox *m_account;
    QLineEdit *m_words;
    QPushButton *m_pause;
    QListView *m_view;
    TrafficDelegate *m_delegate;
    QLabel *m_count;
};

} // namespace Ui
