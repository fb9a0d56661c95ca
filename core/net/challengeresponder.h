#pragma once

#include "core/protocol/challenge.h"
#include "core/protocol/services.h"

namespace Msn {

/// Answers CHL. A server that refuses the answer of one product hangs up; the next session answers with
/// the other product of the MSNP8 document.
/// Source: presence.md §5; errors.md, 540.
class ChallengeResponder
{
public:
    ChallengeAnswer answerTo(const QByteArray &challenge) const
    {
        const ProductId &product = knownProducts()[m_product];
        return {product.id, challengeResponse(challenge, product)};
    }
    void noteRefused() { m_product = (m_product + 1) % challengeProducts; }

private:
    /// Index in knownProducts().
    size_t m_product = 0;
};

} // namespace Msn
