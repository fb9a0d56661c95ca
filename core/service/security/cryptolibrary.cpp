#include "core/service/security/cryptolibrary.h"

#include "core/base/logging.h"

namespace Msn {

namespace {

template <typename Function>
bool resolve(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    if (!function)
        qCWarning(logService) << "libcrypto has no" << name;
    return function != nullptr;
}

} // namespace

CryptoLibrary::CryptoLibrary()
    : m_library(QStringLiteral("crypto"), QStringLiteral("3"))
{
#define MSN_RESOLVE(name) m_isUsable = resolve(m_library, #name, name) && m_isUsable;
    MSN_CRYPTO_FUNCTIONS(MSN_RESOLVE)
#undef MSN_RESOLVE
}

const CryptoLibrary &CryptoLibrary::get()
{
    static const CryptoLibrary library;
    return library;
}

} // namespace Msn
