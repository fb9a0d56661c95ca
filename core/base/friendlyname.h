#pragma once

#include <QMetaType>
#include <QString>

namespace Msn {

/// Limit of a name on the wire, in bytes after percent-encoding. Source: wire-format.md §4.
inline constexpr qsizetype maxFriendlyNameBytes = 387;

/// A name that a person chose: their own friendly name, a group's. Any Unicode text; a stranger
/// chose it, so it proves nothing and is cleaned before it is shown.
/// Source: wire-format.md §9 "display name in MSG/NLN/RNG".
class FriendlyName
{
public:
    FriendlyName() = default;
    explicit FriendlyName(QString text)
        : m_text(std::move(text))
    {
    }

    /// As received, decoded.
    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    /// For showing: one line, without formatting codes (parsePlusCodes()), without control characters
    /// and without characters that turn the writing direction of what follows.
    QString singleLine() const;

    friend bool operator==(const FriendlyName &, const FriendlyName &) = default;

private:
    QString m_text;
};

/// \p text without control and direction-override characters; line breaks become blanks.
QString cleanedSingleLine(const QString &text);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::FriendlyName)
