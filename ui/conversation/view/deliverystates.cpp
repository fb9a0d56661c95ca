#include "ui/conversation/view/deliverystates.h"

#include "ui/conversation/view/chatlook.h"
#include "ui/conversation/view/deliverymark.h"

#include <QTextCursor>

namespace Ui {

using Msn::ChatMessage;

namespace {

bool isBefore(const ChatMessage &a, const ChatMessage &b)
{
    return a.time < b.time || (a.time == b.time && a.id < b.id);
}

} // namespace

void DeliveryStates::clear()
{
    m_unsettled.clear();
    m_lastDelivered.reset();
}

QTextBlock DeliveryStates::show(const QTextBlock &block, const ChatMessage &message, const ChatLook &look)
{
    if (!message.outgoing)
        return {};
    const bool isDelivered = message.delivery == ChatMessage::Delivery::Delivered;
    if (isDelivered)
        m_unsettled.remove(message.id);
    else
        m_unsettled.insert(message.id, block);

    if (message.kind != ChatMessage::Kind::Text) {
        // A nudge needs no confirmation, only the truth if it failed.
        const bool hasMark = block.text().contains(QChar(QChar::ObjectReplacementCharacter));
        if (message.delivery == ChatMessage::Delivery::Failed || hasMark)
            rewrite(block, message, !isDelivered, look);
        return {};
    }
    QTextBlock before;
    const bool isNewest = isDelivered && (!m_lastDelivered || isBefore(m_lastDelivered->first, message));
    if (isNewest) {
        if (m_lastDelivered) {
            before = m_lastDelivered->second;
            rewrite(before, m_lastDelivered->first, false, look);
        }
        m_lastDelivered.emplace(message, block);
    }
    rewrite(block, message, !isDelivered || isNewest, look);
    return before;
}

void DeliveryStates::rewrite(
    const QTextBlock &block, const ChatMessage &message, bool inWords, const ChatLook &look)
{
    QTextCursor cursor(block);
    cursor.beginEditBlock();
    for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
        if (DeliveryMark::isPart(fragment.fragment().charFormat())) {
            cursor.setPosition(fragment.fragment().position());
            break;
        }
        cursor.setPosition(fragment.fragment().position() + fragment.fragment().length());
    }
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    DeliveryMark::write(cursor, message, inWords, look);
    cursor.endEditBlock();
}

} // namespace Ui
