#include "ui/history/htmlhistorystyle.h"

#include "core/base/pluscodes.h"
#include "core/protocol/textformat.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

namespace Ui {
namespace {

const Tokens &paper()
{
    return Tokens::light();
}

QString named(const QString &name, const QColor &fallback)
{
    return ChatStyle::colour(name, paper()).value_or(fallback).name();
}

/// What the words of a message stand on.
QColor groundBehind(const ChatStyle &style, bool isOutgoing)
{
    if (!style.bubble)
        return paper().window;
    return ChatStyle::colour(isOutgoing ? style.bubble->own : style.bubble->other, paper())
        .value_or(paper().window);
}

/// A step of the chat styles is four pixels.
QString steps(double count)
{
    return QString::number(count * 4) + QStringLiteral("px");
}

QString page(const ChatStyle &style)
{
    const QString family = style.isFixedPitch
        ? QStringLiteral("monospace")
        : QStringLiteral("\"Noto Sans\",\"Segoe UI\",system-ui,sans-serif");
    return QStringLiteral(
        "body{margin:0 auto;max-width:44rem;padding:24px;background:%1;color:%2;"
        "font:14px/%3 %4;overflow-wrap:anywhere}"
        ".part{font-size:22px;margin:40px 0 0;padding-bottom:6px;border-bottom:1px solid %5}"
        ".person{font-size:18px;margin:32px 0 8px}.person small{font-weight:normal;color:%5}"
        ".day{font-size:12px;font-weight:normal;color:%5;text-align:center;margin:20px 0 8px}"
        "p{margin:0}a{color:%6}")
        .arg(paper().window.name(), paper().ink.name(), QString::number(style.line.height * 1.25 / 100),
            family, paper().secondInk.name(), paper().accent.name());
}

QString headers(const ChatStyle &style)
{
    const ChatStyle::Header &header = style.header;
    QString sheet = QStringLiteral(".h{color:%1;font-size:%2;%3}.h b{font-weight:%4}"
                                   ".own .h b{color:%5}.other .h b{color:%6}")
                        .arg(paper().secondInk.name(),
                            header.size == u"small" ? QStringLiteral("12px") : QStringLiteral("inherit"),
                            header.isInline ? QStringLiteral("display:inline") : QString(),
                            header.isSemiBold ? QStringLiteral("600") : QStringLiteral("normal"),
                            named(header.ownInk, paper().ink), named(header.otherInk, paper().ink));
    // The first line stands beside its header.
    if (header.isInline)
        sheet += QStringLiteral(".h+p{display:inline}");
    return sheet + QStringLiteral(".h span{white-space:pre}");
}

QString lines(const ChatStyle &style)
{
    const QString indent = style.header.isInline ? QStringLiteral("0") : steps(style.line.indent);
    return QStringLiteral(
        ".m{margin-top:%1}.m.head{margin-top:%2}.m>p{margin-inline-start:%3;unicode-bidi:plaintext}"
        ".failed{color:%4;font-size:12px}")
        .arg(steps(style.line.between), steps(style.line.gap), indent, paper().errorInk.name());
}

QString notices(const ChatStyle &style)
{
    return QStringLiteral(".n{color:%1;font-size:12px;margin-top:%2;text-align:%3}")
        .arg(paper().secondInk.name(), steps(style.line.gap),
            style.notice.isCentred ? QStringLiteral("center") : QStringLiteral("start"));
}

QString bubbles(const ChatStyle &style)
{
    if (!style.bubble)
        return {};
    const ChatStyle::Bubble &bubble = *style.bubble;
    return QStringLiteral(
        ".m{width:fit-content;max-width:%1%}.own{margin-inline-start:auto}"
        ".m>.t{padding:%2 %3;border-radius:%4}.own>.t{background:%5}.other>.t{background:%6}"
        ".own .h{text-align:end}")
        .arg(QString::number(bubble.widest), steps(bubble.padding / 2), steps(bubble.padding),
            steps(bubble.radius), named(bubble.own, paper().ownBubble),
            named(bubble.other, paper().otherBubble));
}

QString effects(bool bold, bool italic, bool underline, bool strikeOut)
{
    QString result;
    if (bold)
        result += QStringLiteral("font-weight:bold;");
    if (italic)
        result += QStringLiteral("font-style:italic;");
    if (underline || strikeOut)
        result += QStringLiteral("text-decoration:%1%2;")
                      .arg(underline ? QStringLiteral("underline ") : QString(),
                          strikeOut ? QStringLiteral("line-through") : QString());
    return result;
}

/// Quotes would end the attribute, a semicolon the declaration.
QString family(const QString &font)
{
    QString clean;
    for (const QChar character : font) {
        if (character.isLetterOrNumber() || character == u' ' || character == u'-')
            clean += character;
    }
    return clean.trimmed();
}

} // namespace

QString HtmlHistoryStyle::sheet(const ChatStyle &style)
{
    return page(style) + headers(style) + lines(style) + notices(style) + bubbles(style)
        + QStringLiteral(".e{display:inline-block;width:1.5em;height:1.5em;vertical-align:-.4em;"
                         "background-size:contain;color:transparent;font-size:1em;overflow:hidden}");
}

QString HtmlHistoryStyle::declarations(const Msn::TextFormat &format, const ChatStyle &style, bool isOutgoing)
{
    QString result = effects(format.bold, format.italic, format.underline, format.strikeOut);
    // Black is the colour of whoever has never chosen one.
    if (format.colour != 0)
        result
            += QStringLiteral("color:%1;")
                   .arg(readableOn(QColor::fromRgb(format.colour), groundBehind(style, isOutgoing)).name());
    const QString font = family(format.fontFamily);
    if (!font.isEmpty() && !style.isFixedPitch)
        result += QStringLiteral("font-family:'%1',sans-serif;").arg(font);
    return result;
}

QString HtmlHistoryStyle::declarations(const Msn::PlusRun &run, const ChatStyle &style, bool isOutgoing)
{
    QString result = effects(run.bold, run.italic, run.underline, run.strikeOut);
    const QColor ground = run.ground ? QColor::fromRgb(*run.ground) : groundBehind(style, isOutgoing);
    if (run.ground)
        result += QStringLiteral("background:%1;").arg(ground.name());
    if (run.colour || run.ground)
        result
            += QStringLiteral("color:%1;")
                   .arg(readableOn(run.colour ? QColor::fromRgb(*run.colour) : paper().ink, ground).name());
    return result;
}

} // namespace Ui
