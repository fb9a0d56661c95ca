#include "core/service/notification/notificationcommands.h"

#include <array>

namespace Msn {

const NotificationCommand *findNotificationCommand(Verb verb)
{
    const std::array families{signInCommands(), syncCommands(), contactCommands(), nameCommands(),
        groupCommands(), settingCommands(), presenceCommands(), serviceCommands()};
    for (const auto &family : families) {
        for (const NotificationCommand &command : family) {
            if (command.verb == verb)
                return &command;
        }
    }
    return nullptr;
}

} // namespace Msn
