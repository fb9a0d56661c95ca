#pragma once

#include "core/chat/chatmessage.h"
#include "ui/conversation/view/chatblock.h"
#include "ui/conversation/view/chatlook.h"
#include "ui/conversation/view/inlineobject.h"
#include "ui/conversation/view/messageformats.h"
#include "ui/conversation/view/nicknames.h"

#include <QDate>
#include <QTextCursor>

class QTextDocument;

namespace Msn {
struct PlusRun;
struct PlusText;
} // namespace Msn

namespace Ui {

class EmoticonSet;
struct TextSpan;

/// Puts messages at the end of a text document the way a ChatLook says: header, lines, notices.
/// What peers wrote goes in as plain text with formats, never as markup.
class MessageWriter
{
public:
    /// Both must outlive it.
    MessageWriter(QTextDocument &document, const EmoticonSet &emoticons);

    const ChatLook &look() const { return m_look; }
    void setLook(const ChatLook &look);
    void setNicknames(const Nicknames &nicknames) { m_nicknames = nicknames; }
    /// What the sender of \p message is called.
    QString nameOf(const Msn::ChatMessage &message) const;
    /// What "Today" means.
    void setToday(const QDate &today) { m_today = today; }
    const QDate &today() const { return m_today; }

    /// An empty document, nobody has spoken.
    void restart();
    /// \p entry is a number to know its paragraphs by.
    void writeMessage(const Msn::ChatMessage &message, int entry);
    void writeNotice(const QString &text, int entry);

private:
    /// Who spoke last, to know whether the next line needs a header.
    struct Speaker
    {
        Msn::Address address;
        bool outgoing = false;
        QDateTime time;
        bool none = true;
    };

    void writeText(const Msn::ChatMessage &message, int entry);
    void writeHeader(const Msn::ChatMessage &message);
    void writePattern(const QString &pattern, const Msn::ChatMessage &message);
    void writeName(const Msn::ChatMessage &message);
    void writeTime(const Msn::ChatMessage &message);
    void writeSpans(const QString &line, qsizetype offset, const QList<TextSpan> &spans,
        const Msn::ChatMessage &message, const QList<Msn::PlusRun> &runs);
    void writeRuns(const QString &text, qsizetype offset, const QTextCharFormat &format,
        const QList<Msn::PlusRun> &runs, const QColor &ground);
    void writeEmoticon(const TextSpan &span, const QString &code, double height);
    void writeDateIfNew(const QDate &date, int entry);
    void startBlock(QTextBlockFormat format, int entry, ChatBlock::Part part);
    bool needsHeader(const Msn::ChatMessage &message) const;

    QTextDocument &m_document;
    const EmoticonSet &m_emoticons;
    InlineObject m_objects;
    QTextCursor m_cursor;
    ChatLook m_look;
    MessageFormats m_formats;
    QDate m_today;
    Nicknames m_nicknames;

    Speaker m_speaker;
    QDate m_lastDate;
    bool m_isEmpty = true;
};

} // namespace Ui
