#include "core/service/notification/rosternotifier.h"

#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"

namespace Msn {

namespace {

/// Before SYN there is nothing to bring up to date.
NotificationSession *upToDateSession(const ServiceCore &core, const Address &address)
{
    NotificationSession *session = core.presence.find(address);
    return session && session->knowsList() ? session : nullptr;
}

} // namespace

RosterNotifier::RosterNotifier(ServiceCore &core, QObject *parent)
    : QObject(parent)
{
    connect(&core.contacts, &ContactBook::reverseAdded, this,
        [&core](const Address &whose, const Address &who, qint64 version) {
            if (auto *session = upToDateSession(core, whose))
                session->send(session->codec().reverseAdded(who, core.contacts.nameOf(who), version));
        });
    connect(&core.contacts, &ContactBook::reverseRemoved, this,
        [&core](const Address &whose, const Address &who, qint64 version) {
            if (auto *session = upToDateSession(core, whose))
                session->send(session->codec().reverseRemoved(who, version));
        });
    connect(&core.settings, &SettingsBook::propertyChanged, this,
        [&core](const Address &watcher, const Address &owner, const QByteArray &key, qint64 version) {
            auto *session = upToDateSession(core, watcher);
            if (session && session->codec().knowsProperty(key))
                session->send(session->codec().contactProperty(
                    owner, key, core.settings.property(owner, key), version));
        });
    connect(&core.settings, &SettingsBook::nameChanged, this, [&core](const Address &owner) {
        if (auto *session = core.presence.find(owner); session && session->isVisible())
            core.presence.announce(session);
    });
}

} // namespace Msn
