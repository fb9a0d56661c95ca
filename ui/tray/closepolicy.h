#pragma once

#include <QString>

namespace Ui {

/// What becomes of the main window when a person closes it.
enum class CloseAction {
    Ask, ///< whether to stay, in the tray or the taskbar, or to quit
    Hide, ///< the tray icon stays
    Minimise, ///< there is no tray: the taskbar keeps it
    Quit,
};

/// \p setting: Msn::Setting::closeAction. The last window is never hidden where no tray is there;
/// somebody who is signed in stays so.
/// Source: users-and-ux.md, complaint 5.
inline CloseAction closeActionFor(const QString &setting, bool hasTray, bool isSignedIn)
{
    if (setting == QLatin1String("quit"))
        return CloseAction::Quit;
    if (!hasTray && !isSignedIn)
        return CloseAction::Quit;
    if (setting != QLatin1String("tray"))
        return CloseAction::Ask;
    return hasTray ? CloseAction::Hide : CloseAction::Minimise;
}

} // namespace Ui
