#include "ui/conversation/base/chataccount.h"

#include "core/account/account.h"
#include "core/account/accountpictures.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "core/storage/contactannotations.h"
#include "ui/pictures/picturebook.h"

namespace Ui {

QString ChatAccount::nicknameOf(const Msn::Address &) const
{
    return {};
}

SignInChatAccount::SignInChatAccount(Msn::Account &account, Msn::HistoryRecorder *history,
    const Msn::ContactAnnotations *annotations, QObject *parent)
    : ChatAccount(parent)
    , m_account(account)
    , m_history(history)
    , m_annotations(annotations)
    , m_pictures(new PictureBook(account.pictures(), this))
{
    if (annotations)
        connect(annotations, &Msn::ContactAnnotations::changed, this, &ChatAccount::nicknameChanged);
    connect(m_pictures, &PictureBook::changed, this, &ChatAccount::pictureChanged);
    connect(m_pictures, &PictureBook::ownChanged, this, &ChatAccount::ownPictureChanged);
    connect(&account, &Msn::Account::stateChanged, this, &ChatAccount::signedInChanged);
    connect(&account, &Msn::Account::ownNameChanged, this, &ChatAccount::ownNameChanged);
}

Msn::ContactList &SignInChatAccount::contacts() const
{
    return m_account.contacts();
}

const Msn::Address &SignInChatAccount::address() const
{
    return m_account.address();
}

QString SignInChatAccount::ownName() const
{
    return m_account.ownName().singleLine();
}

QString SignInChatAccount::nicknameOf(const Msn::Address &address) const
{
    return m_annotations ? m_annotations->nicknameOf(address) : QString();
}

bool SignInChatAccount::isSignedIn() const
{
    return m_account.state() == Msn::Account::State::SignedIn;
}

Msn::Status SignInChatAccount::status() const
{
    return m_account.status();
}

/// Somebody looks at them: a picture that has not come yet is fetched before those of others.
QImage SignInChatAccount::pictureOf(const Msn::Address &address) const
{
    m_account.pictures().ofContacts().hurry(address);
    return m_pictures->of(address);
}

QImage SignInChatAccount::ownPicture() const
{
    return m_pictures->own();
}

void SignInChatAccount::setBlocked(const Msn::Address &address, bool blocked, const Done &done)
{
    if (blocked)
        m_account.editor().block(address, done);
    else
        m_account.editor().unblock(address, done);
}

} // namespace Ui
