#include "ui/conversation/base/chatstyle.h"

#include "ui/theme/tokens.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Ui {
namespace {

constexpr double mostSteps = 20;
constexpr qsizetype longestPattern = 60;

struct NamedColour
{
    const char *name;
    QColor Tokens::*colour;
};

constexpr std::array<NamedColour, 7> colours{{
    {"ink", &Tokens::ink},
    {"secondInk", &Tokens::secondInk},
    {"accent", &Tokens::accent},
    {"ownBubble", &Tokens::ownBubble},
    {"otherBubble", &Tokens::otherBubble},
    {"selection", &Tokens::selection},
    {"headerTop", &Tokens::headerTop},
}};

/// Takes the keys of one object and remembers the first that is not as it should be.
class StyleReader
{
public:
    StyleReader(QJsonObject object, QString path, std::optional<ChatStyleError> &error)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_error(error)
    {
    }
    ~StyleReader()
    {
        if (!m_object.isEmpty())
            fail(m_object.constBegin().key());
    }
    StyleReader(const StyleReader &) = delete;
    StyleReader &operator=(const StyleReader &) = delete;

    StyleReader object(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isObject())
            fail(key);
        return {value.toObject(), m_path + key + u'.', m_error};
    }
    bool has(const QString &key) const { return m_object.contains(key); }

    QString text(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isString() || value.toString().size() > longestPattern)
            fail(key);
        return value.toString();
    }
    QString oneOf(const QString &key, const QStringList &allowed)
    {
        const QString value = text(key);
        if (!allowed.contains(value))
            fail(key);
        return value;
    }
    QString colourName(const QString &key)
    {
        const QString value = text(key);
        if (!ChatStyle::colour(value, Tokens::light()))
            fail(key);
        return value;
    }
    bool truth(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isBool())
            fail(key);
        return value.toBool();
    }
    double number(const QString &key, double least, double most)
    {
        const QJsonValue value = m_object.take(key);
        const double number = value.toDouble(least - 1);
        if (!value.isDouble() || number < least || number > most)
            fail(key);
        return number;
    }
    double steps(const QString &key) { return number(key, 0, mostSteps); }

private:
    void fail(const QString &key)
    {
        if (!m_error)
            m_error = ChatStyleError{m_path + key};
    }

    QJsonObject m_object;
    const QString m_path;
    std::optional<ChatStyleError> &m_error;
};

ChatStyle::Header readHeader(StyleReader reader)
{
    ChatStyle::Header header;
    const auto either = [&reader](const QString &key, const QString &yes, const QString &no) {
        return reader.oneOf(key, {yes, no}) == yes;
    };
    header.isInline = either(QStringLiteral("place"), QStringLiteral("inline"), QStringLiteral("above"));
    header.everyMessage
        = either(QStringLiteral("every"), QStringLiteral("message"), QStringLiteral("speaker"));
    header.isSemiBold
        = either(QStringLiteral("weight"), QStringLiteral("semibold"), QStringLiteral("normal"));
    header.size = reader.oneOf(
        QStringLiteral("size"), {QStringLiteral("normal"), QStringLiteral("small"), QStringLiteral("text")});
    header.own = reader.text(QStringLiteral("own"));
    header.other = reader.text(QStringLiteral("other"));
    header.time = reader.text(QStringLiteral("time"));
    header.ownInk = reader.colourName(QStringLiteral("ownInk"));
    header.otherInk = reader.colourName(QStringLiteral("otherInk"));
    return header;
}

ChatStyle::Line readLine(StyleReader reader)
{
    return {reader.steps(QStringLiteral("indent")), reader.steps(QStringLiteral("gap")),
        reader.steps(QStringLiteral("between")), reader.number(QStringLiteral("height"), 90, 200)};
}

ChatStyle::Notice readNotice(StyleReader reader)
{
    const QString centre = QStringLiteral("centre");
    return {reader.oneOf(QStringLiteral("place"), {centre, QStringLiteral("start")}) == centre,
        reader.truth(QStringLiteral("rules")), reader.text(QStringLiteral("prefix"))};
}

ChatStyle::Bubble readBubble(StyleReader reader)
{
    return {reader.colourName(QStringLiteral("own")), reader.colourName(QStringLiteral("other")),
        reader.steps(QStringLiteral("radius")), reader.steps(QStringLiteral("padding")),
        reader.number(QStringLiteral("widest"), 30, 100)};
}

ChatStyle readStyle(StyleReader reader)
{
    ChatStyle style;
    style.id = reader.text(QStringLiteral("id"));
    style.title = reader.text(QStringLiteral("title"));
    const QString fixed = QStringLiteral("fixed");
    style.isFixedPitch = reader.oneOf(QStringLiteral("font"), {QStringLiteral("person"), fixed}) == fixed;
    style.header = readHeader(reader.object(QStringLiteral("header")));
    style.line = readLine(reader.object(QStringLiteral("line")));
    style.notice = readNotice(reader.object(QStringLiteral("notice")));
    if (reader.has(QStringLiteral("bubble")))
        style.bubble = readBubble(reader.object(QStringLiteral("bubble")));
    return style;
}

} // namespace

Msn::Expected<ChatStyle, ChatStyleError> ChatStyle::parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Msn::Unexpected(ChatStyleError());
    std::optional<ChatStyleError> error;
    ChatStyle style = readStyle(StyleReader(document.object(), {}, error));
    if (error)
        return Msn::Unexpected(*error);
    return style;
}

ChatStyle ChatStyle::load(const QString &id)
{
    if (!ids().contains(id))
        return load(ids().constFirst());
    QFile file(QStringLiteral(":/chatstyles/%1.json").arg(id));
    return file.open(QIODevice::ReadOnly) ? parse(file.readAll()).value_or({}) : ChatStyle();
}

QStringList ChatStyle::ids()
{
    return {QStringLiteral("classic"), QStringLiteral("compact"), QStringLiteral("irc"),
        QStringLiteral("bubbles")};
}

QString ChatStyle::shownTitle() const
{
    const QHash<QString, QString> known{
        {QStringLiteral("classic"), tr("Classic")},
        {QStringLiteral("compact"), tr("Compact")},
        //: A chat style that looks like Internet Relay Chat.
        {QStringLiteral("irc"), tr("IRC")},
        {QStringLiteral("bubbles"), tr("Bubbles")},
    };
    return known.value(id, title);
}

std::optional<QColor> ChatStyle::colour(const QString &name, const Tokens &tokens)
{
    for (const NamedColour &known : colours) {
        if (name == QLatin1String(known.name))
            return tokens.*known.colour;
    }
    return {};
}

} // namespace Ui
