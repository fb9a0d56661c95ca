#pragma once

#include "core/protocol/textformat.h"

#include <QString>

namespace Msn {

// Short pieces of HTML as messengers wrote them into their logs: rarely well-formed, never to be trusted.
// Nothing here fails, and all takes time in proportion to the text.

/// `&amp;` `&nbsp;` `&#233;` `&#xE9;` as the characters they mean; what means none stays as it is.
QString decodeEntities(QStringView text);

/// What a person would read: no tags, `<br>` as a line end, a picture as its `alt` text.
QString textOfMarkup(QStringView markup);

/// Value of \p name in a start tag, entities decoded; empty if there is none.
QString attributeOf(QStringView tag, QStringView name);

/// Font, colour and effects out of a `style` attribute: `font-family:Segoe UI; color:#000080;
/// font-weight:bold;`.
TextFormat formatOfStyle(QStringView style);

/// \p text without the characters that XML forbids, written out or as `&#x3;`. Logs have them where people
/// used formatting codes: U+0003 becomes U+00B7, which means the same there.
QString legalXml(const QString &text);

} // namespace Msn
