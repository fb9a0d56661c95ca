#pragma once

#include "core/discovery/discoveryerror.h"
#include "ui/text/errortext.h"

namespace Ui {

/// Why networks close by cannot be shown, or one's own cannot be announced, in a person's words.
class DiscoveryText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::DiscoveryText)

public:
    static ErrorWords cannotLook(const Msn::DiscoveryError &error);
    static ErrorWords cannotAnnounce(const Msn::DiscoveryError &error);

private:
    static QString remedy(const Msn::DiscoveryError &error);
};

} // namespace Ui
