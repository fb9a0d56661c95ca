#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace Ui {

/// An address in a text that may be opened by a click.
struct LinkSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl target;

    friend bool operator==(const LinkSpan &, const LinkSpan &) = default;
};

/// `http://…`, `https://…`, `www.…`, `mailto:…` and e-mail addresses, in order. Punctuation that
/// ends the sentence stays outside. Takes time in proportion to the text, whatever it holds.
QList<LinkSpan> findLinks(const QString &text);

/// Only http, https and mailto are ever opened (wire-format.md §9 "links").
bool mayOpen(const QUrl &url);

/// Where \p url really leads, for showing: names as the network sees them, so that a look-alike
/// letter of another script cannot pass for a Latin one.
QString shownTarget(const QUrl &url);

} // namespace Ui
