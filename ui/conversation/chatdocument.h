#pragma once

#include "core/chat/chatmessage.h"
#include "ui/conversation/inlineobject.h"
#include "ui/theme/tokens.h"

#include <QDate>
#include <QFont>
#include <QHash>
#include <QTextBlock>
#include <QTextCursor>

#include <deque>
#include <variant>

class QTextDocument;

namespace Ui {

class EmoticonSet;
struct TextSpan;

/// How a conversation is drawn.
struct ChatLook
{
    Tokens tokens;
    QFont textFont;
    QFont headerFont;
    QFont smallFont;
    /// One step of the 4 px grid in logical pixels.
    int step = 4;
    /// Others' fonts and colours are shown; otherwise everybody writes in ours.
    bool showsFormats = true;

    friend bool operator==(const ChatLook &, const ChatLook &) = default;
};

/// Writes a conversation into a text document: a header per speaker, the lines below it, thin
/// system lines, a state on each message of ours. What peers wrote goes in as plain text with
/// formats, never as markup.
///
/// Adding a line costs the same whether it is the first or the ten-thousandth. The oldest lines
/// go when there are more than maxEntries.
class ChatDocument
{
public:
    static constexpr size_t maxEntries = 20000;
    static constexpr size_t dropped = 5000;

    /// Both must outlive it.
    ChatDocument(QTextDocument &document, const EmoticonSet &emoticons);

    void setLook(const ChatLook &look);
    /// What "Today" means; date lines are written again when it changes.
    void setToday(const QDate &today);

    void append(const Msn::ChatMessage &message);
    /// A line that the program itself has to say.
    void appendNotice(const QString &text);
    /// Changes the state shown on the message; ignored if it is not here any more.
    void update(const Msn::ChatMessage &message);
    void clear();

    size_t count() const { return m_entries.size(); }

    /// Blocks with thin rules on both sides.
    static bool isNotice(const QTextBlock &block);

private:
    using Entry = std::variant<Msn::ChatMessage, QString>;

    /// Who spoke last, to know whether the next line needs a header.
    struct Speaker
    {
        Msn::Address address;
        bool outgoing = false;
        QDateTime time;
        bool none = true;
    };

    void rebuild();
    void trim();
    void write(const Entry &entry);
    void writeMessage(const Msn::ChatMessage &message);
    void writeText(const Msn::ChatMessage &message);
    void writeHeader(const Msn::ChatMessage &message);
    void writeLine(const QString &line, const Msn::ChatMessage &message, int &emoticonBudget);
    void writeSpans(const QString &line, const QList<TextSpan> &spans, const QTextCharFormat &format);
    void writeNotice(const QString &text);
    void writeDateIfNew(const QDate &date);
    void rewriteState(const QTextBlock &block, const Msn::ChatMessage &message, bool inWords);
    void showState(const QTextBlock &block, const Msn::ChatMessage &message);
    void startBlock(const QTextBlockFormat &format);
    bool continuesSpeaker(const Msn::ChatMessage &message) const;

    QTextBlockFormat lineFormat(bool rightToLeft) const;
    QTextCharFormat textFormat(const Msn::ChatMessage &message) const;
    QTextCharFormat secondaryFormat() const;

    QTextDocument &m_document;
    const EmoticonSet &m_emoticons;
    InlineObject m_objects;
    QTextCursor m_cursor;
    ChatLook m_look;
    QDate m_today;

    std::deque<Entry> m_entries;
    Speaker m_speaker;
    QDate m_lastDate;
    bool m_empty = true;
    /// Blocks of messages whose state can still change.
    QHash<Msn::ChatMessage::Id, QTextBlock> m_unsettled;
    /// The last message that was delivered, the only one that says so in words.
    std::optional<std::pair<Msn::ChatMessage, QTextBlock>> m_lastDelivered;
};

} // namespace Ui
