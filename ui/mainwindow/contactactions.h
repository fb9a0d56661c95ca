#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"
#include "core/base/identifiers.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace Msn {
class Account;
class ContactAnnotations;
struct Contact;
} // namespace Msn

namespace Ui {

class ContactCard;
class ContactDrop;
class UndoBar;

/// What a person can do to contacts and groups. What the server keeps is asked of it; refusals and
/// the way back are shown in the bar.
class ContactActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the actions; dialogs open over \p window.
    ContactActions(Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName,
        UndoBar &bar, QWidget &window);

    Msn::Account &account() const { return m_account; }
    /// Those of all accounts, these too: somebody can be added to each of them.
    void setAll(const QList<QPointer<ContactActions>> &all) { m_all = all; }
    Msn::ContactAnnotations &annotations() const { return m_annotations; }

    void chat(const Msn::Address &address);
    void sendMail(const Msn::Address &address);
    void copyText(const QString &text);
    void block(const Msn::Address &address);
    void unblock(const Msn::Address &address);
    void removeContact(const Msn::Address &address);
    void copyToGroup(const Msn::Address &address, const Msn::GroupId &group);
    /// An empty \p from: from nowhere.
    void moveToGroup(const Msn::Address &address, const Msn::GroupId &from, const Msn::GroupId &to);
    void removeFromGroup(const Msn::Address &address, const Msn::GroupId &group);
    void removeFromAllGroups(const Msn::Address &address);
    void drop(const ContactDrop &drop);

    /// Empty, or what they call themselves: no nickname.
    void setNickname(const Msn::Address &address, const QString &nickname);
    void setFavourite(const Msn::Address &address, bool favourite);
    void showProperties(const Msn::Address &address);
    /// The properties, ready to write a note.
    void editNote(const Msn::Address &address);

    void addContact(const Msn::Address &address = {});
    void inviteByEmail(const Msn::Address &address = {});
    void addGroup();
    void renameGroup(const Msn::GroupId &group, const QString &name);
    /// Asks first if people are in it.
    void removeGroup(const Msn::GroupId &group);
    void renameSelf(const QString &name);

Q_SIGNALS:
    void chatWanted(const Msn::Address &address);
    /// The person wants to choose what is different for somebody.
    void alertsWanted(const Msn::Address &address);
    /// The person wants to read what was said with somebody.
    void historyWanted(const Msn::Address &address);

private:
    using Done = Msn::Completion<std::monostate>;

    /// Shows a refusal; \p subject is whom or what it is about.
    Done report(const QString &subject);
    /// The same, and \p then after a success.
    Done report(const QString &subject, const std::function<void()> &then);
    void showError(const Msn::Error &error, const QString &subject);
    void restore(const Msn::Contact &contact);
    QString nameOf(const Msn::Address &address) const;
    void removeFromGroups(const Msn::Address &address, const QList<Msn::GroupId> &groups);
    ContactCard *openCard(const Msn::Address &address);

    Msn::Account &m_account;
    Msn::ContactAnnotations &m_annotations;
    const QString m_networkName;
    UndoBar &m_bar;
    QWidget &m_window;
    QList<QPointer<ContactActions>> m_all;
};

} // namespace Ui
