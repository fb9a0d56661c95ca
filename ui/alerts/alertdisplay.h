#pragma once

#include "ui/alerts/alertnotice.h"

#include <QObject>

namespace Ui {

/// Something that can show alerts: the desktop's notifications or toasts of our own.
class AlertDisplay : public QObject
{
    Q_OBJECT

public:
    /// Chosen by who shows an alert, never 0.
    using Id = quint64;

    using QObject::QObject;

    /// Takes the place of what is shown under \p id, if anything is.
    virtual void show(Id id, const AlertNotice &notice) = 0;
    /// Silent if it is gone already.
    virtual void close(Id id) = 0;

Q_SIGNALS:
    /// The person wants to see what it is about. \p token: what the desktop gave for raising a
    /// window (xdg-activation, startup notification); may be empty.
    void activated(quint64 id, const QByteArray &token);
    /// The person answered in place.
    void replied(quint64 id, const QString &text);
    /// It is not shown any more, whoever closed it.
    void closed(quint64 id);
};

} // namespace Ui
