#pragma once

#include "core/protocol/textformat.h"

#include <QObject>
#include <QStringList>

namespace Ui {

/// What a person has chosen for all conversations. Keeps nothing itself: whoever makes it sets the
/// values and writes them down on changed().
class ChatPreferences : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxRecentEmoticons = 9;

    using QObject::QObject;

    /// The look of what I write.
    const Msn::TextFormat &ownFormat() const { return m_ownFormat; }
    void setOwnFormat(const Msn::TextFormat &format);

    /// Names from EmoticonSet, the last used first.
    const QStringList &recentEmoticons() const { return m_recentEmoticons; }
    void setRecentEmoticons(const QStringList &names);
    void noteEmoticon(const QString &name);

    /// The column with both display pictures.
    bool showsPictures() const { return m_showsPictures; }
    void setShowsPictures(bool shows);

    /// Others' fonts and colours; otherwise all text looks the same.
    bool showsFormats() const { return m_showsFormats; }
    void setShowsFormats(bool shows);

    /// Windows tremble when a nudge comes.
    bool shakesOnNudge() const { return m_shakesOnNudge; }
    void setShakesOnNudge(bool shakes);

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void set(T &member, const T &value);

    Msn::TextFormat m_ownFormat;
    QStringList m_recentEmoticons;
    bool m_showsPictures = true;
    bool m_showsFormats = true;
    bool m_shakesOnNudge = true;
};

} // namespace Ui
