#include "app/messenger/chatsettings.h"

#include "core/storage/settings.h"
#include "ui/conversation/base/chatpreferences.h"

#include <QJsonObject>

#include <array>

namespace App::ChatSettings {

using namespace Msn;
using Ui::ChatPreferences;
using Ui::PeerPreferences;

namespace {

struct Flag
{
    const SettingKey<bool> &key;
    bool (ChatPreferences::*get)() const;
    void (ChatPreferences::*set)(bool);
};

const std::array<Flag, 9> &flags()
{
    static const std::array<Flag, 9> all{{
        {Setting::showPictures, &ChatPreferences::showsPictures, &ChatPreferences::setShowsPictures},
        {Setting::showFormats, &ChatPreferences::showsFormats, &ChatPreferences::setShowsFormats},
        {Setting::showCodes, &ChatPreferences::showsCodes, &ChatPreferences::setShowsCodes},
        {Setting::showTimes, &ChatPreferences::showsTimes, &ChatPreferences::setShowsTimes},
        {Setting::showEmoticons, &ChatPreferences::showsEmoticons, &ChatPreferences::setShowsEmoticons},
        {Setting::showToolBar, &ChatPreferences::showsToolBar, &ChatPreferences::setShowsToolBar},
        {Setting::showMenuBar, &ChatPreferences::showsMenuBar, &ChatPreferences::setShowsMenuBar},
        {Setting::shakeOnNudge, &ChatPreferences::shakesOnNudge, &ChatPreferences::setShakesOnNudge},
        {Setting::checkSpelling, &ChatPreferences::checksSpelling, &ChatPreferences::setChecksSpelling},
    }};
    return all;
}

struct WindowsName
{
    ChatPreferences::Windows windows;
    QString name;
};

const std::array<WindowsName, 3> &windowsNames()
{
    static const std::array<WindowsName, 3> all{{
        {ChatPreferences::Windows::Tabs, QStringLiteral("tabs")},
        {ChatPreferences::Windows::Separate, QStringLiteral("separate")},
        {ChatPreferences::Windows::Together, QStringLiteral("together")},
    }};
    return all;
}

const QString spellingKey = QStringLiteral("spelling");
const QString mutedKey = QStringLiteral("nudgesMuted");
const QString warnedKey = QStringLiteral("warned");

QHash<QString, PeerPreferences> readPeers(const QJsonObject &object)
{
    QHash<QString, PeerPreferences> peers;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject peer = it.value().toObject();
        peers.insert(it.key(),
            {peer.value(spellingKey).toString(), peer.value(mutedKey).toBool(),
                peer.value(warnedKey).toBool()});
    }
    return peers;
}

QJsonObject writtenPeers(const QHash<QString, PeerPreferences> &peers)
{
    QJsonObject object;
    for (auto it = peers.begin(); it != peers.end(); ++it) {
        QJsonObject peer;
        if (!it->spelling.isEmpty())
            peer.insert(spellingKey, it->spelling);
        if (it->nudgesMuted)
            peer.insert(mutedKey, true);
        if (it->warned)
            peer.insert(warnedKey, true);
        object.insert(it.key(), peer);
    }
    return object;
}

} // namespace

void read(const Settings &settings, ChatPreferences &preferences)
{
    for (const Flag &flag : flags())
        (preferences.*flag.set)(settings.value(flag.key));
    preferences.setOwnFormat(parseTextFormat(settings.value(Setting::chatFormat).toUtf8()));
    preferences.setRecentEmoticons(settings.value(Setting::recentEmoticons));
    preferences.setStyle(settings.value(Setting::chatStyle));
    preferences.setTextSize(settings.value(Setting::chatTextSize));
    preferences.setTextFamily(settings.value(Setting::chatTextFamily));
    preferences.setSpelling(settings.value(Setting::spelling));
    for (const WindowsName &known : windowsNames()) {
        if (known.name == settings.value(Setting::chatWindows))
            preferences.setWindows(known.windows);
    }
    preferences.setPeers(readPeers(settings.json(QLatin1String(Setting::chatPeers)).toObject()));
}

void write(const ChatPreferences &preferences, Settings &settings)
{
    for (const Flag &flag : flags())
        settings.setValue(flag.key, (preferences.*flag.get)());
    settings.setValue(Setting::chatFormat, QString::fromUtf8(encodeTextFormat(preferences.ownFormat())));
    settings.setValue(Setting::recentEmoticons, preferences.recentEmoticons());
    settings.setValue(Setting::chatStyle, preferences.style());
    settings.setValue(Setting::chatTextSize, preferences.textSize());
    settings.setValue(Setting::chatTextFamily, preferences.textFamily());
    settings.setValue(Setting::spelling, preferences.spelling());
    for (const WindowsName &known : windowsNames()) {
        if (known.windows == preferences.windows())
            settings.setValue(Setting::chatWindows, known.name);
    }
    settings.setJson(QLatin1String(Setting::chatPeers), writtenPeers(preferences.peers()));
}

} // namespace App::ChatSettings
