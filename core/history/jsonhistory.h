#pragma once

#include "core/history/historyentry.h"

#include <QLatin1String>

#include <array>

/// What the program's own export of histories is made of, for what writes it and what reads it.
///
/// UTF-8, one message on a line:
///     {"format":"swallowtail-history","version":2,"histories":[
///     {"account":"ana@example.com","network":"Escargot","messages":[
///     {"time":"2005-03-14T00:09:36.447Z","with":"bob@example.com","direction":"in","kind":"text",
///      "from":"bob@example.com","name":"Bob","text":"hello","look":"FN=Segoe%20UI; EF=B; CO=0; CS=0;
///      PF=22"},
///     …
///     ]}
///     ]}
/// `network` as the catalogue names it; `time` in UTC; `direction` in or out; `kind` see below; `group` tells
/// conversations of several apart; `failed` is true for what was not delivered; what is empty is left out.
/// `look` as in X-MMS-IM-Format. Version 1 had one account and no network: `account` and `messages` stood in
/// the outermost object.
namespace Msn::JsonHistory {

inline constexpr QLatin1String format("swallowtail-history");
inline constexpr int version = 2;
inline constexpr QLatin1String incoming("in");
inline constexpr QLatin1String outgoing("out");

struct Kind
{
    HistoryEntry::Kind kind;
    QLatin1String name;
};

inline constexpr std::array kinds{
    Kind{HistoryEntry::Kind::Text, QLatin1String("text")},
    Kind{HistoryEntry::Kind::Nudge, QLatin1String("nudge")},
    Kind{HistoryEntry::Kind::Joined, QLatin1String("joined")},
    Kind{HistoryEntry::Kind::Left, QLatin1String("left")},
    Kind{HistoryEntry::Kind::Action, QLatin1String("action")},
    Kind{HistoryEntry::Kind::File, QLatin1String("file")},
    Kind{HistoryEntry::Kind::Unsupported, QLatin1String("unsupported")},
};

} // namespace Msn::JsonHistory
