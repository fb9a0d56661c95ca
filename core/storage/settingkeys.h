#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Msn {

/// One setting: its place in the file and what it is while nobody has set it.
template <typename T>
struct SettingKey
{
    const char *name;
    T fallback;
};

/// Every setting of the program, in one list. The name is its path in settings.json.
namespace Setting {

// The windows
inline const SettingKey<QByteArray> mainWindowGeometry{"window.main", {}};

// The sign-in page
inline const SettingKey<QString> lastNetwork{"signIn.network", {}};
inline const SettingKey<QString> lastAddress{"signIn.address", {}};

// The contact list
inline const SettingKey<bool> showOffline{"list.showOffline", true};
inline const SettingKey<bool> sortByStatus{"list.sortByStatus", false};
/// Group ids as the model names them, of groups that are folded up.
inline const SettingKey<QStringList> collapsedGroups{"list.collapsed", {}};

// Conversations
/// As in X-MMS-IM-Format.
inline const SettingKey<QString> chatFormat{"chat.format", {}};
inline const SettingKey<QStringList> recentEmoticons{"chat.recentEmoticons", {}};
inline const SettingKey<bool> showPictures{"chat.showPictures", true};
inline const SettingKey<bool> showFormats{"chat.showFormats", true};
inline const SettingKey<bool> shakeOnNudge{"chat.shakeOnNudge", true};

} // namespace Setting

} // namespace Msn
