#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace Msn {

/// The payload of NOT, an alert, or of IPG, a message from a mobile phone.
/// Wire:   <NOTIFICATION id siteid siteurl><TO/><FROM name/><MSG id><ACTION url/><SUBSCR url/>
///         <BODY><TEXT>…</TEXT></BODY></MSG></NOTIFICATION>
/// Everything in it may be forged on its way: the text is shown as plain text, a page opened on a click.
/// Source: presence.md §10; wire-format.md §9.
struct Alert
{
    /// One with the id of an earlier one takes its place.
    QByteArray id;
    /// Who sent it: a name, an address, `tel:+…`. Empty for an alert of the network.
    QString sender;
    /// At most 1,024 bytes on the wire; empty only for a page of ours that was too long.
    QString text;
    /// The page behind it and the page to change what is sent; empty unless http or https.
    QUrl action;
    QUrl subscription;
    /// A page that we sent was too long.
    bool isPageTooLong = false;

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// Nothing for what is not well formed, has no text, or is only meant for the program (changes of an
/// address book).
std::optional<Alert> parseAlert(const QByteArray &xml);

} // namespace Msn
