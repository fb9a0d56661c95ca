#include "core/service/store/circleadministration.h"

#include <algorithm>

namespace Msn {

namespace {

Unexpected<Error> unknown(const QString &subject)
{
    return Unexpected(makeError(ErrorCode::InvalidArgument, subject));
}

} // namespace

CircleRecord CircleAdministration::circle(const QString &name) const
{
    const auto circles = m_store.circles();
    const auto known = std::find_if(circles.cbegin(), circles.cend(),
        [&name](const CircleRecord &candidate) { return candidate.name == name; });
    return known == circles.cend() ? CircleRecord{name, false, {}} : *known;
}

Outcome CircleAdministration::add(const QString &name, const QList<Address> &people)
{
    for (const Address &address : people) {
        if (!m_store.account(address))
            return unknown(address.toString());
    }
    join(circle(name), people);
    return {};
}

Outcome CircleAdministration::addEverybody(const QString &name)
{
    CircleRecord record = circle(name);
    record.takesEverybody = true;
    join(record, m_store.addresses());
    return {};
}

void CircleAdministration::welcome(const Address &address)
{
    const auto circles = m_store.circles();
    for (const CircleRecord &circle : circles) {
        if (circle.takesEverybody)
            join(circle, {address});
    }
}

Outcome CircleAdministration::remove(const QString &name, const QList<Address> &people)
{
    CircleRecord record = circle(name);
    for (const Address &address : people) {
        if (!record.members.removeOne(address))
            return unknown(address.toString());
    }
    const auto circles = m_store.circles();
    if (!circles.contains(circle(name)))
        return unknown(name);
    if (people.isEmpty())
        m_store.removeCircle(name);
    else
        m_store.saveCircle(record);
    return {};
}

void CircleAdministration::join(CircleRecord circle, const QList<Address> &people)
{
    const FriendlyName group(circle.name);
    for (const Address &newcomer : people) {
        if (circle.members.contains(newcomer))
            continue;
        for (const Address &member : std::as_const(circle.members)) {
            connect(newcomer, member, group);
            connect(member, newcomer, group);
        }
        circle.members.append(newcomer);
    }
    std::sort(circle.members.begin(), circle.members.end());
    m_store.saveCircle(circle);
}

/// Whoever has the other on the list, or has blocked them, knows better.
void CircleAdministration::connect(const Address &one, const Address &other, const FriendlyName &group)
{
    const auto known = m_store.contact(one, other);
    if (known && (known->lists & (Lists(List::Forward) | List::Block)))
        return;
    AccountAdministration(m_store).befriend(one, other, group);
    m_store.raiseListVersion(one);
    m_store.raiseListVersion(other);
}

} // namespace Msn
