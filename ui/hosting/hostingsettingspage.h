#pragma once

#include "ui/hosting/hostingvalues.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace Ui {

/// How the network is hosted: its name, when it starts, who may join, and what hosts it instead of this
/// program.
class HostingSettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit HostingSettingsPage(QWidget *parent = nullptr);

    void setState(const HostingState &state);

Q_SIGNALS:
    void nameChosen(const QString &name);
    void startWithMessengerChosen(bool starts);
    void oldClientsChosen(bool allowed);
    /// Something was done.
    void informed(const QString &sentence);

private:
    void build();
    QLayout *makeCommandRow();
    void chooseName();
    void copyCommand();

    HostingState m_state;
    QLineEdit *m_name;
    QCheckBox *m_starts;
    QCheckBox *m_oldClients;
    QLabel *m_oldClientsHint;
    QLineEdit *m_command;
};

} // namespace Ui
