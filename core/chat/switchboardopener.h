#pragma once

#include "core/base/error.h"
#include "core/base/expected.h"
#include "core/net/timing.h"
#include "core/protocol/signin.h"

#include <QObject>

namespace Msn {

class SwitchboardSource;

/// Asks for a switchboard (XFR), and for another one where the first came to nothing through no fault
/// of ours: once, until somebody has come into one. Source: conversations.md §1; errors.md 280, 281, 800.
class SwitchboardOpener : public QObject
{
    Q_OBJECT

public:
    /// \p source must outlive this object.
    SwitchboardOpener(SwitchboardSource &source, const Timing &timing, QObject *parent = nullptr);

    /// A request is under way, or waits because the last came too fast.
    bool isUnderWay() const { return m_isUnderWay; }
    void request();
    /// What was opened was of no use. True if another is asked for: then there is nothing to report yet.
    bool tryAnother();
    /// From now on another try is allowed again.
    void allowRetry() { m_hasRetried = false; }

    /// The server had none to give, or could not use the one it gave (280, 281).
    static bool hadNone(const Error &error);
    /// A switchboard that was granted has come to an end that says nothing about the next one.
    static bool endedByChance(const Error &error);

Q_SIGNALS:
    void granted(const Msn::Transfer &where);
    void failed(const Msn::Error &error);

private:
    void handleTransfer(const Expected<Transfer, Error> &transfer);

    SwitchboardSource &m_source;
    const std::chrono::milliseconds m_tooFast;
    bool m_isUnderWay = false;
    bool m_hasRetried = false;
};

} // namespace Msn
