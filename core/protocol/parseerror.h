#pragma once

#include "core/base/expected.h"

#include <QByteArray>

namespace Msn {

/// Why a whole command could not be turned into a value. The command is dropped and logged; the
/// connection stays.
struct ParseError
{
    enum class Code {
        MissingField,
        BadNumber,
        BadAddress,
        BadEndpoint,
        BadStatus,
        BadList,
        BadForm, ///< the tokens do not fit any known form
    };
    Code code = Code::BadForm;
    /// Index of the argument at fault, counted behind the transaction id.
    qsizetype argument = 0;

    friend bool operator==(const ParseError &, const ParseError &) = default;
};

template <typename T>
using Parsed = Expected<T, ParseError>;

inline Unexpected<ParseError> parseFailure(ParseError::Code code, qsizetype argument = 0)
{
    return Unexpected(ParseError{code, argument});
}

} // namespace Msn
