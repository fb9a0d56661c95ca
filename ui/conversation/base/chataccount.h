#pragma once

#include "core/base/completion.h"
#include "core/base/friendlyname.h"
#include "core/protocol/status.h"

#include <QImage>
#include <QObject>

#include <variant>

namespace Msn {
class Account;
class Address;
class ContactAnnotations;
class ContactList;
class HistoryRecorder;
} // namespace Msn

namespace Ui {

class PictureBook;

/// What a conversation window needs to know of the account it belongs to.
class ChatAccount : public QObject
{
    Q_OBJECT

public:
    using Done = Msn::Completion<std::monostate>;
    using QObject::QObject;

    virtual Msn::ContactList &contacts() const = 0;
    virtual const Msn::Address &address() const = 0;
    virtual QString ownName() const = 0;
    /// What the person calls somebody; empty: as they call themselves.
    virtual QString nicknameOf(const Msn::Address &address) const;
    /// Messages can be sent only then.
    virtual bool isSignedIn() const = 0;
    virtual Msn::Status status() const = 0;
    virtual void setBlocked(const Msn::Address &address, bool blocked, const Done &done) = 0;
    /// Null if there is none, or none yet; pictureChanged() follows when it comes.
    virtual QImage pictureOf(const Msn::Address &) const { return {}; }
    virtual QImage ownPicture() const { return {}; }
    /// Null where nothing is kept.
    virtual Msn::HistoryRecorder *history() const { return nullptr; }

Q_SIGNALS:
    void signedInChanged();
    void ownNameChanged();
    void nicknameChanged(const Msn::Address &address);
    void pictureChanged(const Msn::Address &address);
    void ownPictureChanged();
};

/// A ChatAccount that is one sign-in, its history and what was noted about its people. Must outlive none
/// of them.
class SignInChatAccount : public ChatAccount
{
    Q_OBJECT

public:
    /// \p history and \p annotations may be null.
    explicit SignInChatAccount(Msn::Account &account, Msn::HistoryRecorder *history = nullptr,
        const Msn::ContactAnnotations *annotations = nullptr, QObject *parent = nullptr);

    Msn::ContactList &contacts() const override;
    const Msn::Address &address() const override;
    QString ownName() const override;
    QString nicknameOf(const Msn::Address &address) const override;
    bool isSignedIn() const override;
    Msn::Status status() const override;
    void setBlocked(const Msn::Address &address, bool blocked, const Done &done) override;
    QImage pictureOf(const Msn::Address &address) const override;
    QImage ownPicture() const override;
    Msn::HistoryRecorder *history() const override { return m_history; }

private:
    Msn::Account &m_account;
    Msn::HistoryRecorder *m_history;
    const Msn::ContactAnnotations *m_annotations;
    PictureBook *m_pictures;
};

} // namespace Ui
