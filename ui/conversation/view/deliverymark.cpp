#include "ui/conversation/view/deliverymark.h"

#include "ui/conversation/view/chatlook.h"
#include "ui/conversation/view/inlineobject.h"

#include <QFontMetricsF>
#include <QUrl>

#include <cmath>

namespace Ui {
namespace {

using Msn::ChatMessage;
using Delivery = ChatMessage::Delivery;

constexpr int markProperty = QTextFormat::UserProperty + 200;

QString iconFor(Delivery delivery)
{
    if (delivery == Delivery::Failed)
        return QStringLiteral("warning");
    return delivery == Delivery::Pending ? QStringLiteral("pending") : QStringLiteral("check");
}

} // namespace

void DeliveryMark::write(QTextCursor &cursor, const ChatMessage &message, bool inWords, const ChatLook &look)
{
    const bool failed = message.delivery == Delivery::Failed;
    const bool pending = message.delivery == Delivery::Pending;
    const QColor colour = failed ? look.tokens.errorInk : look.tokens.secondInk;
    const QString tip = failed ? QString() : pending ? tr("Being sent") : tr("Delivered");

    QTextCharFormat words;
    words.setFont(look.smallFont);
    words.setForeground(colour);
    words.setProperty(markProperty, true);
    words.setToolTip(tip);
    const double iconHeight = std::round(QFontMetricsF(look.smallFont).height() * 0.85);
    QTextCharFormat icon = InlineObject::icon(iconFor(message.delivery), colour, iconHeight);
    icon.setProperty(markProperty, true);
    icon.setToolTip(tip);

    cursor.insertText(QString(2, QChar::Nbsp), words);
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), icon);
    if (!inWords || pending)
        return;
    cursor.insertText(QChar(QChar::Nbsp) + (failed ? tr("not delivered") : tr("delivered")), words);
    // A line of a former day cannot be sent again.
    if (failed && !message.isStored())
        writeRetry(cursor, message, words, look);
}

void DeliveryMark::writeRetry(
    QTextCursor &cursor, const ChatMessage &message, const QTextCharFormat &words, const ChatLook &look)
{
    cursor.insertText(QStringLiteral("\u00A0·\u00A0"), words);
    QTextCharFormat retry = words;
    retry.setForeground(look.tokens.accent);
    retry.setFontUnderline(true);
    retry.setAnchor(true);
    retry.setAnchorHref(QStringLiteral("retry:%1").arg(message.id));
    retry.setToolTip(tr("Send this message again"));
    cursor.insertText(tr("Retry"), retry);
}

bool DeliveryMark::isPart(const QTextCharFormat &format)
{
    return format.boolProperty(markProperty);
}

std::optional<ChatMessage::Id> DeliveryMark::retryTarget(const QUrl &link)
{
    if (link.scheme() != QLatin1String("retry"))
        return {};
    bool ok = false;
    const ChatMessage::Id id = link.path().toULongLong(&ok);
    return ok ? std::optional(id) : std::nullopt;
}

} // namespace Ui
