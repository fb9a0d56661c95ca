#pragma once

#include <QByteArray>
#include <QFlags>

#include <optional>

namespace Msn {

/// Source: contact-list.md §1.
enum class List {
    Forward = 1, ///< FL: my contacts
    Allow = 2, ///< AL: may see my status and call me
    Block = 4, ///< BL: sees me offline
    Reverse = 8, ///< RL: has me on their forward list; the server's alone
    Pending = 16, ///< PL: added me, not decided yet (MSNP10)
};
Q_DECLARE_FLAGS(Lists, List)
Q_DECLARE_OPERATORS_FOR_FLAGS(Lists)

std::optional<List> parseList(const QByteArray &name);
QByteArray encodeList(List list);

/// Sum of the list values, `11`; unknown higher bits are dropped.
Lists parseListBits(int bits);

/// BLP: what happens to people who are on neither the allow nor the block list.
enum class DefaultPrivacy { AllowOthers, BlockOthers };
/// GTC: whether to ask when somebody adds me. Stored by the server, acted on by the client.
enum class AddPrompt { Ask, DoNotAsk };

std::optional<DefaultPrivacy> parseDefaultPrivacy(const QByteArray &value);
QByteArray encodeDefaultPrivacy(DefaultPrivacy privacy);
std::optional<AddPrompt> parseAddPrompt(const QByteArray &value);
QByteArray encodeAddPrompt(AddPrompt prompt);

} // namespace Msn
