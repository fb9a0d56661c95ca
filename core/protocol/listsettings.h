#pragma once

#include "core/protocol/dialect.h"
#include "core/protocol/lists.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <optional>

namespace Msn {

/// The list version in a reply to ADG, REG, RMG, BLP, GTC of MSNP8/9; nothing in MSNP10.
std::optional<QByteArray> parseReplyVersion(const Command &command, const Dialect &dialect);

/// Wire:   BLP|GTC value (inside SYN); BLP|GTC t [version] value
/// The setting is the last token in every form.
Parsed<DefaultPrivacy> parsePrivacySetting(const Command &command);
Parsed<AddPrompt> parseAddPromptSetting(const Command &command);
Command encodePrivacySetting(std::optional<TransactionId> id, DefaultPrivacy privacy,
    const std::optional<QByteArray> &version = std::nullopt);
Command encodeAddPromptSetting(std::optional<TransactionId> id, AddPrompt prompt,
    const std::optional<QByteArray> &version = std::nullopt);

} // namespace Msn
