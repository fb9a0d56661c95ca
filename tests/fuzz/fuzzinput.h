#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace Fuzz {

/// What the fuzzer found, without a copy.
inline QByteArray bytes(const unsigned char *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

/// Ends the run, so that the fuzzer keeps the input.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace Fuzz

/// libFuzzer calls this with one input after the other.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
