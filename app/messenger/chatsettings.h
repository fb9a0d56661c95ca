#pragma once

namespace Msn {
class Settings;
}

namespace Ui {
class ChatPreferences;
}

namespace App {

/// Between what a person has chosen for conversations and the settings file.
namespace ChatSettings {

void read(const Msn::Settings &settings, Ui::ChatPreferences &preferences);
void write(const Ui::ChatPreferences &preferences, Msn::Settings &settings);

} // namespace ChatSettings

} // namespace App
