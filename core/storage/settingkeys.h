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
/// Without the conversations beside it; 0: as its geometry says.
inline const SettingKey<int> mainWindowListWidth{"window.listWidth", 0};
inline const SettingKey<bool> alwaysOnTop{"window.alwaysOnTop", false};

// The sign-in page
inline const SettingKey<QString> lastNetwork{"signIn.network", {}};
inline const SettingKey<QString> lastAddress{"signIn.address", {}};

// A network of one's own
inline const SettingKey<bool> hostAtStart{"hosting.atStart", false};

// The way to the networks; core/storage/connectionchoices.h knows the words
inline const SettingKey<QString> proxyKind{"connection.proxy.kind", {}};
inline const SettingKey<QString> proxyHost{"connection.proxy.host", {}};
inline const SettingKey<int> proxyPort{"connection.proxy.port", 0};
inline const SettingKey<QString> proxyUser{"connection.proxy.user", {}};
inline const SettingKey<QString> gatewayUse{"connection.gateway", {}};

// The contact list
inline const SettingKey<bool> showOffline{"list.showOffline", true};
/// group, status or name.
inline const SettingKey<QString> listSorting{"list.sorting", QStringLiteral("group")};
/// People are called by their address, not their name.
inline const SettingKey<bool> listByAddress{"list.byAddress", false};
inline const SettingKey<bool> offlineTogether{"list.offlineTogether", false};
inline const SettingKey<bool> hideEmptyGroups{"list.hideEmptyGroups", false};
/// Group ids as the model names them, of groups that are folded up.
inline const SettingKey<QStringList> collapsedGroups{"list.collapsed", {}};

// Conversations
/// As in X-MMS-IM-Format.
inline const SettingKey<QString> chatFormat{"chat.format", {}};
inline const SettingKey<QStringList> recentEmoticons{"chat.recentEmoticons", {}};
inline const SettingKey<bool> showPictures{"chat.showPictures", true};
inline const SettingKey<bool> showFormats{"chat.showFormats", true};
inline const SettingKey<bool> shakeOnNudge{"chat.shakeOnNudge", true};
/// As resources/chatstyles names it.
inline const SettingKey<QString> chatStyle{"chat.style", QStringLiteral("classic")};
/// tabs, separate, together
inline const SettingKey<QString> chatWindows{"chat.windows", QStringLiteral("tabs")};
inline const SettingKey<bool> showCodes{"chat.showCodes", true};
inline const SettingKey<bool> showTimes{"chat.showTimes", true};
inline const SettingKey<bool> showEmoticons{"chat.showEmoticons", true};
inline const SettingKey<bool> showToolBar{"chat.showToolBar", true};
inline const SettingKey<bool> showMenuBar{"chat.showMenuBar", true};
/// Percent.
inline const SettingKey<int> chatTextSize{"chat.textSize", 100};
/// Empty: the program's own.
inline const SettingKey<QString> chatTextFamily{"chat.textFamily", {}};
inline const SettingKey<bool> checkSpelling{"chat.checkSpelling", true};
/// Name of a dictionary, `en_GB`; empty: that of the system's language.
inline const SettingKey<QString> spelling{"chat.spelling", {}};
inline const SettingKey<bool> keepHistory{"history.keep", true};
/// How long; 0: for ever.
inline const SettingKey<int> historyDays{"history.days", 0};
/// What is different for single people: an object {address: {spelling, nudgesMuted, warned}}.
inline constexpr const char *chatPeers = "chat.peers";

// Alerts and sounds; the events and the contacts' exceptions are lists, see Ui::AlertSettings
inline const SettingKey<bool> alertsFirstOnly{"alerts.firstOnly", true};
inline const SettingKey<bool> alertsQuietWhenBusy{"alerts.quietWhenBusy", true};
inline const SettingKey<bool> alertsQuietInFullScreen{"alerts.quietInFullScreen", true};
inline const SettingKey<bool> alertsMuted{"alerts.muted", false};
inline const SettingKey<bool> alertsOwnToasts{"alerts.ownToasts", false};
inline const SettingKey<bool> alertsShowText{"alerts.showText", true};

// The desktop
/// Minutes without input until Online becomes Away; 0 = never.
inline const SettingKey<int> idleMinutes{"desktop.idleMinutes", 5};
/// What closing the window does: `ask`, `tray`, `quit`.
inline const SettingKey<QString> closeAction{"desktop.close", QStringLiteral("ask")};
/// Whether other programs may use the messenger over D-Bus.
inline const SettingKey<bool> remoteControl{"desktop.remoteControl", true};
/// No movement, even if the desktop allows it.
inline const SettingKey<bool> reduceMotion{"desktop.reduceMotion", false};

} // namespace Setting

} // namespace Msn
