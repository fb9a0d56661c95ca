#include "core/service/store/accountchanges.h"

#include "core/base/logging.h"
#include "core/service/store/accountstore.h"

#include <utility>

namespace Msn {

Outcome AccountChanges::keep()
{
    const Outcome kept = m_store.commit();
    if (!kept) {
        qCWarning(logService) << "accounts could not be saved:" << kept.error().detail;
        m_consequences.clear();
    }
    return kept;
}

void AccountChanges::finish()
{
    const auto consequences = std::exchange(m_consequences, {});
    for (const auto &consequence : consequences)
        consequence();
}

} // namespace Msn
