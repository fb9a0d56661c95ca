#pragma once

#include "core/account/account.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Ui {

class ElidedLabel;
class StatusMenu;

/// The row of one account above its people: name, network, status; its menu changes this account
/// alone, its arrow folds the people up.
class AccountHead : public QWidget
{
    Q_OBJECT

public:
    /// \p account must outlive the row.
    AccountHead(Msn::Account &account, const QString &networkName, QWidget *parent = nullptr);

    QToolButton *menuButton() const { return m_menuButton; }
    /// What stands in it, for a screen reader too: whose, where, which status.
    QString text() const { return accessibleName(); }

Q_SIGNALS:
    void foldToggled(bool folded);
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    QString stateWords() const;

    Msn::Account &m_account;
    const QString m_networkName;
    QToolButton *m_fold;
    ElidedLabel *m_name;
    ElidedLabel *m_place;
    QToolButton *m_menuButton;
    StatusMenu *m_menu;
};

} // namespace Ui
