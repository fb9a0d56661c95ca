#pragma once

#include <QString>
#include <QStringList>

namespace App {

/// Whether the messenger starts when somebody logs on: a file in the autostart folder.
/// Source: Desktop Application Autostart Specification 0.5.
class Autostart
{
public:
    /// \p folder: `$XDG_CONFIG_HOME/autostart`. \p command: program and arguments.
    Autostart(const QString &folder, const QStringList &command);
    /// Of this program and this person.
    static Autostart standard();

    bool isEnabled() const;
    /// False if the file could not be written or removed.
    bool setEnabled(bool enabled) const;

private:
    QString content() const;

    const QString m_file;
    const QStringList m_command;
};

/// \p arguments as the Exec key wants them quoted.
QString desktopEntryCommand(const QStringList &arguments);

} // namespace App
