#pragma once

#include "core/account/account.h"

#include <QWidget>

class QModelIndex;

namespace Msn {
class ContactAnnotations;
class ContactListModel;
class Settings;
} // namespace Msn

namespace Ui {

class AccountHead;
class ConnectionBanner;
class ContactActions;
class ContactListProxy;
class ContactMenus;
class ContactView;
class ListArrangement;
class UndoBar;

/// The people of one account: what is wrong with its connection, its contacts, what can be done with
/// them; above them, where there are several accounts, whose they are.
class AccountSection : public QWidget
{
    Q_OBJECT

public:
    /// What several sections share; all must outlive them.
    struct Shared
    {
        Msn::Settings &settings;
        UndoBar &bar;
    };

    /// \p account and \p annotations must outlive the section; its dialogs go with it.
    AccountSection(Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName,
        const Shared &shared, QWidget *parent = nullptr);
    ~AccountSection() override;

    Msn::Account &account() const { return m_account; }
    ContactView *view() const { return m_view; }
    ContactActions *actions() const { return m_actions; }
    ContactMenus *menus() const { return m_menus; }
    ListArrangement *arrangement() const { return m_arrangement; }
    AccountHead *head() const { return m_head; }
    ConnectionBanner *banner() const { return m_banner; }

    /// One of several: shows whose people they are, and is as tall as its list.
    void setShared(bool shared);
    void setUnread(const Msn::Address &address, int count);
    void search(const QString &text);
    bool isFiltering() const;
    /// There is a row to go to.
    bool canBeEntered() const;
    /// Opens a chat with whoever is selected; false if that is nobody.
    bool chatWithCurrent();

Q_SIGNALS:
    void chatWanted(const Msn::Address &address);
    void alertsWanted(const Msn::Address &address);
    void historyWanted(const Msn::Address &address);
    void typed(const QString &text);
    void signOutRequested();
    /// Of an account that is over.
    void signInAgainRequested();
    void closeRequested();

private:
    void build();
    void connectView();
    void connectAccount();
    void removeRow(const QModelIndex &index);
    void showEmptyText();
    void keepFolding();

    Msn::Account &m_account;
    /// Whose groups are folded, in the settings.
    const QString m_owner;
    const Shared m_shared;
    Msn::ContactListModel *m_model;
    ContactListProxy *m_proxy;
    AccountHead *m_head;
    ConnectionBanner *m_banner;
    ContactView *m_view;
    ContactActions *m_actions;
    ContactMenus *m_menus;
    ListArrangement *m_arrangement;
    QString m_searched;
};

} // namespace Ui
