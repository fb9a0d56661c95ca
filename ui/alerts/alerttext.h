#pragma once

#include "ui/alerts/alertpolicy.h"

#include <QCoreApplication>
#include <QString>

namespace Ui {

/// The words of alerts, of the options page and of the dialog about one contact.
class AlertText
{
    Q_DECLARE_TR_FUNCTIONS(Ui::AlertText)

public:
    /// First line of an alert. \p who: a name, cleaned; for ConnectionLost the network.
    static QString title(AlertEvent event, const QString &who);
    /// Second line. \p what: the message, the subject of a mail, the new status. May be empty.
    static QString text(AlertEvent event, const QString &what);
    /// As a row of the options page: "Somebody comes online".
    static QString eventName(AlertEvent event);
    static QString soundTitle(Sound sound);
    /// In place of a message that is not to be shown.
    static QString hiddenText();
    static QString replyAction();
    static QString openAction();
};

/// A message as an alert shows it: one line, cleaned, at most 200 characters.
QString alertExcerpt(const QString &message);

} // namespace Ui
