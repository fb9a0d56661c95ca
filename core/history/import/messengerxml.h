#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// Message logs of the classic client, versions 6 to 8 and later: one XML file for each person, in UTF-8 or
/// UTF-16.
///     <Log FirstSessionID="1" LastSessionID="37">
///     <Message Date="3/13/2005" Time="5:09:36 PM" DateTime="2005-03-14T00:09:36.447Z" SessionID="1">
///       <From><User FriendlyName="Ana"/></From><To><User FriendlyName="Bob"/></To>
///       <Text Style="font-family:Segoe UI; color:#800080; ">hello</Text></Message>
///     <Invitation …><From>…</From><File>photo.jpg</File><Text …>…</Text></Invitation>
///     <InvitationResponse …>…</InvitationResponse>        (what became of it: left out)
///     <Join …><User FriendlyName="Eve"/><Text …>…</Text></Join>      and Leave
/// DateTime is UTC, Date and Time follow the country. Names are all that tells who it was; a LogonName beside
/// one, where there is any, is the address. Several users in To: a conversation of several.
/// The file is named after the address or its short form, see addressOfLogName().
void readMessengerXml(QIODevice &device, const LogContext &context, LogSink &sink);

bool isMessengerXml(const QString &beginning);

} // namespace Msn
