#include "ui/conversation/view/chatdocument.h"

#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace Ui {
namespace {

using Msn::ChatMessage;

/// All that is done to the document while it lives is one edit, so that lines are laid out once.
class EditBlock
{
public:
    explicit EditBlock(QTextDocument &document)
        : m_cursor(&document)
    {
        m_cursor.beginEditBlock();
    }
    ~EditBlock() { m_cursor.endEditBlock(); }
    EditBlock(const EditBlock &) = delete;
    EditBlock &operator=(const EditBlock &) = delete;

private:
    QTextCursor m_cursor;
};

template <typename Range>
std::optional<ChatMessage> firstMessage(const Range &begin, const Range &end)
{
    for (auto entry = begin; entry != end; ++entry) {
        if (const auto *message = std::get_if<ChatMessage>(&*entry))
            return *message;
    }
    return {};
}

} // namespace

ChatDocument::ChatDocument(QTextDocument &document, const EmoticonSet &emoticons)
    : m_document(document)
    , m_writer(document, emoticons)
    , m_bubbles(document)
{
    m_document.setUndoRedoEnabled(false);
}

void ChatDocument::setLook(const ChatLook &look)
{
    if (look == m_writer.look())
        return;
    m_writer.setLook(look);
    rebuild();
}

void ChatDocument::setNicknames(const Nicknames &nicknames)
{
    m_writer.setNicknames(nicknames);
    rebuild();
}

void ChatDocument::setToday(const QDate &today)
{
    if (m_writer.today() == today)
        return;
    m_writer.setToday(today);
    rebuild();
}

void ChatDocument::append(const ChatMessage &message)
{
    add(message);
}

void ChatDocument::appendNotice(const QString &text)
{
    add(text);
}

void ChatDocument::prependNotice(const QString &text)
{
    m_entries.push_front(text);
    --m_firstEntry;
    rebuild();
}

void ChatDocument::add(Entry entry)
{
    m_entries.push_back(std::move(entry));
    QTextBlock shortened;
    {
        const EditBlock edit(m_document);
        shortened = write(m_entries.back(), lastEntry());
    }
    m_bubbles.fit(m_document.lastBlock(), look());
    m_bubbles.fit(shortened, look());
}

void ChatDocument::append(const QList<ChatMessage> &messages)
{
    for (const ChatMessage &message : messages)
        add(message);
}

void ChatDocument::prepend(const QList<ChatMessage> &messages)
{
    if (messages.isEmpty())
        return;
    m_entries.insert(m_entries.begin(), messages.begin(), messages.end());
    m_firstEntry -= int(messages.size());
    rebuild();
}

void ChatDocument::keepNewest(size_t count)
{
    if (m_entries.size() <= count)
        return;
    const size_t gone = m_entries.size() - count;
    m_entries.erase(m_entries.begin(), m_entries.begin() + std::ptrdiff_t(gone));
    m_firstEntry += int(gone);
    rebuild();
}

void ChatDocument::keepOldest(size_t count)
{
    if (m_entries.size() <= count)
        return;
    m_entries.erase(m_entries.begin() + std::ptrdiff_t(count), m_entries.end());
    rebuild();
}

void ChatDocument::clear()
{
    m_entries.clear();
    rebuild();
}

void ChatDocument::removeIf(const std::function<bool(const ChatMessage &)> &isGone)
{
    const auto removed = std::erase_if(m_entries, [&isGone](const Entry &entry) {
        const auto *message = std::get_if<ChatMessage>(&entry);
        return message && isGone(*message);
    });
    if (removed > 0)
        rebuild();
}

void ChatDocument::rebuild()
{
    m_document.clear();
    m_states.clear();
    m_writer.restart();
    {
        const EditBlock edit(m_document);
        int number = m_firstEntry;
        for (const Entry &entry : m_entries)
            write(entry, number++);
    }
    m_bubbles.fitAll(look());
}

QTextBlock ChatDocument::write(const Entry &entry, int number)
{
    if (const auto *message = std::get_if<ChatMessage>(&entry)) {
        m_writer.writeMessage(*message, number);
        return m_states.show(m_document.lastBlock(), *message, look());
    }
    m_writer.writeNotice(std::get<QString>(entry), number);
    return {};
}

void ChatDocument::update(const ChatMessage &message)
{
    const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(), [&message](const Entry &candidate) {
        const auto *known = std::get_if<ChatMessage>(&candidate);
        return known && known->id == message.id && known->outgoing == message.outgoing;
    });
    if (entry == m_entries.rend())
        return;
    *entry = message;
    const QTextBlock block = m_states.blockOf(message.id);
    if (!block.isValid())
        return;
    const QTextBlock shortened = m_states.show(block, message, look());
    m_bubbles.fit(block, look());
    m_bubbles.fit(shortened, look());
}

std::optional<ChatMessage> ChatDocument::oldest() const
{
    return firstMessage(m_entries.begin(), m_entries.end());
}

std::optional<ChatMessage> ChatDocument::newest() const
{
    return firstMessage(m_entries.rbegin(), m_entries.rend());
}

const ChatMessage *ChatDocument::message(int entry) const
{
    if (entry < m_firstEntry || entry > lastEntry())
        return nullptr;
    return std::get_if<ChatMessage>(&m_entries[size_t(entry - m_firstEntry)]);
}

std::optional<int> ChatDocument::entryBehind(const ChatMessage &place) const
{
    for (int entry = m_firstEntry; entry <= lastEntry(); ++entry) {
        const ChatMessage *known = message(entry);
        if (known && (known->time > place.time || (known->time == place.time && known->id > place.id)))
            return entry;
    }
    return {};
}

QString ChatDocument::notice(int entry) const
{
    if (entry < m_firstEntry || entry > lastEntry())
        return {};
    const auto *text = std::get_if<QString>(&m_entries[size_t(entry - m_firstEntry)]);
    return text ? *text : QString();
}

QTextBlock ChatDocument::blockOf(int entry) const
{
    QTextBlock block = m_document.begin();
    while (block.isValid() && ChatBlock::entryOf(block) < entry)
        block = block.next();
    return block.isValid() && ChatBlock::entryOf(block) == entry ? block : QTextBlock();
}

void ChatDocument::paintBubbles(QPainter &painter, const QRectF &area, const QTextBlock &first) const
{
    m_bubbles.paint(painter, area, first, look());
}

bool ChatDocument::isNotice(const QTextBlock &block)
{
    return ChatBlock::isPart(block, ChatBlock::Part::Notice);
}

} // namespace Ui
