#pragma once

#include "core/base/error.h"
#include "core/base/expected.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace Msn {

/// Result of a request that yields nothing but success.
using Outcome = Expected<void, Error>;

/// What to call when a request has ended: exactly once, and not at all if the object that asked
/// is gone by then.
template <typename T>
class Completion
{
public:
    using Result = Expected<T, Error>;
    using Function = std::function<void(const Result &)>;

    Completion() = default;
    /// \p context must live on the calling thread; a null context drops the result.
    Completion(QObject *context, Function function)
        : m_context(context)
        , m_function(std::move(function))
    {
    }

    /// Calls the function if it has not been called yet.
    void operator()(const Result &result)
    {
        const auto function = std::exchange(m_function, nullptr);
        if (function && m_context)
            function(result);
    }

private:
    QPointer<QObject> m_context;
    Function m_function;
};

} // namespace Msn
