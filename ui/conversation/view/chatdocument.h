#pragma once

#include "core/chat/chatmessage.h"
#include "ui/conversation/view/bubblelayout.h"
#include "ui/conversation/view/deliverystates.h"
#include "ui/conversation/view/messagewriter.h"

#include <QDate>
#include <QTextBlock>

#include <deque>
#include <functional>
#include <variant>

class QTextDocument;

namespace Ui {

class EmoticonSet;

/// The part of a conversation that is in a text document now: never more than maxEntries lines,
/// however long the conversation is. What goes out at one end comes back from a MessageSource.
///
/// Adding a line costs the same whether it is the first or the ten-thousandth.
class ChatDocument
{
public:
    /// More than anybody reads at once, few enough to be laid out anew in the blink of an eye.
    static constexpr size_t maxEntries = 400;
    /// Many go at once: taking lines off the top moves all others.
    static constexpr size_t dropped = 100;

    /// Both must outlive it.
    ChatDocument(QTextDocument &document, const EmoticonSet &emoticons);

    const ChatLook &look() const { return m_writer.look(); }
    void setLook(const ChatLook &look);
    /// Also for what is written already.
    void setNicknames(const Nicknames &nicknames);
    QString nameOf(const Msn::ChatMessage &message) const { return m_writer.nameOf(message); }
    /// What "Today" means; date lines are written again when it changes.
    void setToday(const QDate &today);
    /// The view has another width.
    void fitWidth() { m_bubbles.fitAll(look()); }

    void append(const Msn::ChatMessage &message);
    /// A line that the program itself has to say.
    void appendNotice(const QString &text);
    /// The same above everything that is here.
    void prependNotice(const QString &text);
    void append(const QList<Msn::ChatMessage> &messages);
    void prepend(const QList<Msn::ChatMessage> &messages);
    /// Changes the state shown on the message; ignored if it is not here (any more).
    void update(const Msn::ChatMessage &message);
    void clear();
    /// Takes away the messages for which \p isGone holds.
    void removeIf(const std::function<bool(const Msn::ChatMessage &)> &isGone);
    /// Only the newest, or the oldest, \p count stay.
    void keepNewest(size_t count);
    void keepOldest(size_t count);

    size_t count() const { return m_entries.size(); }
    /// Nothing if there is no message.
    std::optional<Msn::ChatMessage> oldest() const;
    std::optional<Msn::ChatMessage> newest() const;

    /// Paragraphs know their entry by its number (ChatBlock::entryOf()); numbers grow downwards.
    int firstEntry() const { return m_firstEntry; }
    int lastEntry() const { return m_firstEntry + int(m_entries.size()) - 1; }
    /// Nullptr for a notice and for what is not here.
    const Msn::ChatMessage *message(int entry) const;
    /// The first message of a later place in the conversation than \p place; nothing if there is none.
    std::optional<int> entryBehind(const Msn::ChatMessage &place) const;
    /// What was shown as a notice of the program; empty otherwise.
    QString notice(int entry) const;
    /// The first paragraph of an entry; invalid if it is not here.
    QTextBlock blockOf(int entry) const;

    void paintBubbles(QPainter &painter, const QRectF &area, const QTextBlock &first) const;

    /// Lines that nobody said.
    static bool isNotice(const QTextBlock &block);

private:
    using Entry = std::variant<Msn::ChatMessage, QString>;

    void add(Entry entry);
    void rebuild();
    /// Returns a paragraph before it that has changed with it.
    QTextBlock write(const Entry &entry, int number);

    QTextDocument &m_document;
    MessageWriter m_writer;
    DeliveryStates m_states;
    BubbleLayout m_bubbles;

    std::deque<Entry> m_entries;
    /// Far from 0, because older ones get the numbers before it.
    int m_firstEntry = 1 << 30;
};

} // namespace Ui
