#pragma once

#include "core/roster/contact.h"

#include <QList>

namespace Msn {
class ContactAnnotations;
}

namespace App {

struct SampleList
{
    QList<Msn::Contact> contacts;
    QList<Msn::Group> groups;
};

/// A few groups of invented people: long names, several scripts, all statuses.
SampleList sampleList();
/// Nicknames, notes and favourites for some of them.
void sampleAnnotations(Msn::ContactAnnotations &annotations);
/// 30 groups and 300 people.
SampleList largeSampleList();

} // namespace App
