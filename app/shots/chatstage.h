#pragma once

#include "core/chat/conversation.h"
#include "core/net/timing.h"
#include "core/protocol/status.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/emoticons/emoticonset.h"

#include <QHash>

#include <memory>

namespace Msn {
class NotificationConnection;
class SwitchboardSource;
} // namespace Msn

namespace Ui {
class ConversationWidget;
class ConversationWindow;
class ConversationWindows;
class SpellCheckers;
} // namespace Ui

namespace App {

class StageTransport;

/// The account of the person whose windows are shown.
class StageAccount : public Ui::ChatAccount
{
    Q_OBJECT

public:
    StageAccount();

    Msn::ContactList &contacts() const override { return m_contacts; }
    const Msn::Address &address() const override { return m_address; }
    QString ownName() const override { return QStringLiteral("Marta"); }
    bool isSignedIn() const override { return m_signedIn; }
    Msn::Status status() const override { return m_status; }
    void setStatus(Msn::Status status) { m_status = status; }
    void setBlocked(const Msn::Address &address, bool blocked, const Done &done) override;

    void setSignedIn(bool signedIn);
    Msn::HistoryRecorder *history() const override { return m_history; }
    /// Before the first conversation is opened; must outlive the windows.
    void setHistory(Msn::HistoryRecorder *history) { m_history = history; }
    QImage pictureOf(const Msn::Address &address) const override;
    QImage ownPicture() const override;
    QString nicknameOf(const Msn::Address &address) const override { return m_nicknames.value(address); }
    void setNickname(const Msn::Address &address, const QString &nickname);

private:
    mutable Msn::ContactList m_contacts;
    const Msn::Address m_address;
    bool m_signedIn = true;
    Msn::Status m_status = Msn::Status::Online;
    Msn::HistoryRecorder *m_history = nullptr;
    QHash<Msn::Address, QString> m_nicknames;
};

/// A conversation window with invented people. Real conversations over switchboards that lead
/// nowhere but here: what they send is kept, what they receive is given.
class ChatStage : public QObject
{
    Q_OBJECT

public:
    ChatStage();
    ~ChatStage() override;

    Ui::ConversationWindows &windows() const { return *m_windows; }
    /// The first of them; there is none while no conversation is open.
    Ui::ConversationWindow &window() const;
    /// The window, with the stage kept alive behind it.
    static std::unique_ptr<QWidget> asWidget(std::unique_ptr<ChatStage> stage);

    StageAccount &account() { return m_account; }
    Msn::ContactList &contacts() const { return m_account.contacts(); }
    Ui::ChatPreferences &preferences() { return m_preferences; }
    void addContact(const QString &address, const QString &name, Msn::Status status);

    /// The conversation with \p address, on an open switchboard.
    Msn::Conversation &conversation(const QString &address);
    /// A conversation with all of \p addresses, known by the first.
    Msn::Conversation &group(const QStringList &addresses);
    /// A tab for it, behind the others.
    Ui::ConversationWidget &open(const QString &address);
    void show(const QString &address);
    Ui::ConversationWidget &widget(const QString &address) const;

    /// The other side of the switchboard says \p bytes.
    void receive(const QString &address, const QByteArray &bytes);
    void receivePayload(const QString &address, const QString &sender, const QByteArray &payload);
    void receiveText(const QString &address, const QString &text);
    /// ACK or NAK for the last MSG that wants one.
    void acknowledge(const QString &address, bool delivered);
    /// The switchboard breaks.
    void breakLine(const QString &address);
    /// What we wrote on it since the last call.
    QByteArray takeSent(const QString &address);

private:
    Msn::Conversation &make(const QStringList &addresses);

    const Ui::EmoticonSet m_emoticons = Ui::EmoticonSet::load();
    Ui::ChatPreferences m_preferences;
    StageAccount m_account;
    const Msn::Timing m_timing;
    std::unique_ptr<Msn::NotificationConnection> m_notification;
    std::unique_ptr<Msn::SwitchboardSource> m_source;
    QHash<QString, Msn::Conversation *> m_conversations;
    QHash<QString, QPointer<StageTransport>> m_transports;
    std::unique_ptr<Ui::SpellCheckers> m_spelling;
    std::unique_ptr<Ui::ConversationWindows> m_windows;
};

} // namespace App
