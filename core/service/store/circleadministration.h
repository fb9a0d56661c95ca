#pragma once

#include "core/service/store/accountadministration.h"

namespace Msn {

/// Who sees whom to begin with: everybody in a circle has everybody else in it on the list, in a group of
/// the circle's name. People change their lists afterwards as they like. Nothing is committed here.
class CircleAdministration
{
public:
    explicit CircleAdministration(AccountStore &store)
        : m_store(store)
    {
    }

    /// Puts \p people into the circle \p name, which is made if there is none.
    /// Errors: InvalidArgument with the address as subject for somebody who has no account.
    Outcome add(const QString &name, const QList<Address> &people);
    /// A circle of all accounts, and of those that are made later.
    Outcome addEverybody(const QString &name);
    /// Somebody new: into the circles that take everybody.
    void welcome(const Address &address);
    /// Takes \p people out, or, if they are none, removes the circle. Lists stay as they are.
    /// Errors: InvalidArgument with the name or address as subject.
    Outcome remove(const QString &name, const QList<Address> &people);

private:
    CircleRecord circle(const QString &name) const;
    void join(CircleRecord circle, const QList<Address> &people);
    void connect(const Address &one, const Address &other, const FriendlyName &group);

    AccountStore &m_store;
};

} // namespace Msn
