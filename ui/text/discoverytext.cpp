#include "ui/text/discoverytext.h"

namespace Ui {

ErrorWords DiscoveryText::cannotLook(const Msn::DiscoveryError &error)
{
    return {tr("Swallowtail cannot look for chats on this network."), remedy(error), error.detail};
}

ErrorWords DiscoveryText::cannotAnnounce(const Msn::DiscoveryError &error)
{
    return {tr("Others do not see your network on their sign-in page."), remedy(error), error.detail};
}

QString DiscoveryText::remedy(const Msn::DiscoveryError &error)
{
    using Code = Msn::DiscoveryError::Code;
    switch (error.code) {
    case Code::NoLibrary:
        return tr(
            "Install the packages libavahi-compat-libdnssd1 and avahi-daemon, or use the network's link, "
            "file or QR code.");
    case Code::NoDaemon:
        return tr("Install or start avahi-daemon, or use the network's link, file or QR code.");
    case Code::Refused:
        break;
    }
    return tr("Use the network's link, file or QR code instead.");
}

} // namespace Ui
