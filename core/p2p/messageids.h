#pragma once

#include <QtGlobal>

namespace Msn {

/// The MessageIDs of what we send to one person, acknowledgements included.
///
/// Who begins counts base, base + 1, base + 2... Whoever is asked first and answers with an acknowledgement
/// counts as the official client does: base, base - 3, base - 2, base - 1, base + 1... Source: msnslp.md,
/// "Message ids"; display-pictures-and-emoticons.md, "Display picture: complete dialog".
class MessageIds
{
public:
    /// \p random is any number; the base stays away from both ends of the range.
    explicit MessageIds(quint32 random);

    /// Never 0: past the end it goes on at 1.
    quint32 next(bool isAck);

private:
    quint32 m_base;
    quint32 m_count = 0;
    bool m_beganWithAck = false;
};

} // namespace Msn
