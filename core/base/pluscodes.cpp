#include "core/base/pluscodes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <array>

namespace Msn {

namespace {

constexpr qsizetype maxGradientSteps = 48;
/// Colours within colours; more is no work of a person.
constexpr qsizetype deepest = 20;

constexpr std::array<quint32, 16> numbered{0xFFFFFF, 0x000000, 0x00007F, 0x009300, 0xFF0000, 0x7F0000,
    0x9C009C, 0xFC7F00, 0xFFFF00, 0x00FC00, 0x009393, 0x00FFFF, 0x0000FC, 0xFF00FF, 0x7F7F7F, 0xD2D2D2};

const QRegularExpression &codes()
{
    static const QRegularExpression expression(
        QStringLiteral(
            R"(\[(?<close>/?)(?<tag>[abcius])(?:=(?<value>#?\w{1,20}|\d{1,3},\d{1,3},\d{1,3}))?\])"
            R"(|[\x{B7}\x{03}](?:(?<paint>\$)(?<ink>#[0-9a-f]{6}|\(\d{1,3},\d{1,3},\d{1,3}\)|\d{1,2})?)"
            R"((?:,(?<ground>#[0-9a-f]{6}|\(\d{1,3},\d{1,3},\d{1,3}\)|\d{1,2}))?|(?<effect>[#&'@0])))"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

/// Outer: whether it is a colour at all. Inner: the colour, if we know it.
using MaybeColour = std::optional<std::optional<quint32>>;

MaybeColour colourOfNumber(int number)
{
    if (number < 0 || number > 99)
        return {};
    return number < int(numbered.size()) ? std::optional(numbered.at(size_t(number))) : std::nullopt;
}

MaybeColour colourOfTriple(const QString &text)
{
    const QStringList parts = text.split(u',');
    quint32 colour = 0;
    for (const QString &part : parts)
        colour = colour << 8 | quint32(qMin(part.toInt(), 255));
    return colour;
}

MaybeColour colourOfName(const QString &name)
{
    static const QHash<QString, int> names{{QStringLiteral("white"), 0}, {QStringLiteral("black"), 1},
        {QStringLiteral("marine"), 2}, {QStringLiteral("navy"), 2}, {QStringLiteral("green"), 3},
        {QStringLiteral("red"), 4}, {QStringLiteral("brown"), 5}, {QStringLiteral("purple"), 6},
        {QStringLiteral("orange"), 7}, {QStringLiteral("yellow"), 8}, {QStringLiteral("lime"), 9},
        {QStringLiteral("teal"), 10}, {QStringLiteral("aqua"), 11}, {QStringLiteral("cyan"), 11},
        {QStringLiteral("blue"), 12}, {QStringLiteral("pink"), 13}, {QStringLiteral("grey"), 14},
        {QStringLiteral("gray"), 14}, {QStringLiteral("silver"), 15}};
    const auto found = names.constFind(name.toLower());
    return found == names.constEnd() ? MaybeColour() : colourOfNumber(*found);
}

MaybeColour colourOf(QString text)
{
    if (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.mid(1, text.size() - 2);
    if (text.contains(u','))
        return colourOfTriple(text);
    bool ok = false;
    if (text.startsWith(u'#')) {
        const quint32 colour = text.mid(1).toUInt(&ok, 16);
        return ok && text.size() == 7 ? MaybeColour(colour) : MaybeColour();
    }
    const int number = text.toInt(&ok);
    return ok ? colourOfNumber(number) : colourOfName(text);
}

quint32 mixed(quint32 from, quint32 to, qsizetype step, qsizetype steps)
{
    quint32 colour = 0;
    for (const int shift : {16, 8, 0}) {
        const auto a = qsizetype(from >> shift & 0xFF);
        const auto b = qsizetype(to >> shift & 0xFF);
        colour |= quint32(a + (b - a) * step / steps) << shift;
    }
    return colour;
}

class PlusParser
{
public:
    explicit PlusParser(const QString &text)
        : m_source(text)
    {
    }

    PlusText parse()
    {
        QList<QRegularExpressionMatch> matches;
        for (auto found = codes().globalMatch(m_source); found.hasNext();)
            matches.append(found.next());
        pairUp(matches);
        qsizetype position = 0;
        for (qsizetype i = 0; i < matches.size(); ++i) {
            if (!isCode(matches.at(i), i))
                continue;
            take(position, matches.at(i).capturedStart());
            apply(matches.at(i));
            position = matches.at(i).capturedEnd();
        }
        take(position, m_source.size());
        if (m_result.runs.size() > maxPlusRuns)
            m_result.runs.clear();
        return m_result;
    }

private:
    struct Opened
    {
        std::optional<quint32> before; ///< colour to go back to
        std::optional<quint32> own;
        qsizetype start = 0; ///< in the result
        qsizetype firstRun = 0;
    };

    static bool isEffectTag(const QRegularExpressionMatch &match)
    {
        const QString tag = match.captured(QStringLiteral("tag")).toLower();
        return !tag.isEmpty() && QStringLiteral("bius").contains(tag);
    }

    /// [b] means something only where a [/b] follows.
    void pairUp(const QList<QRegularExpressionMatch> &matches)
    {
        QHash<QString, QList<qsizetype>> open;
        for (qsizetype i = 0; i < matches.size(); ++i) {
            const QRegularExpressionMatch &match = matches.at(i);
            if (!isEffectTag(match) || match.hasCaptured(QStringLiteral("value")))
                continue;
            QList<qsizetype> &openers = open[match.captured(QStringLiteral("tag")).toLower()];
            if (match.captured(QStringLiteral("close")).isEmpty()) {
                openers.append(i);
            } else if (!openers.isEmpty()) {
                m_paired.insert(openers.takeLast());
                m_paired.insert(i);
            }
        }
    }

    bool isCode(const QRegularExpressionMatch &match, qsizetype index) const
    {
        if (!match.hasCaptured(QStringLiteral("tag")))
            return true;
        if (isEffectTag(match))
            return m_paired.contains(index);
        const QString value = match.captured(QStringLiteral("value"));
        if (value.isEmpty())
            return !match.captured(QStringLiteral("close")).isEmpty();
        return colourOf(value).has_value();
    }

    void take(qsizetype start, qsizetype end)
    {
        if (end <= start)
            return;
        PlusRun run = m_now;
        run.start = m_result.text.size();
        run.length = end - start;
        m_result.text += QStringView(m_source).mid(start, end - start);
        const bool says
            = run.colour || run.ground || run.bold || run.italic || run.underline || run.strikeOut;
        if (says)
            m_result.runs.append(run);
    }

    void apply(const QRegularExpressionMatch &match)
    {
        if (match.hasCaptured(QStringLiteral("tag")))
            applyTag(match);
        else if (match.hasCaptured(QStringLiteral("paint")))
            applyPaint(match);
        else
            applyEffect(match.captured(QStringLiteral("effect")).front());
    }

    void applyTag(const QRegularExpressionMatch &match)
    {
        const QChar tag = match.captured(QStringLiteral("tag")).front().toLower();
        const bool opens = match.captured(QStringLiteral("close")).isEmpty();
        const QString value = match.captured(QStringLiteral("value"));
        if (tag == u'c')
            opens ? openColour(m_inks, m_now.colour, value) : closeInk(value);
        else if (tag == u'a')
            opens ? openColour(m_grounds, m_now.ground, value) : closeColour(m_grounds, m_now.ground);
        else
            effect(tag) = opens;
    }

    bool &effect(QChar tag)
    {
        if (tag == u'b')
            return m_now.bold;
        if (tag == u'i')
            return m_now.italic;
        return tag == u'u' ? m_now.underline : m_now.strikeOut;
    }

    void openColour(QList<Opened> &stack, std::optional<quint32> &colour, const QString &value)
    {
        if (stack.size() >= deepest)
            return;
        const MaybeColour wanted = colourOf(value);
        stack.append({colour, *wanted, m_result.text.size(), m_result.runs.size()});
        if (*wanted)
            colour = *wanted;
    }

    static void closeColour(QList<Opened> &stack, std::optional<quint32> &colour)
    {
        if (!stack.isEmpty())
            colour = stack.takeLast().before;
    }

    void closeInk(const QString &value)
    {
        if (m_inks.isEmpty())
            return;
        const Opened opened = m_inks.takeLast();
        m_now.colour = opened.before;
        const MaybeColour end = value.isEmpty() ? MaybeColour() : colourOf(value);
        if (end && *end && opened.own)
            grade(opened, **end);
    }

    /// Cuts what stands since \p opened into steps from its colour to \p end.
    void grade(const Opened &opened, quint32 end)
    {
        const qsizetype length = m_result.text.size() - opened.start;
        const qsizetype steps = qMin(length, maxGradientSteps);
        const QList<PlusRun> plain = m_result.runs.mid(opened.firstRun);
        m_result.runs.resize(opened.firstRun);
        for (const PlusRun &run : plain) {
            for (qsizetype at = run.start; at < run.start + run.length;) {
                const qsizetype step = (at - opened.start) * steps / length;
                const qsizetype next
                    = qMin(run.start + run.length, opened.start + ((step + 1) * length + steps - 1) / steps);
                PlusRun piece = run;
                piece.start = at;
                piece.length = next - at;
                piece.colour = mixed(*opened.own, end, step, qMax<qsizetype>(1, steps - 1));
                m_result.runs.append(piece);
                at = next;
            }
        }
    }

    void applyPaint(const QRegularExpressionMatch &match)
    {
        const auto paint = [&match](const QString &name, std::optional<quint32> &colour) {
            if (const MaybeColour wanted = colourOf(match.captured(name)); wanted && *wanted)
                colour = *wanted;
        };
        if (!match.hasCaptured(QStringLiteral("ink")) && !match.hasCaptured(QStringLiteral("ground")))
            m_now.colour = m_now.ground = std::nullopt;
        paint(QStringLiteral("ink"), m_now.colour);
        paint(QStringLiteral("ground"), m_now.ground);
    }

    void applyEffect(QChar code)
    {
        const QHash<QChar, QChar> tags{{u'#', u'b'}, {u'&', u'i'}, {u'@', u'u'}, {u'\'', u's'}};
        if (code == u'0')
            m_now = {};
        else
            effect(tags.value(code)) = !effect(tags.value(code));
    }

    const QString &m_source;
    PlusText m_result;
    PlusRun m_now;
    QList<Opened> m_inks;
    QList<Opened> m_grounds;
    QSet<qsizetype> m_paired;
};

} // namespace

PlusText parsePlusCodes(const QString &text)
{
    const bool mayHold = text.contains(u'[') || text.contains(QChar(0xB7)) || text.contains(QChar(0x03));
    return mayHold ? PlusParser(text).parse() : PlusText{text, {}};
}

QString withoutPlusCodes(const QString &text)
{
    return parsePlusCodes(text).text;
}

} // namespace Msn
