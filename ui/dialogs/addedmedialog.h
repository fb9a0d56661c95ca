#pragma once

#include "ui/dialogs/formdialog.h"

#include <QList>

namespace Msn {
class Account;
class Address;
} // namespace Msn

namespace Ui {

class AddedMeRow;

/// Everybody who has added us and waits for an answer, in one dialog, so that ten people do not
/// open ten windows. Closing it decides nothing; the server asks again at the next sign-in.
class AddedMeDialog : public FormDialog
{
    Q_OBJECT

public:
    AddedMeDialog(Msn::Account &account, QWidget *parent);

    /// Ignored if the person is there already.
    void addPerson(const Msn::Address &address);
    qsizetype count() const { return m_rows.size(); }
    AddedMeRow *row(qsizetype index) const { return m_rows.at(index); }

protected:
    void submit() override;

private:
    void answer(const AddedMeRow &row);
    void handleAnswered(const Msn::Address &address, const Msn::Error &error);
    void updateHeading();

    Msn::Account &m_account;
    QLabel *m_heading;
    QVBoxLayout *m_list;
    QList<AddedMeRow *> m_rows;
    qsizetype m_pending = 0;
    Msn::Error m_firstError;
};

} // namespace Ui
