#pragma once

#include "core/protocol/contactlist.h"
#include "core/roster/contact.h"

#include <QByteArray>
#include <QString>

namespace Msn {

/// A contact list as it was when we last saw it, with the version the server gave it: if that is
/// still current, SYN costs one line. Valid for one account and one protocol version only; asking
/// a server of another dialect must begin with version 0 (contact-list.md §2).
struct ListCache
{
    ProtocolVersion protocol = ProtocolVersion::Msnp8;
    ListVersion version;
    QList<Contact> contacts;
    QList<Group> groups;
    DefaultPrivacy defaultPrivacy = DefaultPrivacy::AllowOthers;
    AddPrompt addPrompt = AddPrompt::Ask;
    PhoneNumbers ownPhones;
    FriendlyName ownName;

    friend bool operator==(const ListCache &, const ListCache &) = default;
};

/// An empty cache (version 0) if the file is missing, damaged or of another format.
ListCache loadListCache(const QString &fileName);
/// False if it could not be written; the old file is left as it was.
bool saveListCache(const QString &fileName, const ListCache &cache);

QByteArray encodeListCache(const ListCache &cache);
ListCache parseListCache(const QByteArray &bytes);

} // namespace Msn
