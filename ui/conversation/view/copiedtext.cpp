#include "ui/conversation/view/copiedtext.h"

#include "core/base/pluscodes.h"
#include "ui/conversation/view/chatdocument.h"
#include "ui/conversation/view/deliverymark.h"
#include "ui/conversation/view/inlineobject.h"
#include "ui/conversation/view/systemlines.h"

#include <QLocale>
#include <QTextDocument>

namespace Ui::CopiedText {
namespace {

/// The part of \p fragment between two positions as copied: emoticons as their codes.
QString copiedFragment(const QTextFragment &fragment, int start, int end)
{
    const QTextCharFormat format = fragment.charFormat();
    if (DeliveryMark::isPart(format) || format.boolProperty(ChatBlock::Time))
        return {};
    const int from = qMax(start, fragment.position()) - fragment.position();
    const int to = qMin(end, fragment.position() + fragment.length()) - fragment.position();
    if (to <= from)
        return {};
    QString text = fragment.text().mid(from, to - from);
    if (const QString code = InlineObject::copiedText(format); !code.isEmpty())
        text.replace(QChar(QChar::ObjectReplacementCharacter), code);
    return text;
}

QString copiedBlock(const QTextBlock &block, int start, int end)
{
    QString line;
    for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment)
        line += copiedFragment(fragment.fragment(), start, end);
    // The writer's own marks around names.
    line.remove(QChar(0x2068)).remove(QChar(0x2069));
    return line.replace(QChar(QChar::LineSeparator), u'\n').replace(QChar(QChar::Nbsp), u' ');
}

template <typename Function>
void forEachBlock(const QTextCursor &selection, Function function)
{
    const int end = selection.selectionEnd();
    for (QTextBlock block = selection.document()->findBlock(selection.selectionStart());
         block.isValid() && block.position() <= end; block = block.next())
        function(block);
}

} // namespace

QString withTime(const Msn::ChatMessage &message, const QString &name)
{
    const QString time = QLocale().toString(message.time.time(), QLocale::ShortFormat);
    if (message.kind != Msn::ChatMessage::Kind::Text)
        return QStringLiteral("[%1] %2").arg(time, SystemLines::forMessage(message, name));
    return QStringLiteral("[%1] %2: %3").arg(time, name, Msn::withoutPlusCodes(message.text));
}

QString plain(const QTextCursor &selection)
{
    QStringList lines;
    forEachBlock(selection, [&](const QTextBlock &block) {
        lines.append(copiedBlock(block, selection.selectionStart(), selection.selectionEnd()));
    });
    return lines.join(u'\n');
}

QString withTimes(const QTextCursor &selection, const ChatDocument &chat)
{
    QStringList lines;
    int last = -1;
    forEachBlock(selection, [&](const QTextBlock &block) {
        const int entry = ChatBlock::entryOf(block);
        if (std::exchange(last, entry) == entry)
            return;
        const Msn::ChatMessage *message = chat.message(entry);
        lines.append(message ? withTime(*message, chat.nameOf(*message)) : chat.notice(entry));
    });
    return lines.join(u'\n');
}

QString quoted(const QTextCursor &selection)
{
    QString text;
    const QStringList lines = plain(selection).split(u'\n');
    for (const QString &line : lines)
        text += QStringLiteral("> ") + line.trimmed() + u'\n';
    return text;
}

} // namespace Ui::CopiedText
