#pragma once

#include "core/history/export/historywriter.h"
#include "ui/conversation/base/chatstyle.h"
#include "ui/emoticons/emoticonset.h"

#include <QDate>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace Msn {
struct PlusRun;
}

namespace Ui {

/// How a history looks as a page.
struct HtmlHistoryLook
{
    ChatStyle style;
    EmoticonSet emoticons;
    bool showsFormats = true;
    bool showsCodes = true;
    bool showsTimes = true;
    bool showsEmoticons = true;
    /// Of the page.
    QString title;
    /// Of the parts of the export; empty: there is one, and nothing is above it.
    QStringList parts = {};
    bool isRightToLeft = false;
};

/// A history as one page for a browser, in a chat style: nothing in it is loaded from elsewhere, nothing
/// runs. What people wrote is text, never markup. Written on any thread.
class HtmlHistoryWriter : public Msn::HistoryWriter
{
public:
    /// The part of the export comes first.
    using Names = std::function<QString(int, const Msn::HistoryEntry &)>;

    /// \p peerOf tells with whom the conversation of a line is, \p senderOf who said it.
    HtmlHistoryWriter(QIODevice &device, const HtmlHistoryLook &look, Names peerOf, Names senderOf);

    void begin() override;
    void beginPart(int part) override;
    void add(const Msn::HistoryEntry &entry) override;
    void end() override;

private:
    void writeHead(int level, const QString &html);
    void writeHeads(const Msn::HistoryEntry &entry, const QDate &date);
    void writeMessage(const Msn::HistoryEntry &entry);
    void writeNotice(const Msn::HistoryEntry &entry);
    bool needsHeader(const Msn::HistoryEntry &entry) const;
    QString headerOf(const Msn::HistoryEntry &entry) const;
    QString bodyOf(const Msn::HistoryEntry &entry);
    QString spansOf(const QString &text);
    QString emoticonStyles() const;

    const HtmlHistoryLook m_look;
    const Names m_peerOf;
    const Names m_senderOf;
    int m_part = 0;
    std::optional<Msn::HistoryEntry> m_last;
    QDate m_date;
    /// Those that stand on the page, by name.
    QSet<QString> m_used;
};

} // namespace Ui
