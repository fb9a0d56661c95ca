#pragma once

#include "core/protocol/status.h"
#include "ui/alerts/alertevent.h"
#include "ui/icons/avatar.h"

#include <QString>

namespace Ui {

/// What an alert shows. Plain text, cleaned: names and messages come from strangers.
struct AlertNotice
{
    AlertEvent event = AlertEvent::Message;
    QString title; ///< one line, the person or what happened
    QString text; ///< may be empty
    /// Whom it is about; an empty address: nobody, the program's mark is shown.
    Avatar avatar;
    Msn::Status status = Msn::Status::Online;
    /// An answer can be written where the alert stands.
    bool canReply = false;
    /// Stays until the person has seen it.
    bool isUrgent = false;
};

} // namespace Ui
