#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace Msn {
class Account;
class Address;
} // namespace Msn

namespace Ui {

class AddedMeDialog;

/// Opens the dialog about people who have added us, and puts those who come later into the same.
class AddedMePrompt : public QObject
{
    Q_OBJECT

public:
    AddedMePrompt(Msn::Account &account, QWidget &window);
    ~AddedMePrompt() override;

    /// Nullptr while nobody waits.
    AddedMeDialog *dialog() const;

private:
    void prompt(const Msn::Address &address);

    Msn::Account &m_account;
    QWidget &m_window;
    QPointer<AddedMeDialog> m_dialog;
};

} // namespace Ui
