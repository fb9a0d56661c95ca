#pragma once

#include <QObject>

namespace Msn {
class Account;
class Address;
class Conversation;
} // namespace Msn

namespace App {

/// What the rest of the desktop needs to know of the windows that conversations stand in.
class ConversationPlaces : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Its window is the active one and its tab the one that is seen.
    virtual bool isInFront(Msn::Conversation &conversation) const = 0;
    /// Brings it to the front because a person asked for it; \p token as Ui::AlertDisplay hands it
    /// over.
    virtual void present(Msn::Account &account, Msn::Conversation &conversation, const QByteArray &token) = 0;
    virtual void open(Msn::Account &account, const Msn::Address &address, const QByteArray &token) = 0;
    /// The main window.
    virtual void presentList(const QByteArray &token) = 0;
    /// Its window, and no other, asks for attention in the taskbar. Never raises it.
    virtual void flash(Msn::Conversation &conversation) = 0;

Q_SIGNALS:
    /// Nothing in it waits to be looked at any more. Also when it is closed.
    void lookedAt(Msn::Conversation *conversation);
};

} // namespace App
