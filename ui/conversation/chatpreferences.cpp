#include "ui/conversation/chatpreferences.h"

namespace Ui {

template <typename T>
void ChatPreferences::set(T &member, const T &value)
{
    if (member == value)
        return;
    member = value;
    Q_EMIT changed();
}

void ChatPreferences::setOwnFormat(const Msn::TextFormat &format)
{
    set(m_ownFormat, format);
}

void ChatPreferences::setRecentEmoticons(const QStringList &names)
{
    set(m_recentEmoticons, QStringList(names.mid(0, maxRecentEmoticons)));
}

void ChatPreferences::noteEmoticon(const QString &name)
{
    QStringList names = m_recentEmoticons;
    names.removeAll(name);
    names.prepend(name);
    setRecentEmoticons(names);
}

void ChatPreferences::setShowsPictures(bool shows)
{
    set(m_showsPictures, shows);
}

void ChatPreferences::setShowsFormats(bool shows)
{
    set(m_showsFormats, shows);
}

void ChatPreferences::setShakesOnNudge(bool shakes)
{
    set(m_shakesOnNudge, shakes);
}

} // namespace Ui
