#pragma once

#include "core/protocol/conversation.h"

#include <QDialog>
#include <QList>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace Msn {
class ContactList;
}

namespace Ui {

/// Choose whom to ask into a conversation: the contacts who are online and not in it yet.
class InviteDialog : public QDialog
{
    Q_OBJECT

public:
    InviteDialog(
        Msn::ContactList &contacts, const QList<Msn::Participant> &present, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person clicked Invite.
    void chosen(const QList<Msn::Address> &addresses);

private:
    void fill();
    void filter(const QString &text);
    void updateButton();
    QList<Msn::Address> checked() const;

    Msn::ContactList &m_contacts;
    const QList<Msn::Participant> m_present;
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_invite;
};

} // namespace Ui
