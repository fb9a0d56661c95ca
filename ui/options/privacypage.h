#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"
#include "ui/options/optionsform.h"

class QComboBox;

namespace Msn {
class Account;
} // namespace Msn

namespace Ui {

class MessageBar;
class PrivacyLists;

/// Who may see and write to an account: allow list, block list, everybody else, who has added me.
/// People on both lists are shown with a way to repair that.
class PrivacyPage : public OptionsForm
{
    Q_OBJECT

public:
    /// \p account must outlive the page.
    explicit PrivacyPage(Msn::Account &account, QWidget *parent = nullptr);

    PrivacyLists *lists() const { return m_lists; }
    QComboBox *others() const { return m_others; }
    QCheckBox *askBox() const { return m_ask; }
    MessageBar *conflictBar() const { return m_conflicts; }
    MessageBar *errorBar() const { return m_errors; }

private:
    void buildWho();
    void buildAdded();
    void connectControls();
    void refresh();
    void showConflicts();
    void allow(const QList<Msn::Address> &people);
    void block(const QList<Msn::Address> &people);
    void forget(const QList<Msn::Address> &people);
    void repair();
    void openReverseList();
    Msn::Completion<std::monostate> report(const QString &subject);

    Msn::Account &m_account;
    MessageBar *m_errors;
    MessageBar *m_conflicts;
    PrivacyLists *m_lists;
    QComboBox *m_others;
    QCheckBox *m_ask;
};

} // namespace Ui
