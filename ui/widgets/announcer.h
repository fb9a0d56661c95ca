#pragma once

#include <QWidget>

namespace Ui {

/// Says things to a screen reader that happen elsewhere than where the focus is. Invisible and
/// without size. The last announcement is its accessible name, so that it can be read again.
class Announcer : public QWidget
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *parent);

    /// Sends NameChanged, ObjectShow and Alert: between them the bridges of Qt 6.4 tell the readers
    /// of all desktops. Does nothing where nobody listens.
    void say(const QString &text);
    QString lastSaid() const { return accessibleName(); }
};

} // namespace Ui
