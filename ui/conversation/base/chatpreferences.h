#pragma once

#include "core/protocol/textformat.h"
#include "ui/conversation/base/chatstyle.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace Msn {
class Address;
}

namespace Ui {

/// What a person has chosen for the conversations with one other person.
struct PeerPreferences
{
    /// Name of a dictionary, `pt_BR`; empty: that of all others; `-`: no spell check.
    QString spelling;
    /// Nudges make neither sound nor movement; the line still tells of them.
    bool nudgesMuted = false;
    /// The warning about passwords was shown.
    bool warned = false;

    friend bool operator==(const PeerPreferences &, const PeerPreferences &) = default;
};

/// What a person has chosen for all conversations. Keeps nothing itself: whoever makes it sets the
/// values and writes them down on changed().
class ChatPreferences : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxRecentEmoticons = 9;

    /// Where conversations are shown.
    enum class Windows {
        Tabs, ///< all in one window of their own
        Separate, ///< a window for each
        Together, ///< beside the contact list, in its window
    };
    Q_ENUM(Windows)

    using QObject::QObject;

    /// The look of what I write.
    const Msn::TextFormat &ownFormat() const { return m_ownFormat; }
    void setOwnFormat(const Msn::TextFormat &format) { set(m_ownFormat, format); }

    /// Names from EmoticonSet, the last used first.
    const QStringList &recentEmoticons() const { return m_recentEmoticons; }
    void setRecentEmoticons(const QStringList &names);
    void noteEmoticon(const QString &name);

    /// The column with both display pictures.
    bool showsPictures() const { return m_showsPictures; }
    void setShowsPictures(bool shows) { set(m_showsPictures, shows); }

    /// Others' fonts and colours; otherwise all text looks the same.
    bool showsFormats() const { return m_showsFormats; }
    void setShowsFormats(bool shows) { set(m_showsFormats, shows); }

    /// Colours that others wrote as codes; otherwise plain text. The codes are never shown.
    bool showsCodes() const { return m_showsCodes; }
    void setShowsCodes(bool shows) { set(m_showsCodes, shows); }

    /// The time of messages.
    bool showsTimes() const { return m_showsTimes; }
    void setShowsTimes(bool shows) { set(m_showsTimes, shows); }

    /// Pictures in the place of codes such as `:)`.
    bool showsEmoticons() const { return m_showsEmoticons; }
    void setShowsEmoticons(bool shows) { set(m_showsEmoticons, shows); }

    /// The bar with Invite, Nudge and the like.
    bool showsToolBar() const { return m_showsToolBar; }
    void setShowsToolBar(bool shows) { set(m_showsToolBar, shows); }

    bool showsMenuBar() const { return m_showsMenuBar; }
    void setShowsMenuBar(bool shows) { set(m_showsMenuBar, shows); }

    /// Windows tremble when a nudge comes.
    bool shakesOnNudge() const { return m_shakesOnNudge; }
    void setShakesOnNudge(bool shakes) { set(m_shakesOnNudge, shakes); }

    /// Id of a ChatStyle.
    const QString &style() const { return m_style; }
    void setStyle(const QString &id) { set(m_style, id); }

    /// Of the text in percent.
    int textSize() const { return m_textSize; }
    void setTextSize(int percent) { set(m_textSize, percent); }

    /// Font of messages whose writers chose none; empty: the program's own.
    const QString &textFamily() const { return m_textFamily; }
    void setTextFamily(const QString &family) { set(m_textFamily, family); }

    Windows windows() const { return m_windows; }
    void setWindows(Windows windows) { set(m_windows, windows); }

    /// Whether what I write is looked up in a dictionary.
    bool checksSpelling() const { return m_checksSpelling; }
    void setChecksSpelling(bool checks) { set(m_checksSpelling, checks); }

    /// Name of the dictionary, `en_GB`; empty: that of the system's language.
    const QString &spelling() const { return m_spelling; }
    void setSpelling(const QString &language) { set(m_spelling, language); }

    PeerPreferences of(const Msn::Address &peer) const;
    void setOf(const Msn::Address &peer, const PeerPreferences &preferences);
    /// By address, only what differs from the usual.
    const QHash<QString, PeerPreferences> &peers() const { return m_peers; }
    void setPeers(const QHash<QString, PeerPreferences> &peers) { set(m_peers, peers); }

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        Q_EMIT changed();
    }

    Msn::TextFormat m_ownFormat;
    QStringList m_recentEmoticons;
    bool m_showsPictures = true;
    bool m_showsFormats = true;
    bool m_showsCodes = true;
    bool m_showsTimes = true;
    bool m_showsEmoticons = true;
    bool m_showsToolBar = true;
    bool m_showsMenuBar = true;
    bool m_shakesOnNudge = true;
    bool m_checksSpelling = true;
    QString m_style = QStringLiteral("classic");
    int m_textSize = 100;
    QString m_textFamily;
    QString m_spelling;
    Windows m_windows = Windows::Tabs;
    QHash<QString, PeerPreferences> m_peers;
};

} // namespace Ui
